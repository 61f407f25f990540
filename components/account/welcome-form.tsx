import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { welcomeAction } from "@/lib/account/actions";
import { PasswordField } from "./password-field";

/** The holder of the key becomes the first administrator. */
export function FirstWelcomeForm({
  startKey,
  minPasswordLength,
}: {
  startKey: string;
  minPasswordLength: number;
}) {
  return (
    <ActionForm action={welcomeAction} id="welcome" hidden={{ key: startKey }} submitLabel="Begin">
      <TextField
        name="name"
        label="Name"
        hint="What others see beside what you add and rate."
        autoComplete="name"
        width="medium"
        required
      />
      <fieldset className="grid gap-5 border-t border-rule pt-5">
        <legend className="sr-only">To sign in again, now or later</legend>
        <p className="max-w-measure text-sm text-ink-soft">
          To sign in again you need an e-mail address and a password. Give both now, or leave both empty and
          set them later under your name at the top of the page.
        </p>
        <TextField
          name="email"
          label="E-mail"
          type="email"
          dir="ltr"
          autoComplete="username"
          width="medium"
        />
        <PasswordField minLength={minPasswordLength} />
      </fieldset>
    </ActionForm>
  );
}

/** There is an administrator already: the key signs them in. */
export function WelcomeBackForm({ startKey }: { startKey: string }) {
  return (
    <ActionForm
      action={welcomeAction}
      id="welcome"
      hidden={{ key: startKey }}
      submitLabel="Sign in as administrator"
      pendingLabel="Signing in…"
    />
  );
}
