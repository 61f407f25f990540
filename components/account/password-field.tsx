import { TextField } from "@/components/ui/text-field";

interface PasswordFieldProps {
  label?: string;
  minLength: number;
  required?: boolean;
}

/** A password to be chosen. */
export function PasswordField({ label = "Password", minLength, required = false }: PasswordFieldProps) {
  return (
    <TextField
      name="password"
      label={label}
      hint={`At least ${minLength} characters. A few words are easier to keep than signs.`}
      type="password"
      dir="ltr"
      autoComplete="new-password"
      width="medium"
      required={required}
    />
  );
}
