import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { editAccountAction } from "@/lib/account/actions";
import { PasswordField } from "./password-field";

interface AccountFormProps {
  account: {
    readonly name: string;
    readonly email: string | null;
    readonly hasPassword: boolean;
    readonly version: number;
  };
  minPasswordLength: number;
}

/** Name, address and password of one's own account. */
export function AccountForm({ account, minPasswordLength }: AccountFormProps) {
  const { name, email, hasPassword, version } = account;
  return (
    <ActionForm
      action={editAccountAction}
      id="account"
      hidden={{ version, returnTo: "/account" }}
      submitLabel="Save my account"
    >
      <TextField
        name="name"
        label="Name"
        hint="What others see beside what you add and rate, also what you added before."
        autoComplete="name"
        defaultValue={name}
        width="medium"
        required
      />
      <TextField
        name="email"
        label="E-mail"
        hint="You sign in with it."
        type="email"
        dir="ltr"
        autoComplete="username"
        defaultValue={email ?? ""}
        width="medium"
      />
      <PasswordField
        label={hasPassword ? "New password (empty: it stays)" : "Password"}
        minLength={minPasswordLength}
      />
      {hasPassword && (
        <TextField
          name="currentPassword"
          label="Present password"
          hint="Only to change the address or the password."
          type="password"
          dir="ltr"
          autoComplete="current-password"
          width="medium"
        />
      )}
    </ActionForm>
  );
}
