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

export interface EntryFiguresProps {
  analysis: Analysis;
  evidenceId: string;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  sources: ReadonlyMap<string, string>;
  /** Whether what others rated is not to be seen yet. */
  isBlind: boolean;
}

/** What an entry weighs and why, and what it says of each hypothesis. */
export function EntryFigures({ analysis, evidenceId, hypotheses, sources, isBlind }: EntryFiguresProps) {
  const entry = analysis.evidence.find(({ id }) => id === evidenceId);
  if (!entry) return <p className="text-sm text-ink-soft">It does not count at present.</p>;
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
