import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { signInAction } from "@/lib/account/actions";

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={signInAction}
      id="sign-in"
      hidden={{ next }}
      submitLabel="Sign in"
      pendingLabel="Signing in…"
    >
      <TextField
        name="email"
        label="E-mail"
        type="email"
        dir="ltr"
        autoComplete="username"
        width="medium"
        required
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        width="medium"
        required
      />
    </ActionForm>
  );
}
