import Link from "next/link";
import { GuideForm } from "@/components/guide/guide-form";
import { shippedInquiry } from "@/lib/guide/schema";
import { version } from "@/package.json";

export function SiteFooter() {
  return (
    <footer className="border-t border-rule py-6 text-xs text-ink-soft print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-1 px-4 sm:px-8">
        <span>Linchpin {version}</span>
        <Link href="/how-it-reasons" prefetch={false}>
          How Linchpin reasons
        </Link>
        <GuideForm shows="yes" returnTo={`/inquiries/${shippedInquiry}`}>
          <button type="submit" className="link-like">
            Show the guide
          </button>
        </GuideForm>
        <span>Figures are what the entries and grades add up to; they are no more certain than those.</span>
      </div>
    </footer>
  );
}
