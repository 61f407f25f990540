import { OriginName } from "@/components/origin/origin-name";
import { Notice } from "@/components/ui/notice";
import type { Analysis } from "@/lib/analysis/types";
import { count, odds } from "@/lib/format";

/** What the entries of an inquiry rest on, counted. */
export function countOrigins(analysis: Pick<Analysis, "evidence" | "origins">): {
  entries: number;
  origins: number;
  sole: string | null;
} {
  const [first] = analysis.origins;
  const isSole = analysis.origins.length === 1 && analysis.evidence.length > 1;
  return {
    entries: analysis.evidence.length,
    origins: analysis.origins.length,
    sole: isSole && first ? first.id : null,
  };
}

/** The warning that matters most where it holds: everything comes through one source, and stands or falls with it. */
export function OriginWarning({
  analysis,
  nameOf,
}: {
  analysis: Analysis;
  nameOf: ReadonlyMap<string, string>;
}) {
  const { entries, origins, sole } = countOrigins(analysis);
  const only = analysis.origins[0];
  if (!sole || !only) {
    if (origins === 0 || origins > 2) return null;
    return (
      <Notice tone="warning" title={`${count(entries, "entry", "entries")}, ${count(origins, "origin")}`}>
        <p>What leans on one origin stands or falls together. Look for an independent source.</p>
      </Notice>
    );
  }
  if (sole === "unsourced") {
    return (
      <Notice tone="warning" title={`${count(entries, "entry", "entries")}, no source`}>
        <p>Nothing here cites a source yet, so all of it is doubted together.</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={`${count(entries, "entry", "entries")}, 1 origin: everything comes through one source`}
    >
      <p>
        All of it reaches us through <OriginName id={sole} sources={analysis.sources} nameOf={nameOf} />. If
        that fails, every entry fails with it; so together they move the odds between two hypotheses by no
        more than {odds(only.bound)}, however many they are. An independent source would change that most.
      </p>
    </Notice>
  );
}
