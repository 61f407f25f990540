import type { ReactNode } from "react";
import { SubNav } from "@/components/ui/sub-nav";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";

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
  return (
    <>
      <SubNav
        label="This inquiry"
        links={[
          { href: base, label: "Overview" },
          { href: `${base}/evidence`, label: "Evidence" },
          { href: `${base}/sources`, label: "Sources" },
          { href: `${base}/matrix`, label: "Matrix" },
          { href: `${base}/what-if`, label: "What if" },
          { href: `${base}/judgement`, label: "Judgement" },
          { href: `${base}/history`, label: "History" },
          ...(mayIn(scope, "changeInquiry") ? [{ href: `${base}/settings`, label: "Settings" }] : []),
        ]}
      />
      {children}
    </>
  );
}
