import type { SourceLinkKind } from "@/lib/analysis/scales";
import { type Cycles, findCycles, type Reliance } from "@/lib/source/cycles";

/**
 * How one source rests on another. `cites`: an entry has the word of `on` through `from`. `republishes`: `from` often
 * carries what `on` puts out. `owned`: `from` is owned, paid for or directed by `on`. `same-origin`: the two are one,
 * which goes both ways and closes no round.
 */
export const RELIANCE_KINDS = [
  { code: "cites", label: "cites" },
  { code: "republishes", label: "republishes" },
  { code: "owned", label: "is owned or directed by" },
  { code: "same-origin", label: "is of one origin with" },
] as const;
export type RelianceKind = (typeof RELIANCE_KINDS)[number]["code"];

/** An edge of the graph of who rests on whom. */
export interface RelianceEdge extends Reliance {
  readonly kind: RelianceKind;
  /** Of citations, in how many entries. */
  readonly entries: number;
}

/** Who rests on whom, and who of them is withdrawn. */
export interface Reliances {
  readonly edges: readonly RelianceEdge[];
  readonly withdrawn: ReadonlySet<string>;
}

/** A relayed citation and a link as the database has them. */
export interface Relay {
  readonly source: string;
  readonly via: string;
  readonly entries: number;
}
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: SourceLinkKind;
}

/** The graph of who rests on whom, out of relays and links. */
export function reliancesOf(relays: readonly Relay[], links: readonly Link[]): readonly RelianceEdge[] {
  return [
    ...relays
      .filter(({ source, via }) => source !== via)
      .map(({ source, via, entries }) => ({ from: via, on: source, kind: "cites" as const, entries })),
    ...links.map(({ from, to, kind }): RelianceEdge => {
      if (kind === "owns") return { from: to, on: from, kind: "owned", entries: 0 };
      return { from, on: to, kind, entries: 0 };
    }),
  ];
}

/** The edges that can close a round: nothing counts on what is withdrawn, so nothing goes round through it. */
export const directed = ({ edges, withdrawn }: Reliances): readonly RelianceEdge[] =>
  edges.filter(({ from, on, kind }) => kind !== "same-origin" && !withdrawn.has(from) && !withdrawn.has(on));

/** The rounds that a source is part of. */
export function cyclesThrough(reliances: Reliances, id: string): Cycles {
  const { cycles, isCut } = findCycles(directed(reliances));
  return { cycles: cycles.filter((cycle) => cycle.includes(id)), isCut };
}

/** The edges at a source, those between its neighbours, and those of the rounds it is part of. */
export function edgesNear(reliances: Reliances, id: string): readonly RelianceEdge[] {
  const { edges } = reliances;
  const near = new Set([id, ...cyclesThrough(reliances, id).cycles.flat()]);
  for (const { from, on } of edges) {
    if (from === id) near.add(on);
    if (on === id) near.add(from);
  }
  return edges.filter(({ from, on }) => near.has(from) && near.has(on));
}
