import { Word } from "@/components/scale/word";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import { Term } from "@/components/ui/term";
import type { GridColumn } from "@/lib/grid/row";
import type { Figure } from "@/lib/what-if/figures";

interface GridHeadProps {
  slug: string;
  columns: readonly GridColumn[];
  /** The column in which the cursor is, if it is in the head. */
  cursorColumn: number | null;
  /** How each hypothesis stands, by id: as things are tried, and as they are. */
  figures: ReadonlyMap<string, { readonly now: Figure; readonly before: Figure | null }>;
}

/**
 * The hypotheses by their short names, each with its posterior as a bar; a tick where it stands without what is tried.
 * The name opens into the statement and the way to the hypothesis; by keyboard the arrows lead here.
 */
export function GridHead({ slug, columns, cursorColumn, figures }: GridHeadProps) {
  const tabIndex = (column: number) => (cursorColumn === column ? 0 : -1);
  const last = columns.length + 1;
  return (
    <thead>
      <tr data-head aria-rowindex={1}>
        <th scope="col" tabIndex={tabIndex(0)}>
          Entry
        </th>
        {columns.map(({ id, shortName, statement }, column) => {
          const figure = figures.get(id);
          return (
            <th key={id} scope="col">
              <Term
                help={<span dir="auto">{statement}</span>}
                more={`/inquiries/${slug}/hypotheses/${id}`}
                moreIs={`all of ${id}`}
                tabIndex={tabIndex(column + 1)}
              >
                <b>{id}</b> <span dir="auto">{shortName}</span>
              </Term>
              {figure && (
                <>
                  <LikelihoodBar value={figure.now.bar} tick={figure.before?.bar ?? null} />
                  <span className="sr-only">{figure.now.words}</span>
                </>
              )}
            </th>
          );
        })}
        <th scope="col">
          <Word of="diagnosticity" tabIndex={tabIndex(last)}>
            Bits
          </Word>
        </th>
        <th scope="col">
          <Word of="weight" tabIndex={tabIndex(last + 1)}>
            Weight
          </Word>
        </th>
        <th scope="col" tabIndex={tabIndex(last + 2)}>
          <span className="sr-only">What if it were struck</span>
        </th>
      </tr>
    </thead>
  );
}
