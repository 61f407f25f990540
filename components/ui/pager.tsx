import Link from "next/link";

interface PagerProps {
  page: number;
  pages: number;
  /** The address of a page, filters and all. */
  href: (page: number) => string;
  label?: string;
}

export function Pager({ page, pages, href, label = "Pages" }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 py-4 text-sm print:hidden">
      <Step href={href(page - 1)} rel="prev" to={page > 1}>
        ‹ Previous
      </Step>
      <span className="text-ink-soft">
        Page {page} of {pages}
      </span>
      <Step href={href(page + 1)} rel="next" to={page < pages}>
        Next ›
      </Step>
    </nav>
  );
}

function Step({ href, rel, to, children }: { href: string; rel: string; to: boolean; children: string }) {
  if (!to)
    return (
      <span className="btn invisible" aria-hidden="true">
        {children}
      </span>
    );
  return (
    <Link href={href} rel={rel} prefetch={false} className="btn" data-variant="plain">
      {children}
    </Link>
  );
}
