import { FirstWelcomeForm, WelcomeBackForm } from "@/components/account/welcome-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { inspectStartKey } from "@/lib/account/mutations";
import { currentActor } from "@/lib/auth/actor";
import { passwordLength } from "@/lib/auth/password";

export const metadata = { title: "Welcome", referrer: "no-referrer" };

interface Props {
  searchParams: Promise<{ key?: string | string[] }>;
}

/** Where the address leads that `npm start` prints. Looking spends nothing; the form does. */
export default async function WelcomePage({ searchParams }: Props) {
  const { key } = await searchParams;
  const startKey = typeof key === "string" ? key : "";
  const [found, actor] = await Promise.all([inspectStartKey(startKey), currentActor()]);
  if (!found) {
    const isSignedIn = actor.kind === "person";
    return (
      <>
        <PageHeader
          title={isSignedIn ? "You are signed in already" : "This key is not good any more"}
          lead={
            isSignedIn
              ? "The key in this address has been used."
              : "It has been used, a newer one was printed, or the address was not copied whole. Stop the server and run npm start again: it prints a fresh one."
          }
        />
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/" variant="primary">
            To the inquiries
          </LinkButton>
          {!isSignedIn && <LinkButton href="/sign-in">Sign in</LinkButton>}
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={found.isFirst ? "Welcome to Linchpin" : "Welcome back"}
        lead={
          found.isFirst
            ? "You are the first here. You run this installation as its administrator, and lead the inquiry that comes with it."
            : "This address was printed by npm start. It signs in the first administrator of this installation, once."
        }
      />
      <div className="max-w-measure">
        {found.isFirst ? (
          <FirstWelcomeForm startKey={startKey} minPasswordLength={passwordLength.minPasswordLength} />
        ) : (
          <WelcomeBackForm startKey={startKey} />
        )}
      </div>
    </>
  );
}
