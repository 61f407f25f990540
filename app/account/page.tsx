import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { getAccount } from "@/lib/account/queries";
import { requirePerson } from "@/lib/auth/page";
import { passwordLength } from "@/lib/auth/password";
import { MEMBER_ROLES } from "@/lib/inquiry/visibility";

export const metadata = { title: "Your account" };

export default async function AccountPage() {
  const account = await getAccount(await requirePerson("/account"));
  if (!account) notFound();
  return (
    <>
      <PageHeader
        title="Your account"
        lead={
          <>
            Here since <Time value={account.createdAt} precision="day" />
            {account.isAdministrator && ", as an administrator"}.
          </>
        }
      />
      <div className="grid max-w-measure gap-6 pb-8">
        {(account.email === null || !account.hasPassword) && (
          <Notice tone="warning" title="You cannot sign in again yet">
            <p>
              Without an e-mail address and a password only a fresh key from <code>npm start</code> signs you
              in once you have signed out. Set both here.
            </p>
          </Notice>
        )}
        <AccountForm account={account} minPasswordLength={passwordLength.minPasswordLength} />
      </div>
      <Section title="Inquiries you belong to">
        {account.memberships.length === 0 ? (
          <Empty title="None yet" action={<LinkButton href="/inquiries/new">Open an inquiry</LinkButton>}>
            <p>You become an analyst of an open inquiry with the first thing you add or rate in it.</p>
          </Empty>
        ) : (
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
            {account.memberships.map(({ slug, question, role }) => (
              <li key={slug}>
                <Link href={`/inquiries/${slug}`} dir="auto">
                  {question}
                </Link>{" "}
                <span className="text-sm text-ink-soft">
                  {MEMBER_ROLES.find(({ code }) => code === role)?.label.toLowerCase()}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
