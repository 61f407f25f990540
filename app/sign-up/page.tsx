import Link from "next/link";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/account/sign-up-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/actor";
import { passwordLength } from "@/lib/auth/password";
import { readSettings } from "@/lib/env";
import { localPath } from "@/lib/fields";
import { readKeptForm } from "@/lib/kept-form";

export const metadata = { title: "Sign up" };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = localPath.catch("/").parse((await searchParams).next);
  const [actor, kept] = await Promise.all([currentActor(), readKeptForm()]);
  if (actor.kind === "person") redirect(next);
  const signIn = (
    <p className="text-sm">
      You have an account?{" "}
      <Link href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>Sign in</Link>
    </p>
  );
  if (readSettings(process.env).signup === "closed") {
    return (
      <>
        <PageHeader
          title="New accounts are closed here"
          lead="Public inquiries can be read without an account. To take part, ask whoever runs this installation to open sign-up for you."
        />
        <div className="grid max-w-measure gap-4">
          <p className="text-sm text-ink-soft">
            Whoever runs it starts it once with <code>LINCHPIN_SIGNUP=open</code>, until you have signed up.
          </p>
          {signIn}
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Sign up"
        lead={next === "/" ? "With an account you add, rate and judge." : "You come back to where you were."}
      />
      <div className="grid max-w-measure gap-8">
        {kept && <Notice>What you typed is kept and comes back after signing up.</Notice>}
        <SignUpForm next={next} minPasswordLength={passwordLength.minPasswordLength} />
        {signIn}
      </div>
    </>
  );
}
