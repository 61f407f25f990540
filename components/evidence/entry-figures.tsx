import Link from "next/link";
import { ConsistencyCode } from "@/components/scale/codes";
import { Word } from "@/components/scale/word";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { Term } from "@/components/ui/term";
import { COLUMNS, FLAGS } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import { joinWords, odds, twoPlaces } from "@/lib/format";
import { toldAt } from "@/lib/glossary";

interface CitedHand {
  readonly id: string;
  readonly name: string;
  readonly withdrawnAt: Date | null;
}

export interface EntryFiguresProps {
  analysis: Analysis;
  evidenceId: string;
  /** What it cites, withdrawn or not. */
  citations: readonly { readonly source: CitedHand; readonly via: CitedHand | null }[];
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  sources: ReadonlyMap<string, string>;
  /** Whether what others rated is not to be seen yet. */
  isBlind: boolean;
}

/** What an entry weighs and why, and what it says of each hypothesis. */
export function EntryFigures(props: EntryFiguresProps) {
  const { analysis, evidenceId, citations, hypotheses, sources, isBlind } = props;
  const entry = analysis.evidence.find(({ id }) => id === evidenceId);
  if (!entry) return <DoesNotCount citations={citations} />;
  const cells = new Map(
    analysis.cells.filter((cell) => cell.evidence === evidenceId).map((cell) => [cell.hypothesis, cell]),
  );
  const flags = FLAGS.filter(({ code }) => entry.flags.includes(code));
  const isSourced = entry.leansOn !== "unsourced";
  if (isBlind)
    return (
      <p className="max-w-measure text-sm text-ink-soft">
        Shown once you have rated it: it is made of what the others rated.
      </p>
    );
  return (
    <>
      <DefinitionList
        items={[
          {
            key: "weight",
            term: <Word of="weight">Weight</Word>,
            value: `${twoPlaces(entry.weight)}, from reliability ${twoPlaces(entry.reliability)}, credibility ${twoPlaces(entry.credibility)} and relevance ${twoPlaces(entry.relevance)}`,
          },
          {
            key: "origin",
            term: <Word of="origin">Leans on</Word>,
            value: (
              <>
                {isSourced ? (
                  <Link href={`/sources/${entry.leansOn}`}>
                    {entry.leansOn} {sources.get(entry.leansOn)}
                  </Link>
                ) : (
                  "no source"
                )}
                , <Word of="doubt">doubted</Word> at {twoPlaces(entry.doubt)}: all that leans on it moves the
                odds by no more than <Word of="bound">{odds(entry.bound)}</Word>
                {entry.corroborators.length > 0 && (
                  <>
                    ; corroborated by{" "}
                    <bdi>{joinWords(entry.corroborators.map((id) => `${id} ${sources.get(id)}`))}</bdi>
                  </>
                )}
              </>
            ),
          },
          {
            key: "diagnosticity",
            term: <Word of="diagnosticity">Diagnosticity</Word>,
            value: `${twoPlaces(entry.diagnosticity)} bits between the hypotheses it favours most and least, before its origin is doubted`,
          },
          flags.length > 0
            ? {
                key: "flags",
                term: <Word of="flag">Flags</Word>,
                value: (
                  <span className="flex flex-wrap gap-x-4">
                    {flags.map(({ code, label, help }) => (
                      <Term key={code} help={help} more={toldAt("flag")}>
                        {label}
                      </Term>
                    ))}
                  </span>
                ),
              }
            : null,
        ]}
      />
      <DataTable label="What it says of each hypothesis">
        <thead>
          <tr>
            <th scope="col">Hypothesis</th>
            <th scope="col">
              <Word of="consensus">Consensus</Word>
            </th>
            <th scope="col" className="num">
              <Word of="disagreement">Disagreement</Word>
            </th>
            <th scope="col" className="num">
              <Word of="bearing">Bearing</Word>, bits
            </th>
            <th scope="col">So it</th>
          </tr>
        </thead>
        <tbody>
          {hypotheses.map(({ id, shortName }) => {
            const cell = cells.get(id);
            const column = COLUMNS.find(({ code }) => code === cell?.column);
            return (
              <tr key={id}>
                <th scope="row" dir="auto">
                  {id} {shortName}
                </th>
                <td>
                  <ConsistencyCode code={cell?.label ?? ""} />
                </td>
                <td className="num">{cell?.disagreement == null ? "–" : twoPlaces(cell.disagreement)}</td>
                <td className="num">{cell ? cell.bearing.toFixed(2).replace("-", "−") : "–"}</td>
                <td>
                  {column ? <Term help={column.help}>{column.label.toLowerCase()}</Term> : "says little"}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}

/** That an entry does not count, and where that is so because of its sources, which these are. */
function DoesNotCount({ citations }: Pick<EntryFiguresProps, "citations">) {
  const gone = citations.map(({ source, via }) =>
    [source, via].filter((hand) => hand !== null).filter(({ withdrawnAt }) => withdrawnAt !== null),
  );
  const hands = new Map(gone.flat().map((hand) => [hand.id, hand]));
  const isForSources = hands.size > 0 && gone.every((withdrawn) => withdrawn.length > 0);
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      It does not count at present
      {isForSources && (
        <>
          {citations.every(({ source }) => source.withdrawnAt !== null)
            ? ": all its sources are withdrawn"
            : ": all that it cites comes from or through withdrawn sources"}
          {[...hands.values()].map(({ id, name }) => (
            <span key={id}>
              ,{" "}
              <Link href={`/sources/${id}`} dir="auto">
                {id} {name}
              </Link>
            </span>
          ))}
        </>
      )}
      .
    </p>
  );
}
