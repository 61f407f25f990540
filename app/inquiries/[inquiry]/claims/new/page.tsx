import { ClaimFields } from "@/components/claim/claim-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addClaimAction } from "@/lib/claim/actions";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { suggestSources } from "@/lib/source/queries";

export const metadata = { title: "Add a claim" };

export default async function NewClaimPage({ params }: { params: Promise<{ inquiry: string }> }) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const suggestions = await suggestSources(actor, scope);
  const base = `/inquiries/${scope.slug}/claims`;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: base, label: "Claims" },
        ]}
        title="Add a claim"
      />
      <div className="grid max-w-measure gap-6">
        {actor.kind === "nobody" && (
          <Notice>
            <p>You can write first: when you save, you are asked to sign in, and what you typed is kept.</p>
          </Notice>
        )}
        {actor.kind !== "nobody" && !mayIn(scope, "addClaim") && (
          <Notice tone="warning">
            <p>You can read this inquiry but not add to it. Its lead can make you an analyst.</p>
          </Notice>
        )}
        <ActionForm
          action={addClaimAction}
          id="claim-new"
          hidden={{ slug: scope.slug, returnTo: `${base}/new` }}
          submitLabel="Save"
          draftKey={`${actor.kind === "person" ? actor.analystId : "nobody"}/${scope.slug}/claim-new`}
          className="grid gap-8"
        >
          <ClaimFields suggestions={suggestions} />
        </ActionForm>
      </div>
    </>
  );
}
