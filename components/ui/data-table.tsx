import type { ReactNode } from "react";

interface DataTableProps {
  /** Names the region that scrolls, for those who hear the page. */
  label: string;
  /** Says what to see in it. */
  caption?: ReactNode;
  className?: string;
  /** `<thead>` and `<tbody>`; cells of figures take the class `num`. */
  children: ReactNode;
}

/** A plain table that scrolls sideways where it must, by keyboard too. */
export function DataTable({ label, caption, className, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className={className ? `data-table ${className}` : "data-table"}>
        {caption && <caption>{caption}</caption>}
        {children}
      </table>
    </section>
  );
}
