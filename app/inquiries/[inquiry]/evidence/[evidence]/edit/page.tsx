import { notFound } from "next/navigation";
import { EvidenceFields } from "@/components/evidence/evidence-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { requirePerson } from "@/lib/auth/page";
import { suggestClaims } from "@/lib/claim/queries";
import { editEvidenceAction } from "@/lib/evidence/actions";
import { findEvidence } from "@/lib/evidence/queries";
import { evidenceId } from "@/lib/evidence/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { verdictIn } from "@/lib/inquiry/scope";
import { may } from "@/lib/policy";
import { suggestSources } from "@/lib/source/queries";

export const metadata = { title: "Edit evidence" };

export default async function EditEvidencePage({
  params,
}: {
  params: Promise<{ inquiry: string; evidence: string }>;
}) {
  const { inquiry, evidence: id } = await params;
  const { actor, scope } = await requireInquiry(inquiry);
  const page = `/inquiries/${scope.slug}/evidence/${id}`;
  const entry = evidenceId.safeParse(id).success ? await findEvidence(actor, scope, id) : null;
  if (!entry) notFound();
  const person = await requirePerson(`${page}/edit`);
  const isOwn = entry.createdById === person.analystId;
  if (!may(verdictIn(scope, "changeEvidence"), { isOwn, hasReason: true })) notFound();
  const [suggestions, claims] = await Promise.all([suggestSources(person, scope), suggestClaims(scope)]);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: page, label: id },
        ]}
        title={`Edit ${id}`}
      />
      <ActionForm
        action={editEvidenceAction}
        id={`edit-${id}`}
        hidden={{ slug: scope.slug, id, version: entry.version, returnTo: `${page}/edit` }}
        submitLabel="Save"
        draftKey={`${person.analystId}/${scope.slug}/edit-${id}`}
        className="grid max-w-measure gap-8"
        footer={<LinkButton href={page}>Back to {id}</LinkButton>}
      >
        <EvidenceFields given={entry} suggestions={suggestions} claims={claims} />
        <TextField
          name="reason"
          label="Why the change"
          required={!isOwn}
          hint={
            isOwn ? "The history keeps it." : "Somebody else added this entry: the history keeps your reason."
          }
        />
      </ActionForm>
    </>
  );
}
