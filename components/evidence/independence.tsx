import { OriginName, SourceLink } from "@/components/origin/origin-name";
import { ReliabilityCode } from "@/components/scale/codes";
import { Word } from "@/components/scale/word";
import { UNSOURCED } from "@/lib/analysis/origins";
import type { Analysis, EvidenceFindings } from "@/lib/analysis/types";
import { count } from "@/lib/format";
import { nearestReliability } from "@/lib/source/grade";

interface IndependenceProps {
  analysis: Analysis;
  evidenceId: string;
  /** How many of its citations count. */
  citations: number;
  nameOf: ReadonlyMap<string, string>;
}

/**
 * Whether anything independent says what an entry says. It goes by citations and grades of sources, and so tells
 * nothing of how anybody rated the entry. Nothing where the entry does not count.
 */
export function Independence({ analysis, evidenceId, citations, nameOf }: IndependenceProps) {
  const entry = analysis.evidence.find(({ id }) => id === evidenceId);
  if (!entry) return null;
  const { sources } = analysis;
  const reliabilityOf = (id: string) => sources.find((source) => source.id === id)?.reliability ?? null;
  const vouching = entry.origins.filter((id) => id === entry.leansOn || entry.corroborators.includes(id));
  const silent = entry.origins.filter((id) => !vouching.includes(id));
  return (
    <p className="max-w-measure">
      <Finding entry={entry} vouching={vouching.length} isAlone={silent.length === 0} citations={citations} />{" "}
      {entry.leansOn !== UNSOURCED &&
        vouching.map((id, i) => (
          <span key={id}>
            {i > 0 && (i === vouching.length - 1 ? " and " : ", ")}
            <OriginName id={id} sources={sources} nameOf={nameOf} /> <Reliability of={reliabilityOf(id)} />
          </span>
        ))}
      {entry.leansOn !== UNSOURCED && "."}
      {silent.map((id) => (
        <span key={id}>
          {" "}
          <SourceLink id={id} nameOf={nameOf} /> says it as well and does not vouch for it yet:{" "}
          {whySilent(reliabilityOf(id))}.
        </span>
      ))}
    </p>
  );
}

function Finding({
  entry,
  vouching,
  isAlone,
  citations,
}: {
  entry: EvidenceFindings;
  vouching: number;
  isAlone: boolean;
  citations: number;
}) {
  if (entry.leansOn === UNSOURCED) return <strong>Nothing independent says it: it cites no source.</strong>;
  if (vouching > 1)
    return (
      <strong>
        {vouching} independent <Word of="origin">origins</Word> say it:
      </strong>
    );
  if (!isAlone)
    return (
      <>
        <strong>Nothing independent vouches for it yet.</strong> It leans on
      </>
    );
  return (
    <>
      <strong>Nothing independent says it:</strong>{" "}
      {citations === 1 ? "its one citation leads" : `all ${count(citations, "citation")} lead`} back to
    </>
  );
}

function Reliability({ of }: { of: number | null }) {
  if (of === null) return <>(not judged yet)</>;
  return (
    <>
      (reliability <ReliabilityCode code={nearestReliability(of)} />)
    </>
  );
}

function whySilent(reliability: number | null): string {
  if (reliability === null) return "it is not judged";
  if (reliability === 0) return "it is graded E";
  return "not every hand through which it came has a grade better than E";
}
