import { NewSourceForm } from "@/components/source/source-forms";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/actor";

export const metadata = { title: "Add a source" };

export default async function NewSourcePage() {
  const actor = await currentActor();
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/sources", label: "Sources" }]}
        title="Add a source"
        lead="Until an entry cites it, you and administrators alone see it. Sources can also be made in place, while adding an entry."
      />
      <div className="max-w-measure pb-8">
        <NewSourceForm analystId={actor.kind === "person" ? actor.analystId : null} />
      </div>
    </>
  );
}
