import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { signUpAction } from "@/lib/account/actions";
import { PasswordField } from "./password-field";

export function SignUpForm({ next, minPasswordLength }: { next: string; minPasswordLength: number }) {
  return (
    <ActionForm
      action={signUpAction}
      id="sign-up"
      hidden={{ next }}
      submitLabel="Sign up"
      pendingLabel="Signing up…"
    >
      <TextField
        name="name"
        label="Name"
        hint="What others see beside what you add and rate."
        autoComplete="name"
        width="medium"
        required
      />
      <TextField
        name="email"
        label="E-mail"
        hint="You sign in with it. Other people here do not see it; administrators do."
        type="email"
        dir="ltr"
        autoComplete="username"
        width="medium"
        required
      />
      <PasswordField minLength={minPasswordLength} required />
    </ActionForm>
  );
}
