/**
 * Claims and track records computed a second time, naively: straight from section 7 of the design and the edge cases of
 * docs/analysis.md, nothing shared with the engine but the types of the input. Slow on purpose.
 */
import type { ClaimInput } from "@/lib/analysis/claims";
import type { CitationInput, EvidenceInput, MatrixInput } from "@/lib/analysis/types";

const NUMBER: Record<string, number | null> = { II: -2, I: -1, N: 0, C: 1, CC: 2, NA: null };
const RELIABILITY: Record<string, number | null> = { A: 1, B: 0.75, C: 0.5, D: 0.25, E: 0, F: null };
const CREDIBILITY: Record<string, number | null> = { 1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0, 6: null };

type Opinion = { belief: number; disbelief: number; uncertainty: number };

const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const avg = (xs: number[]) => sum(xs) / xs.length;
const eq = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const atLeast = (a: number, b: number) => a > b || eq(a, b);
const numbersOf = (codes: readonly (string | number)[], scale: Record<string, number | null>) =>
  codes.map((code) => scale[code] as number | null).filter((x): x is number => x !== null);

/** Where entries come from in a matrix, by section 2. */
function provenance({ sources = [], sourceLinks = [], evidence = [], settings }: MatrixInput) {
  const { unrated = 0.25 } = settings ?? {};
  const position = (id: string) => sources.findIndex((s) => s.id === id);
  /** All that links reach from a source; its group bears the name of the first of them. */
  function groupOf(id: string): string {
    const reached = new Set([id]);
    for (const one of reached)
      for (const { from, to, kind } of sourceLinks) {
        if (kind === "republishes") continue;
        if (from === one) reached.add(to);
        if (to === one) reached.add(from);
      }
    return [...reached].sort((a, b) => position(a) - position(b))[0] as string;
  }
  const handsOf = ({ source, via }: CitationInput) =>
    (via === undefined ? [source] : [source, via]).map(groupOf);
  const gradesOf = (id: string) =>
    numbersOf(Object.values(sources.find((s) => s.id === id)?.reliability ?? {}), RELIABILITY);
  const reliabilityOf = (id: string) => (gradesOf(id).length > 0 ? avg(gradesOf(id)) : unrated);
  const worthOf = ({ source, via }: CitationInput) =>
    reliabilityOf(source) * (via === undefined ? 1 : reliabilityOf(via));
  const isJudged = ({ source, via }: CitationInput) =>
    gradesOf(source).length > 0 && (via === undefined || gradesOf(via).length > 0);
  const passing = (hand: string) =>
    evidence.filter((e) => (e.citations ?? []).some((c) => handsOf(c).includes(hand))).length;

  /** The origins of what some citations say, each with the worth of its best citation. */
  function originsOf(citations: readonly CitationInput[]): { name: string; worth: number }[] {
    if (citations.length === 0) return [{ name: "unsourced", worth: unrated }];
    const parts: CitationInput[][] = [];
    for (const citation of citations) {
      const touching = parts.filter((part) =>
        part.some((other) => handsOf(other).some((hand) => handsOf(citation).includes(hand))),
      );
      for (const part of touching) parts.splice(parts.indexOf(part), 1);
      parts.push([...touching.flat(), citation]);
    }
    return parts.map((part) => {
      const good = part.filter((c) => isJudged(c) && worthOf(c) > 0);
      const naming = good.length > 0 ? good : part;
      const hands = [...new Set(naming.flatMap(handsOf))];
      const most = hands.filter((hand) => passing(hand) === Math.max(...hands.map(passing)));
      const channels = most.filter((hand) =>
        naming.some(({ source, via }) => groupOf(via ?? source) === hand),
      );
      const names = (channels.length > 0 ? channels : most).sort((a, b) => position(a) - position(b));
      return { name: names[0] as string, worth: Math.max(...part.map(worthOf)) };
    });
  }
  const credibilityOf = ({ credibility }: EvidenceInput) => {
    const given = numbersOf(Object.values(credibility ?? {}), CREDIBILITY);
    return given.length > 0 ? avg(given) : unrated;
  };
  return { position, groupOf, gradesOf, reliabilityOf, originsOf, credibilityOf };
}

function discounted(c: number, trust: number): Opinion {
  const [b, d] = [(trust * Math.max(c, 0)) / 2, (trust * Math.max(-c, 0)) / 2];
  const scale = b + d > 0.9 ? 0.9 / (b + d) : 1;
  return { belief: b * scale, disbelief: d * scale, uncertainty: 1 - (b + d) * scale };
}

/** Both fusions by the products of FUSION 2018, and not by precisions; no uncertainty here is 0. */
function fuse(opinions: Opinion[], isCumulative: boolean): Opinion {
  const others = (i: number) => opinions.reduce((p, o, j) => (j === i ? p : p * o.uncertainty), 1);
  const weights = opinions.map((_, i) => others(i));
  const all = opinions.reduce((p, o) => p * o.uncertainty, 1);
  const below = sum(weights) - (isCumulative ? (opinions.length - 1) * all : 0);
  return {
    belief: sum(opinions.map((o, i) => o.belief * (weights[i] as number))) / below,
    disbelief: sum(opinions.map((o, i) => o.disbelief * (weights[i] as number))) / below,
    uncertainty: ((isCumulative ? 1 : opinions.length) * all) / below,
  };
}

function verdictOf({ belief, uncertainty }: Opinion, byOrigin: Opinion[]): string {
  const p = belief + uncertainty / 2;
  if (uncertainty > 0.5 && !eq(uncertainty, 0.5)) return "unverified";
  const prevails = atLeast(p, 0.7) ? "supported" : atLeast(0.3, p) ? "contradicted" : "disputed";
  if (prevails === "disputed") return prevails;
  const speaking = byOrigin.filter((o) =>
    prevails === "supported" ? o.belief > o.disbelief : o.disbelief > o.belief,
  );
  return speaking.length < 2 ? "single-origin" : prevails;
}

/** @param isHeard Which entries count, by the names of all their origins. */
export function referenceClaim(
  input: MatrixInput,
  { id, asserter, ratings }: ClaimInput,
  isHeard: (origins: string[]) => boolean = () => true,
) {
  const { position, groupOf, originsOf, credibilityOf } = provenance(input);
  const ownWord: string[] = [];
  const heard: { origin: string; evidence: string; opinion: Opinion }[] = [];
  for (const evidence of new Set(ratings.map((rating) => rating.evidence))) {
    const entry = (input.evidence ?? []).find((e) => e.id === evidence) as EvidenceInput;
    const citations = entry.citations ?? [];
    const others = citations.filter(
      ({ source }) => asserter === undefined || groupOf(source) !== groupOf(asserter),
    );
    if (citations.length > 0 && others.length === 0) {
      ownWord.push(evidence);
      continue;
    }
    const codes = ratings
      .filter((rating) => rating.evidence === evidence)
      .map((rating) => rating.consistency);
    const numbers = numbersOf(codes, NUMBER);
    const c = numbers.length > 0 ? avg(numbers) : 0;
    if (c === 0 || !isHeard(originsOf(citations).map(({ name }) => name))) continue;
    for (const { name, worth } of originsOf(others))
      heard.push({
        origin: name,
        evidence,
        opinion: discounted(c, Math.sqrt(worth * credibilityOf(entry))),
      });
  }
  const place = (name: string) => (name === "unsourced" ? Number.POSITIVE_INFINITY : position(name));
  const names = [...new Set(heard.map(({ origin }) => origin))].sort((a, b) =>
    place(a) < place(b) ? -1 : 1,
  );
  const origins = names.map((name) => {
    const said = heard.filter(({ origin }) => origin === name);
    return {
      id: name,
      opinion: fuse(
        said.map(({ opinion }) => opinion),
        false,
      ),
      evidence: said.map(({ evidence }) => evidence),
    };
  });
  const byOrigin = origins.map(({ opinion }) => opinion);
  const opinion = byOrigin.length > 0 ? fuse(byOrigin, true) : { belief: 0, disbelief: 0, uncertainty: 1 };
  return {
    id,
    verdict: verdictOf(opinion, byOrigin),
    opinion,
    probability: opinion.belief + opinion.uncertainty / 2,
    origins,
    ownWord,
  };
}

/** What became of the claims of every source that asserts one. */
export function referenceRecords(input: MatrixInput, claims: readonly ClaimInput[]) {
  const { groupOf, gradesOf, reliabilityOf } = provenance(input);
  return (input.sources ?? []).flatMap(({ id: source }) => {
    const own = claims.filter(({ asserter }) => asserter === source);
    if (own.length === 0) return [];
    const verdicts = own.map((claim) => ({
      claim: claim.id,
      verdict: referenceClaim(input, claim, (origins) => !origins.includes(groupOf(source))).verdict,
    }));
    const [r, s] = ["supported", "contradicted"].map(
      (sought) => verdicts.filter(({ verdict }) => verdict === sought).length,
    ) as [number, number];
    return [
      {
        source,
        claims: own.length,
        verdicts,
        supported: r,
        contradicted: s,
        mean: (r + 1) / (r + s + 2),
        grade: gradesOf(source).length > 0 ? reliabilityOf(source) : null,
      },
    ];
  });
}

/** The share of the Beta distribution of r + 1 and s + 1 that lies below x, by Simpson's rule. */
export function betaShareBelow(x: number, r: number, s: number): number {
  const density = (at: number) => at ** r * (1 - at) ** s;
  const area = (to: number) => {
    const steps = 2_000;
    const inner = Array.from(
      { length: steps - 1 },
      (_, i) => (i % 2 === 0 ? 4 : 2) * density((to * (i + 1)) / steps),
    );
    return ((density(0) + sum(inner) + density(to)) * to) / (3 * steps);
  };
  return area(x) / area(1);
}
