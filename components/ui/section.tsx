import { type ReactNode, useId } from "react";

interface SectionProps {
  title: ReactNode;
  level?: 2 | 3;
  /** For links to it; made up otherwise. */
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A part of a page under its own heading, parted from the one before by a thin rule (level 2). */
export function Section({ title, level = 2, id, lead, actions, className, children }: SectionProps) {
  const headingId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  const frame =
    level === 2
      ? "grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-rule py-8"
      : "grid grid-cols-[minmax(0,1fr)] gap-3";
  return (
    <section id={id} aria-labelledby={headingId} className={className ? `${frame} ${className}` : frame}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <Heading id={headingId} className="min-w-0">
          {title}
        </Heading>
        {actions && <div className="flex flex-wrap items-center gap-3 print:hidden">{actions}</div>}
      </div>
      {lead && <div className="max-w-measure text-sm text-ink-soft">{lead}</div>}
      {children}
    </section>
  );
}
