import { PasteForm } from "@/components/paste/paste-form";
import { PasteHelp } from "@/components/paste/paste-help";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";

export const metadata = { title: "Paste rows" };

interface Props {
  params: Promise<{ inquiry: string }>;
}

export default async function PasteRowsPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const hypotheses = await listHypotheses(scope);
  const base = `/inquiries/${scope.slug}`;
  const maySave = actor.kind === "nobody" || (mayIn(scope, "addEvidence") && mayIn(scope, "rate"));
  return (
    <>
      <PageHeader
        crumbs={[
          { href: base, label: scope.question },
          { href: `${base}/evidence`, label: "Evidence" },
        ]}
        title="Paste rows from a spreadsheet"
        lead="Copy the rows there, paste them here, and see what each would become before anything is saved."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {actor.kind === "nobody" && (
          <Notice>
            <p>You can paste first: for the preview you are asked to sign in, and what you pasted is kept.</p>
          </Notice>
        )}
        {!maySave && (
          <Notice tone="warning">
            <p>You can read this inquiry but not add to it. Its lead can make you an analyst.</p>
          </Notice>
        )}
        <PasteHelp
          slug={scope.slug}
          hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)}
        />
        <PasteForm slug={scope.slug} analystId={actor.kind === "person" ? actor.analystId : null} />
      </div>
    </>
  );
}
