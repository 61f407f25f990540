import { notFound } from "next/navigation";
import { AccountList } from "@/components/account/account-list";
import { InquiryAddresses } from "@/components/account/inquiry-addresses";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listAccounts } from "@/lib/account/queries";
import { currentActor } from "@/lib/auth/actor";
import { listAllInquiries } from "@/lib/inquiry/queries";

export const metadata = { title: "Administration" };

export default async function AdministrationPage() {
  const actor = await currentActor();
  const [accounts, inquiries] = await Promise.all([listAccounts(actor), listAllInquiries(actor)]);
  if (actor.kind === "nobody" || !accounts || !inquiries) notFound();
  return (
    <>
      <PageHeader
        title="Administration"
        lead="Accounts, and a way into inquiries. What you do here stands in the history."
      />
      <Section title="Accounts">
        <AccountList accounts={accounts} ownId={actor.accountId} />
      </Section>
      <Section
        title="Inquiries"
        lead="By address alone: what a private inquiry asks and holds, its members see, and nobody else."
      >
        <InquiryAddresses inquiries={inquiries} />
      </Section>
    </>
  );
}
