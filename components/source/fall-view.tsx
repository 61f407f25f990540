import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { formatPercent } from "@/lib/analysis/likelihood";
import type { CitingInquiry } from "@/lib/citing/queries";
import { count, joinWords, twoPlaces } from "@/lib/format";
import { changesAnything, type Fall, movesFigures } from "@/lib/source/fall";
import { VerdictWord } from "./record-view";

/** An inquiry, and what would become of it. */
export interface InquiryFall {
  readonly inquiry: CitingInquiry;
  readonly fall: Fall;
  /** What the claims of the fall say, by id. */
  readonly statements: ReadonlyMap<string, string>;
}

/** Everything that would be otherwise if a source fell, over all the inquiries that the reader sees, in one table. */
export function FallView({ sourceId, falls }: { sourceId: string; falls: readonly InquiryFall[] }) {
  const changing = falls.filter(({ fall }) => changesAnything(fall));
  return (
    <>
      <p className="max-w-measure">
        {changing.length === 0
          ? `Nothing that is shown would be another without ${sourceId}.`
          : `${joinWords(whatChanges(falls.map(({ fall }) => fall)))}.`}
      </p>
      <ul className="grid max-w-measure gap-2 text-sm">
        {falls.map(({ inquiry: { slug, question }, fall }) => (
          <li key={slug}>
            <Link href={`/inquiries/${slug}`} dir="auto">
              {question}
            </Link>{" "}
            {fall.sentence} {whatIsLeft(fall)}
          </li>
        ))}
      </ul>
      {changing.length > 0 && <FallTable sourceId={sourceId} falls={changing} />}
    </>
  );
}

/** "There would be another leader in 1 inquiry of 3", where the figures would move alone, and how many claims change. */
function whatChanges(falls: readonly Fall[]): readonly string[] {
  const leads = falls.filter(({ lead }) => lead !== "same");
  const figures = falls.filter((fall) => fall.lead === "same" && movesFigures(fall)).length;
  const claims = falls.reduce((sum, fall) => sum + fall.claims.length, 0);
  const leader = leads.every(({ lead }) => lead === "none")
    ? "no leader any more"
    : `another leader${leads.some(({ lead }) => lead === "none") ? " or none" : ""}`;
  const of = (inquiries: number) => `${count(inquiries, "inquiry", "inquiries")} of ${falls.length}`;
  return [
    ...(leads.length > 0 ? [`There would be ${leader} in ${of(leads.length)}`] : []),
    ...(figures > 0
      ? [
          leads.length > 0
            ? `figures would move under the same leader in ${figures} more`
            : `Figures would move under the same leader in ${of(figures)}`,
        ]
      : []),
    ...(claims > 0 ? [`${count(claims, "claim would stand", "claims would stand")} otherwise`] : []),
  ];
}

function whatIsLeft({ entries, origins }: Fall): string {
  const out = entries.now - entries.without;
  const dropping =
    out === 0
      ? "No entry would drop out"
      : `${out} of ${count(entries.now, "entry", "entries")} would drop out`;
  const left = `${count(origins.now, "origin")} would ${
    origins.without === origins.now ? "stay" : `become ${origins.without}`
  }`;
  return `${dropping}; ${left}.`;
}

function FallTable({ sourceId, falls }: { sourceId: string; falls: readonly InquiryFall[] }) {
  const isAnyRanking = falls.some(({ fall }) => fall.isRanking);
  return (
    <div className="max-w-measure">
      <DataTable
        label={`Every hypothesis and claim with ${sourceId} and without it`}
        caption={`Reckoned anew from everything else.${
          isAnyRanking
            ? " Where hypotheses can hold together, the figure is the weight beside the leader's, which is 1."
            : ""
        }`}
      >
        <thead>
          <tr>
            <th scope="col">Hypothesis or claim</th>
            <th scope="col" className="num">
              now
            </th>
            <th scope="col" className="num">
              without {sourceId}
            </th>
          </tr>
        </thead>
        {falls.map((each) => (
          <FallRows key={each.inquiry.slug} {...each} isNamed={falls.length > 1} />
        ))}
      </DataTable>
    </div>
  );
}

function FallRows({ inquiry, fall, statements, isNamed }: InquiryFall & { isNamed: boolean }) {
  const { slug, question, hypotheses } = inquiry;
  const nameOf = new Map(hypotheses.map(({ id, shortName }) => [id, shortName]));
  const figure = fall.isRanking ? weight : formatPercent;
  return (
    <tbody>
      {isNamed && (
        <tr>
          <th scope="rowgroup" colSpan={3} dir="auto">
            {question}
          </th>
        </tr>
      )}
      {fall.figures.map(({ id, now, without }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/inquiries/${slug}/hypotheses/${id}`}>
              {id} <bdi>{nameOf.get(id)}</bdi>
            </Link>
          </th>
          <td className="num">{now === null ? "–" : figure(now)}</td>
          <td className="num">{without === null ? "–" : figure(without)}</td>
        </tr>
      ))}
      {fall.claims.map(({ id, now, without }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/inquiries/${slug}/claims/${id}`}>
              {id} <bdi>{statements.get(id)}</bdi>
            </Link>
          </th>
          <td className="num">
            <VerdictWord verdict={now} />
          </td>
          <td className="num">
            <VerdictWord verdict={without} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const weight = (share: number): string => (share < 0.005 ? "under 0.01" : twoPlaces(share));
