import { notFound } from "next/navigation";
import { MethodForm } from "@/components/inquiry/method-form";
import { SettingsForm } from "@/components/inquiry/settings-form";
import { AddMemberForm, MemberTable } from "@/components/inquiry/settings-members";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { listMembers } from "@/lib/inquiry/queries";
import { mayIn } from "@/lib/inquiry/scope";
import { MEMBER_ROLES } from "@/lib/inquiry/visibility";
import { getMethod } from "@/lib/method/queries";

export const metadata = { title: "Settings" };

interface Props {
  params: Promise<{ inquiry: string }>;
}

export default async function SettingsPage({ params }: Props) {
  const { scope } = await requireInquiry((await params).inquiry);
  if (!mayIn(scope, "changeInquiry") || !mayIn(scope, "manageMembers")) notFound();
  const [members, method, hypotheses] = await Promise.all([
    listMembers(scope),
    getMethod(scope),
    listHypotheses(scope),
  ]);
  const { slug, question, summary, ratingsNote, visibility, isOpen, version } = scope;
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${slug}`, label: question }]}
        title="Settings"
        lead="For leads alone. Every change stands in the history."
      />
      <div className="max-w-measure pb-8">
        <SettingsForm inquiry={{ slug, question, summary, ratingsNote, visibility, isOpen, version }} />
      </div>
      <Section
        title="How it reckons and speaks"
        id="reckoning"
        lead="Every figure of the inquiry moves with these. They are a choice and no finding: try one in the what-if first."
      >
        <div className="max-w-measure">
          <MethodForm
            slug={slug}
            method={method}
            hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)}
          />
        </div>
      </Section>
      <Section title="Members">
        <DefinitionList items={MEMBER_ROLES.map(({ label, help }) => ({ term: label, value: help }))} />
        <div className="max-w-measure">
          <MemberTable slug={slug} members={members} />
        </div>
      </Section>
      <Section title="Add a member">
        <div className="max-w-measure">
          <AddMemberForm slug={slug} />
        </div>
      </Section>
    </>
  );
}
