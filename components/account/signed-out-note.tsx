/** Beside the button of a form that nobody may see and only an account may send. */
export function SignedOutNote({ isSignedIn }: { isSignedIn: boolean }) {
  if (isSignedIn) return null;
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      You are not signed in. Sending asks you to, and keeps what you typed.
    </p>
  );
}
