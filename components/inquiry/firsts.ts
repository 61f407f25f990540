import { COMPARED_METHODS, firstsBy, firstsByAll } from "@/lib/analysis/firsts";
import { groupBy } from "@/lib/analysis/group-by";
import { METHODS, type Method } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import { joinWords } from "@/lib/format";

const inShort = { posterior: "posterior", heuer: "inconsistency", parc: "PARC ACH", judgement: "judgement" };

/** Who is first by the methods that confidence goes by, in a few words. */
export function firstsInShort(analysis: Analysis): string {
  const shared = firstsByAll(analysis);
  const rows = COMPARED_METHODS.flatMap((code) => {
    const ids = shared.length > 0 ? shared : firstsBy(analysis, code);
    return firstsBy(analysis, code).length > 0 ? [{ name: inShort[code], first: named(analysis, ids) }] : [];
  });
  const groups = [...groupBy(rows, ({ first }) => first)].map(
    ([first, of]) => `${first} first by ${joinWords(of.map(({ name }) => name))}`,
  );
  return `${shared.length > 0 ? "" : "they part: "}${groups.join("; ")}`;
}

/** Who is first by which method, and what it means where they part. */
export function firstsInFull(analysis: Analysis): string {
  const rows = METHODS.map(({ code, label }) => ({ code, label, ids: firstsBy(analysis, code) })).filter(
    ({ ids }) => ids.length > 0,
  );
  const apart = new Set(rows.flatMap(({ ids }) => ids).filter((id) => !isComparable(analysis, id)));
  return [
    ...whoIsFirst(analysis, rows),
    ...(apart.size > 0
      ? [
          `Too few entries were rated on ${joinWords([...apart])}, and what nobody tests looks good to every inconsistency score.`,
        ]
      : []),
  ].join(" ");
}

interface MethodRow {
  readonly code: Method;
  readonly label: string;
  /** Those that it puts first. */
  readonly ids: readonly string[];
}

function whoIsFirst(analysis: Analysis, rows: readonly MethodRow[]): readonly string[] {
  const shared = firstsByAll(
    analysis,
    rows.map(({ code }) => code),
  );
  if (shared.length > 0) {
    const others = rows.some(({ ids }) => ids.length > shared.length) ? ", some of them others beside" : "";
    return [`All put ${named(analysis, shared)} first${others}.`];
  }
  const doPart = firstsByAll(analysis).length === 0;
  const groups = [...groupBy(rows, ({ ids }) => named(analysis, ids))].map(
    ([first, of]) => `${first} first by ${joinWords(of.map(({ label }) => label))}`,
  );
  return [
    `${doPart ? "They part" : "Those that confidence goes by agree, others do not"}: ${groups.join("; ")}.`,
    ...reasonsToPart(analysis),
  ];
}

/** What it means that posterior and inconsistency, or posterior and judgement, have no first in common. */
function reasonsToPart(analysis: Analysis): readonly string[] {
  const doPart = (...methods: readonly Method[]) => firstsByAll(analysis, methods).length === 0;
  const first = (method: Method) => joinWords(firstsBy(analysis, method));
  return [
    ...(doPart("posterior", "heuer")
      ? [
          `The posterior goes by what fits one better than its rivals (${first("posterior")}), inconsistency by how little speaks against it (${first("heuer")}); a hypothesis that little was tested on looks good to every inconsistency score.`,
        ]
      : []),
    ...(doPart("posterior", "judgement")
      ? [
          `The analysts themselves put ${first("judgement")} first: they weigh something that the matrix does not hold, or the matrix holds something that they do not weigh.`,
        ]
      : []),
  ];
}

/** "H1", or "H1 and H2, level,"; with word of those that stand apart. */
function named(analysis: Analysis, ids: readonly string[]): string {
  const words = joinWords(ids.map((id) => (isComparable(analysis, id) ? id : `${id} (set apart)`)));
  return ids.length > 1 ? `${words}, level,` : words;
}

const isComparable = ({ hypotheses }: Analysis, id: string): boolean =>
  hypotheses.find((hypothesis) => hypothesis.id === id)?.comparable ?? false;
