import Link from "next/link";
import { EvidenceFields } from "@/components/evidence/evidence-fields";
import { RatingFields } from "@/components/rating/rating-fields";
import { NearWarning } from "@/components/repeat/near-warning";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { suggestClaims } from "@/lib/claim/queries";
import { addEvidenceAction } from "@/lib/evidence/actions";
import { evidenceId } from "@/lib/evidence/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { describeEntry } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import { suggestSources } from "@/lib/source/queries";

export const metadata = { title: "Add evidence" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<{ after?: string }>;
}

export default async function NewEvidencePage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const [hypotheses, suggestions, claims, matrix] = await Promise.all([
    listHypotheses(scope),
    suggestSources(actor, scope),
    suggestClaims(scope),
    getMatrix(scope.id),
  ]);
  const base = `/inquiries/${scope.slug}/evidence`;
  const after = evidenceId.safeParse((await searchParams).after).data;
  const justSaved = matrix.analysis.evidence.find(({ id }) => id === after)?.id;
  const isBlind = justSaved !== undefined && (await listBlindEntries(actor, scope, [justSaved])).size > 0;
  const maySave = actor.kind === "nobody" || mayIn(scope, "addEvidence");
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: base, label: "Evidence" },
        ]}
        title="Add evidence"
        actions={<LinkButton href={`${base}/paste`}>Paste rows</LinkButton>}
      />
      <div className="grid max-w-measure gap-6">
        {justSaved && (
          <Notice tone="good" role="status">
            <p>
              <Link href={`${base}/${justSaved}`}>{justSaved}</Link> is saved.
              {!isBlind &&
                ` Against the matrix without it: ${describeEntry(matrix, justSaved, { isNew: true })}`}
            </p>
          </Notice>
        )}
        {actor.kind === "nobody" && (
          <Notice>
            <p>You can write first: when you save, you are asked to sign in, and what you typed is kept.</p>
          </Notice>
        )}
        {!maySave && (
          <Notice tone="warning">
            <p>You can read this inquiry but not add to it. Its lead can make you an analyst.</p>
          </Notice>
        )}
        <ActionForm
          action={addEvidenceAction}
          id="evidence-new"
          hidden={{ slug: scope.slug, returnTo: `${base}/new` }}
          submitLabel="Save"
          draftKey={`${actor.kind === "person" ? actor.analystId : "nobody"}/${scope.slug}/evidence-new`}
          className="grid gap-8"
          footer={
            <>
              <Button type="submit" name="intent" value="another">
                Save and add another
              </Button>
              <Button type="submit" name="intent" value="preview" variant="quiet">
                Show what it would move
              </Button>
              <NearWarning />
            </>
          }
        >
          <EvidenceFields suggestions={suggestions} claims={claims} />
          <div className="grid gap-8 border-t border-rule pt-6">
            <RatingFields hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)} />
          </div>
        </ActionForm>
      </div>
    </>
  );
}
