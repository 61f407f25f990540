import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/actor";

export const metadata = { title: "Not here" };

export default async function NotFound() {
  const isSignedIn = (await currentActor()).kind === "person";
  return (
    <>
      <PageHeader
        title="This page is not here"
        lead={`Either nothing stands at this address, or it is not open to you. ${
          isSignedIn
            ? "If somebody sent it to you, ask them to give your account access."
            : "If somebody sent it to you, sign in with the account they gave access to."
        }`}
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
