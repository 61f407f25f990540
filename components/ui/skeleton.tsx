export type SkeletonShape = "chart" | "list" | "table" | "text";

const rows = Array.from({ length: 6 }, (_, row) => row);
const columns = Array.from({ length: 5 }, (_, column) => column);

/**
 * The shape of a page that is on its way: its heading, and beneath it a chart and words, a list, a table or a text. It
 * keeps still, and those who hear the page are told by whoever shows it.
 */
export function Skeleton({ shape }: { shape: SkeletonShape }) {
  return (
    <div className="skeleton" aria-hidden="true">
      <span className="bone bone-title" />
      <span className="bone bone-lead" />
      {shape === "chart" && <span className="bone bone-chart" />}
      {rows.map((row) =>
        shape === "table" ? (
          <span key={row} className="bone-row">
            {columns.map((column) => (
              <span key={column} className="bone" />
            ))}
          </span>
        ) : (
          <span key={row} className={shape === "list" ? "bone-item" : undefined}>
            <span className="bone" />
            {shape === "list" && <span className="bone bone-short" />}
          </span>
        ),
      )}
    </div>
  );
}
