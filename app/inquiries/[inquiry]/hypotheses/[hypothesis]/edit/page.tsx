import { notFound } from "next/navigation";
import { HypothesisFields } from "@/components/hypothesis/hypothesis-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { requirePerson } from "@/lib/auth/page";
import { editHypothesisAction } from "@/lib/hypothesis/actions";
import { findHypothesis } from "@/lib/hypothesis/queries";
import { hypothesisId } from "@/lib/hypothesis/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { verdictIn } from "@/lib/inquiry/scope";
import { may } from "@/lib/policy";

export const metadata = { title: "Edit a hypothesis" };

export default async function EditHypothesisPage({
  params,
}: {
  params: Promise<{ inquiry: string; hypothesis: string }>;
}) {
  const { inquiry, hypothesis: id } = await params;
  const { scope } = await requireInquiry(inquiry);
  const page = `/inquiries/${scope.slug}/hypotheses/${id}`;
  const hypothesis = hypothesisId.safeParse(id).success ? await findHypothesis(scope, id) : null;
  if (!hypothesis) notFound();
  const person = await requirePerson(`${page}/edit`);
  const isOwn = hypothesis.createdById === person.analystId;
  if (!may(verdictIn(scope, "changeHypothesis"), { isOwn, hasReason: true })) notFound();
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: page, label: `${id} ${hypothesis.shortName}` },
        ]}
        title={`Edit ${id}`}
      />
      <ActionForm
        action={editHypothesisAction}
        id={`edit-${id}`}
        hidden={{ slug: scope.slug, id, version: hypothesis.version, returnTo: `${page}/edit` }}
        submitLabel="Save"
        className="grid max-w-measure gap-6"
        footer={<LinkButton href={page}>Back to {id}</LinkButton>}
      >
        <HypothesisFields given={hypothesis} />
        <TextField name="reason" label="Why the change" hint="The history keeps it." />
      </ActionForm>
    </>
  );
}
