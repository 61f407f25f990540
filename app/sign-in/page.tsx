import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/actor";
import { localPath } from "@/lib/fields";
import { readKeptForm } from "@/lib/kept-form";

export const metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const next = localPath.catch("/").parse((await searchParams).next);
  const [actor, kept] = await Promise.all([currentActor(), readKeptForm()]);
  if (actor.kind === "person") redirect(next);
  return (
    <>
      <PageHeader title="Sign in" lead={next === "/" ? undefined : "You come back to where you were."} />
      <div className="grid max-w-measure gap-8">
        {kept && <Notice>What you typed is kept and comes back after signing in.</Notice>}
        <SignInForm next={next} />
        <p className="text-sm">
          No account yet?{" "}
          <Link href={next === "/" ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`}>Sign up</Link>
        </p>
      </div>
    </>
  );
}
