import { HypothesisFields } from "@/components/hypothesis/hypothesis-fields";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { proposeHypothesisAction } from "@/lib/hypothesis/actions";
import { requireInquiry } from "@/lib/inquiry/page";

export const metadata = { title: "Propose a hypothesis" };

export default async function NewHypothesisPage({ params }: { params: Promise<{ inquiry: string }> }) {
  const { scope } = await requireInquiry((await params).inquiry);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        title="Propose a hypothesis"
        lead="A rival that nobody has named is the commonest way of being fooled. It starts unrated and stands apart until its cells are filled."
      />
      <ActionForm
        action={proposeHypothesisAction}
        id="hypothesis-new"
        hidden={{ slug: scope.slug, returnTo: `/inquiries/${scope.slug}/hypotheses/new` }}
        submitLabel="Propose"
        className="grid max-w-measure gap-6"
      >
        <HypothesisFields />
      </ActionForm>
    </>
  );
}
