import type { ReactNode } from "react";
import { GuideSteps } from "@/components/guide/steps";
import { OfferCommands } from "@/components/palette/offer-commands";
import { SubNav } from "@/components/ui/sub-nav";
import { isGuideShown } from "@/lib/guide/choice";
import { shippedInquiry } from "@/lib/guide/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";

/** The pages of different inquiries have the same names: their titles say which inquiry it is. */
export async function generateMetadata({ params }: { params: Promise<{ inquiry: string }> }) {
  const { scope } = await requireInquiry((await params).inquiry);
  return { title: { template: `%s · ${scope.question} · Linchpin`, default: scope.question } };
}

export default async function InquiryLayout({
  params,
  children,
}: {
  params: Promise<{ inquiry: string }>;
  children: ReactNode;
}) {
  const { inquiry: slug } = await params;
  const { scope } = await requireInquiry(slug);
  const base = `/inquiries/${scope.slug}`;
  const links = [
    { href: base, label: "Overview" },
    { href: `${base}/evidence`, label: "Evidence" },
    { href: `${base}/sources`, label: "Sources" },
    { href: `${base}/timeline`, label: "Timeline" },
    { href: `${base}/matrix`, label: "Matrix" },
    { href: `${base}/ratings`, label: "Ratings" },
    { href: `${base}/claims`, label: "Claims" },
    { href: `${base}/what-if`, label: "What if" },
    { href: `${base}/judgement`, label: "Judgement" },
    { href: `${base}/history`, label: "History" },
    ...(mayIn(scope, "changeInquiry") ? [{ href: `${base}/settings`, label: "Settings" }] : []),
  ];
  const isGuided = scope.slug === shippedInquiry && (await isGuideShown());
  return (
    <>
      <OfferCommands commands={[{ href: `${base}/evidence/new`, label: "Add evidence" }, ...links]} />
      <SubNav label="This inquiry" links={links} />
      {isGuided && <GuideSteps slug={scope.slug} analysis={wholeAnalysis(await getMatrix(scope.id))} />}
      {children}
    </>
  );
}
