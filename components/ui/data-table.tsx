import { type ReactNode, useId } from "react";

interface DataTableProps {
  /** Names the region that scrolls, for those who hear the page. */
  label: string;
  /** Says what to see in it. Over the table and not in it: there it would be cut off where the table scrolls. */
  caption?: ReactNode;
  className?: string;
  /** `<thead>` and `<tbody>`; cells of figures take the class `num`. */
  children: ReactNode;
}

/** A plain table that scrolls sideways where it must, by keyboard too. */
export function DataTable({ label, caption, className, children }: DataTableProps) {
  const captionId = useId();
  return (
    <div className="min-w-0">
      {caption && (
        <p id={captionId} className="max-w-measure pb-2 text-xs text-ink-soft">
          {caption}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className="table-scroll" aria-label={label} tabIndex={0}>
        <table
          className={className ? `data-table ${className}` : "data-table"}
          aria-describedby={caption ? captionId : undefined}
        >
          {children}
        </table>
      </section>
    </div>
  );
}
