import { notFound } from "next/navigation";
import { ClaimFields } from "@/components/claim/claim-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { requirePerson } from "@/lib/auth/page";
import { editClaimAction } from "@/lib/claim/actions";
import { findClaim } from "@/lib/claim/queries";
import { claimId } from "@/lib/claim/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { verdictIn } from "@/lib/inquiry/scope";
import { may } from "@/lib/policy";
import { suggestSources } from "@/lib/source/queries";

export const metadata = { title: "Edit a claim" };

export default async function EditClaimPage({
  params,
}: {
  params: Promise<{ inquiry: string; claim: string }>;
}) {
  const { inquiry, claim: id } = await params;
  const { scope } = await requireInquiry(inquiry);
  const page = `/inquiries/${scope.slug}/claims/${id}`;
  const claim = claimId.safeParse(id).success ? await findClaim(scope, id) : null;
  if (!claim) notFound();
  const person = await requirePerson(`${page}/edit`);
  const isOwn = claim.createdById === person.analystId;
  if (!may(verdictIn(scope, "changeClaim"), { isOwn, hasReason: true })) notFound();
  const suggestions = await suggestSources(person, scope);
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
        action={editClaimAction}
        id={`edit-${id}`}
        hidden={{ slug: scope.slug, id, version: claim.version, returnTo: `${page}/edit` }}
        submitLabel="Save"
        draftKey={`${person.analystId}/${scope.slug}/edit-${id}`}
        className="grid max-w-measure gap-8"
        footer={<LinkButton href={page}>Back to {id}</LinkButton>}
      >
        <ClaimFields given={claim} suggestions={suggestions} />
        <TextField
          name="reason"
          label="Why the change"
          required={!isOwn}
          hint={
            isOwn ? "The history keeps it." : "Somebody else added this claim: the history keeps your reason."
          }
        />
      </ActionForm>
    </>
  );
}
