import { NewInquiryForm } from "@/components/inquiry/settings-new-form";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/actor";

export const metadata = { title: "Open an inquiry" };

export default async function NewInquiryPage() {
  const actor = await currentActor();
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/", label: "Inquiries" }]}
        title="Open an inquiry"
        lead="A question, and the answers that compete for it. It is private at first: you alone see it, until you let others in."
      />
      <div className="max-w-measure pb-8">
        <NewInquiryForm analystId={actor.kind === "person" ? actor.analystId : null} />
      </div>
    </>
  );
}
