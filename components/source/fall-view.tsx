import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { formatPercent } from "@/lib/analysis/likelihood";
import { count, twoPlaces } from "@/lib/format";
import { changesAnything, type Fall } from "@/lib/source/fall";
import type { CitingInquiry } from "@/lib/source/queries";
import { VerdictWord } from "./record-view";

/** An inquiry, and what would become of it. */
export interface InquiryFall {
  readonly inquiry: CitingInquiry;
  readonly fall: Fall;
}

/** Everything that would be otherwise if a source fell, over all the inquiries that the reader sees, in one table. */
export function FallView({ sourceId, falls }: { sourceId: string; falls: readonly InquiryFall[] }) {
  const changing = falls.filter(({ fall }) => changesAnything(fall));
  const claims = changing.reduce((sum, { fall }) => sum + fall.claims.length, 0);
  return (
    <>
      <p className="max-w-measure">
        {changing.length === 0
          ? `Nothing that is shown would be another without ${sourceId}.`
          : `${count(changing.length, "inquiry", "inquiries")} of ${falls.length} would say something else${
              claims > 0 ? `, and ${count(claims, "claim would stand", "claims would stand")} otherwise` : ""
            }.`}
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
        {falls.map(({ inquiry, fall }) => (
          <FallRows key={inquiry.slug} inquiry={inquiry} fall={fall} isNamed={falls.length > 1} />
        ))}
      </DataTable>
    </div>
  );
}

function FallRows({ inquiry, fall, isNamed }: InquiryFall & { isNamed: boolean }) {
  const { slug, question, hypotheses, statements } = inquiry;
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
