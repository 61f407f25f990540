import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import type { GridColumn } from "@/lib/grid/row";
import type { Figure } from "@/lib/what-if/figures";

interface GridHeadProps {
  columns: readonly GridColumn[];
  /** How each hypothesis stands, by id: as things are tried, and as they are. */
  figures: ReadonlyMap<string, { readonly now: Figure; readonly before: Figure | null }>;
}

/** The hypotheses by their short names, each with its posterior as a bar; a tick where it stands without what is tried. */
export function GridHead({ columns, figures }: GridHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">Entry</th>
        {columns.map(({ id, shortName }) => {
          const figure = figures.get(id);
          return (
            <th key={id} scope="col" title={shortName}>
              <b>{id}</b> <span dir="auto">{shortName}</span>
              {figure && (
                <>
                  <LikelihoodBar value={figure.now.bar} tick={figure.before?.bar ?? null} />
                  <span className="sr-only">{figure.now.words}</span>
                </>
              )}
            </th>
          );
        })}
        <th scope="col">Bits</th>
        <th scope="col">Weight</th>
        <th scope="col">
          <span className="sr-only">What if it were struck</span>
        </th>
      </tr>
    </thead>
  );
}
