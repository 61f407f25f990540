import { notFound } from "next/navigation";
import { EditSourceForm } from "@/components/source/source-forms";
import { PageHeader } from "@/components/ui/page-header";
import { requirePerson } from "@/lib/auth/page";
import { listCitingInquiries } from "@/lib/citing/queries";
import { whoMay } from "@/lib/source/may";
import { requireSource } from "@/lib/source/page";

interface Props {
  params: Promise<{ source: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { source } = await requireSource((await params).source);
  return { title: `Edit ${source.id}` };
}

export default async function EditSourcePage({ params }: Props) {
  const { source } = await requireSource((await params).source);
  const actor = await requirePerson(`/sources/${source.id}/edit`);
  if (!whoMay(actor, source, await listCitingInquiries(actor, source.id)).edit) notFound();
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/sources", label: "Sources" },
          { href: `/sources/${source.id}`, label: `${source.id} ${source.name}` },
        ]}
        title={`Edit ${source.id}`}
      />
      <div className="max-w-measure pb-8">
        <EditSourceForm
          source={source}
          analystId={actor.analystId}
          asksReason={!actor.isAdministrator && source.createdById !== actor.analystId}
        />
      </div>
    </>
  );
}
