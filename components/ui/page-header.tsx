import Link from "next/link";
import type { ReactNode } from "react";
import { PageTitle } from "./page-title";

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

interface PageHeaderProps {
  /** The way here; the page itself is not in it. */
  crumbs?: readonly Crumb[];
  /** What kind of thing this is, or its number: "Evidence E24". */
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ crumbs, eyebrow, title, lead, actions }: PageHeaderProps) {
  return (
    <header className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-6 pb-6 sm:pt-10">
      {crumbs && crumbs.length > 0 && (
        <nav aria-label="Breadcrumbs" className="text-sm text-ink-soft print:hidden">
          <ol className="flex flex-wrap gap-x-2">
            {crumbs.map((crumb, index) => (
              <li key={crumb.href} className="flex max-w-full min-w-0 gap-x-2">
                <Link href={crumb.href} dir="auto" className="truncate">
                  {crumb.label}
                </Link>
                {index < crumbs.length - 1 && <span aria-hidden="true">/</span>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {eyebrow && <p className="text-sm font-medium text-ink-soft">{eyebrow}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <PageTitle>{title}</PageTitle>
        {actions && <div className="flex flex-wrap items-center gap-3 print:hidden">{actions}</div>}
      </div>
      {lead && (
        <div dir="auto" className="max-w-measure font-serif text-lg text-ink-soft">
          {lead}
        </div>
      )}
    </header>
  );
}
