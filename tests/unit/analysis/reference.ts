/**
 * The contract computed a second time, naively: objects and loops straight from the formulas, nothing shared with the
 * engine but the types of the input. Slow on purpose; the tests hold the engine against it.
 */
import type { MatrixInput } from "@/lib/analysis/types";

type Code = "II" | "I" | "N" | "C" | "CC" | "NA";
const NUMBER: Record<Code, number | null> = { II: -2, I: -1, N: 0, C: 1, CC: 2, NA: null };
const RELIABILITY: Record<string, number | null> = { A: 1, B: 0.75, C: 0.5, D: 0.25, E: 0, F: null };
const CREDIBILITY: Record<string, number | null> = { 1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0, 6: null };
const RELEVANCE: Record<string, number> = { low: 0.5, medium: 0.75, high: 1 };

const eq = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const avg = (xs: number[]) => sum(xs) / xs.length;
const product = (xs: number[]) => xs.reduce((a, b) => a * b, 1);

/** Ids by score, lowest first; what equals the first of a run is settled by the next score, then by input order. */
function order(ids: string[], ...scores: ((id: string) => number)[]): string[] {
  const score = scores[0];
  if (!score) return ids;
  let left = [...ids];
  const out: string[] = [];
  while (left.length > 0) {
    const lowest = Math.min(...left.map(score));
    const run = left.filter((id) => eq(score(id), lowest));
    out.push(...order(run, ...scores.slice(1)));
    left = left.filter((id) => !run.includes(id));
  }
  return out;
}

function simplex(v: number[]): number[] {
  // Bisection on the amount to take away: independent of the sorting algorithm.
  let low = Math.min(...v) - 1;
  let high = Math.max(...v);
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (sum(v.map((x) => Math.max(0, x - middle))) > 1) low = middle;
    else high = middle;
  }
  return v.map((x) => Math.max(0, x - low));
}

function alpha(units: number[][]): number | null {
  // Krippendorff 2011 from the definition: every pair of values in a unit against every pair of values at all.
  const paired = units.filter((unit) => unit.length >= 2);
  const all = paired.flat();
  const n = all.length;
  const count = (g: number) => all.filter((x) => x === g).length;
  const delta = (c: number, k: number) => {
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    let between = 0;
    for (let g = low; g <= high; g++) between += count(g);
    return (between - (count(c) + count(k)) / 2) ** 2;
  };
  const table = new Map<string, number>();
  const d = (c: number, k: number) => {
    const key = `${c} ${k}`;
    if (!table.has(key)) table.set(key, delta(c, k));
    return table.get(key) as number;
  };
  let observed = 0;
  for (const unit of paired) {
    let inside = 0;
    for (let i = 0; i < unit.length; i++)
      for (let j = 0; j < unit.length; j++) if (i !== j) inside += d(unit[i]!, unit[j]!);
    observed += inside / (unit.length - 1);
  }
  let expected = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) expected += d(all[i]!, all[j]!);
  if (expected === 0) return null;
  return 1 - observed / n / (expected / (n * (n - 1)));
}

/**
 * @param leftOut Entries that are left out while weights, κ, origins and doubts stay as they are with them.
 */
export function reference(input: MatrixInput, leftOut: ReadonlySet<string> = new Set()) {
  const { hypotheses, sources = [], sourceLinks = [], evidence = [], ratings = [], judgements = [] } = input;
  const { step = 0.2, doubt = 0.4, unrated = 0.25 } = input.settings ?? {};
  const hs = hypotheses.map((h) => h.id);
  const position = (source: string) => sources.findIndex((s) => s.id === source);

  // Groups: spread each source's name along the links until nothing changes.
  const group = new Map(sources.map((s) => [s.id, s.id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const link of sourceLinks) {
      if (link.kind === "republishes") continue;
      const [a, b] = [group.get(link.from) as string, group.get(link.to) as string];
      const first = position(a) <= position(b) ? a : b;
      if (a !== first || b !== first) changed = true;
      group.set(link.from, first);
      group.set(link.to, first);
    }
  }
  const g = (source: string) => group.get(source) as string;

  const r = new Map(
    sources.map((s) => {
      const grades = Object.values(s.reliability ?? {}).map((code) => RELIABILITY[code] as number | null);
      const numbers = grades.filter((x): x is number => x !== null);
      return [s.id, { judged: numbers.length > 0, value: numbers.length > 0 ? avg(numbers) : unrated }];
    }),
  );
  const graded = (c: { source: string; via?: string | undefined }) => {
    const asserter = r.get(c.source)!;
    const relay = c.via === undefined ? null : r.get(c.via)!;
    return {
      hands: [...new Set([g(c.source), ...(c.via === undefined ? [] : [g(c.via)])])],
      channel: g(c.via ?? c.source),
      r: asserter.value * (relay ? relay.value : 1),
      judged: asserter.judged && (relay ? relay.judged : true),
    };
  };
  type Graded = ReturnType<typeof graded>;
  const passing = (hand: string) =>
    evidence.filter((e) => (e.citations ?? []).some((c) => graded(c).hands.includes(hand))).length;
  const bestOf = <T extends { r: number; judged: boolean }>(xs: T[]): T => {
    const top = Math.max(...xs.map((x) => x.r));
    const equals = xs.filter((x) => eq(x.r, top));
    return equals.find((x) => x.judged) ?? equals[0]!;
  };

  const entries = evidence.map((e) => {
    let parts: Graded[][] = [];
    for (const citation of (e.citations ?? []).map(graded)) {
      const touching = parts.filter((part) =>
        part.some((other) => other.hands.some((hand) => citation.hands.includes(hand))),
      );
      parts = [...parts.filter((part) => !touching.includes(part)), [...touching.flat(), citation]];
    }
    const origins = parts.map((part) => {
      const good = part.filter((c) => c.judged && c.r > 0);
      const from = good.length > 0 ? good : part;
      let names = [...new Set(from.flatMap((c) => c.hands))];
      const most = Math.max(...names.map(passing));
      names = names.filter((name) => passing(name) === most);
      const channels = names.filter((name) => from.some((c) => c.channel === name));
      if (channels.length > 0) names = channels;
      names.sort((a, b) => position(a) - position(b));
      const best = bestOf([...part].sort((a, b) => b.r - a.r));
      return { name: names[0]!, r: best.r, judged: best.judged };
    });
    if (origins.length === 0) origins.push({ name: "unsourced", r: unrated, judged: false });
    origins.sort((a, b) => position(a.name) - position(b.name));
    const leansOn = bestOf(origins);
    const corroborators = origins.filter((o) => o !== leansOn && o.judged && o.r > 0);
    const kappa = product(corroborators.map((o) => Math.max(0.05, 1 - o.r)));
    const R = 1 - (1 - leansOn.r) * product(corroborators.map((o) => 1 - o.r));
    const believed = Object.values(e.credibility ?? {})
      .map((code) => CREDIBILITY[code] as number | null)
      .filter((x): x is number => x !== null);
    const K = believed.length > 0 ? avg(believed) : unrated;
    const relevant = Object.values(e.relevance ?? {}).map((code) => RELEVANCE[code] as number);
    const V = relevant.length > 0 ? avg(relevant) : 0.75;
    const w = Math.sqrt(R * K) * V;

    const cells = hs.map((h) => {
      const codes = ratings
        .filter((x) => x.evidence === e.id && x.hypothesis === h)
        .map((x) => x.consistency);
      const numbers = codes.map((code) => NUMBER[code]).filter((x): x is number => x !== null);
      const c = numbers.length > 0 ? avg(numbers) : null;
      const label =
        c === null
          ? null
          : (["II", "I", "N", "C", "CC"] as const)[
              // Nearest, a half towards N.
              [-2, -1, 0, 1, 2]
                .map((code, index) => ({ index, distance: Math.abs(code - c), size: Math.abs(code) }))
                .sort((a, b) => a.distance - b.distance || a.size - b.size)[0]!.index
            ]!;
      return {
        hypothesis: h,
        codes,
        consensus: c,
        label,
        votes: numbers.length,
        disagreement:
          numbers.length < 2 ? null : Math.sqrt(avg(numbers.map((x) => (x - (c as number)) ** 2))) / 2,
        m: codes.length > 0 ? avg(codes.map((code) => NUMBER[code] ?? 0)) : 0,
        p: 0.5 + step * w * (c ?? 0),
      };
    });
    const logs = cells.map((cell) => Math.log2(cell.p));
    const says = cells.some((cell) => cell.consensus !== null && cell.consensus !== 0);
    const withBearing = cells.map((cell, i) => {
      const others = logs.filter((_, j) => j !== i);
      const bearing = others.length > 0 ? logs[i]! - avg(others) : 0;
      const c = cell.consensus ?? 0;
      const column =
        c > 0 && bearing > 0.02
          ? "supports"
          : c < 0 && bearing < -0.02
            ? "contradicts"
            : c > 0
              ? "fits-all"
              : null;
      return { ...cell, bearing, column };
    });

    const flags: string[] = [];
    const cs = cells.map((cell) => cell.consensus);
    if (hs.length > 1 && cs.every((c) => c !== null)) {
      if (Math.max(...(cs as number[])) - Math.min(...(cs as number[])) <= 0.5 + 1e-10)
        flags.push("fits-everything");
    }
    if (w < 0.1 - 1e-10) flags.push("disbelieved");
    if (Object.values(e.credibility ?? {}).includes(1) && origins.filter((o) => o.judged).length < 2)
      flags.push("confirmed-alone");
    if ((e.citations ?? []).length > 0 && (e.citations ?? []).every((c) => c.via !== undefined))
      flags.push("relayed-only");
    if ((e.citations ?? []).length === 0) flags.push("unsourced");

    return {
      id: e.id,
      credibilityJudged: believed.length > 0,
      relevanceJudged: relevant.length > 0,
      reliability: R,
      credibility: K,
      relevance: V,
      weight: w,
      origins,
      leansOn,
      corroborators,
      corroboration: kappa,
      diagnosticity: hs.length > 0 ? Math.max(...logs) - Math.min(...logs) : 0,
      says,
      flags,
      cells: withBearing,
      input: e,
    };
  });
  type Entry = (typeof entries)[number];
  const said = (xs: Entry[]) => xs.filter((x) => !leftOut.has(x.id));
  const heard = (xs: Entry[]) => (xs.some((x) => x.says) ? xs.filter((x) => x.says) : xs);

  // Doubt, and everything that is believed or doubted as one.
  const S = new Map(hypotheses.map((h) => [h.id, Math.log(h.prior ?? 1)]));
  const addDoubted = (L: number[], lambda: number) => {
    const most = Math.max(...L);
    hs.forEach((h, i) => {
      S.set(h, S.get(h)! + Math.log((1 - lambda) * L[i]! + lambda * most));
    });
  };
  const origins = [...sources.map((s) => s.id), "unsourced"].flatMap((name) => {
    const leaning = entries.filter((e) => e.leansOn.name === name);
    if (leaning.length === 0) return [];
    const lambda = Math.max(0.05, doubt * (1 - avg(heard(leaning).map((e) => e.leansOn.r))));
    addDoubted(
      hs.map((_, i) => product(said(leaning).map((e) => e.cells[i]!.p ** e.corroboration))),
      lambda,
    );
    const sets = new Map<string, Entry[]>();
    for (const e of leaning) {
      if (e.corroborators.length === 0) continue;
      const key = JSON.stringify(e.corroborators.map((o) => o.name));
      sets.set(key, [...(sets.get(key) ?? []), e]);
    }
    for (const set of sets.values()) {
      const chance = avg(
        heard(set).map((e) => product(e.corroborators.map((o) => Math.max(0.05, doubt * (1 - o.r))))),
      );
      addDoubted(
        hs.map((_, i) => product(said(set).map((e) => e.cells[i]!.p ** (1 - e.corroboration)))),
        lambda * chance,
      );
    }
    return [
      {
        id: name,
        sources: sources.filter((s) => g(s.id) === name).map((s) => s.id),
        evidence: leaning.length,
        doubt: lambda,
        bound: 1 / lambda,
      },
    ];
  });
  const top = Math.max(...S.values());
  const total = sum([...S.values()].map((x) => Math.exp(x - top)));
  const posterior = new Map(hs.map((h) => [h, Math.exp(S.get(h)! - top) / total]));

  const judged =
    judgements.length === 0
      ? null
      : judgements.map((j) => simplex(hs.map((h) => (j.probabilities[h] as number) / 100)));
  const judgement = judged && new Map(hs.map((h, i) => [h, avg(judged.map((one) => one[i]!))]));

  // Scores.
  const over = (f: (e: Entry, i: number) => number) =>
    new Map(hs.map((h, i) => [h, sum(entries.map((e) => f(e, i)))]));
  const against = (e: Entry, i: number) => Math.max(0, -(e.cells[i]!.consensus ?? 0));
  const heuer = over(against);
  const parc = over((e, i) => {
    let factor = 1;
    if (e.credibilityJudged && e.credibility >= 0.625 - 1e-10) factor *= Math.sqrt(2);
    if (e.credibilityJudged && e.credibility <= 0.375 + 1e-10) factor /= Math.sqrt(2);
    if (e.relevanceJudged && e.relevance > 0.875 + 1e-10) factor *= Math.sqrt(2);
    if (e.relevanceJudged && e.relevance < 0.625 - 1e-10) factor /= Math.sqrt(2);
    return factor * against(e, i);
  });
  const squared = over((e, i) => (e.cells[i]!.m < 0 ? e.cells[i]!.m ** 2 : 0));
  const squaredFit = over((e, i) => (e.cells[i]!.m > 0 ? e.cells[i]!.m ** 2 : 0));
  const burton = over((e, i) =>
    sum(
      ratings
        .filter((x) => x.evidence === e.id && x.hypothesis === hs[i])
        .map((x) => {
          const size = { II: 2, I: 1 }[x.consistency as "II"] ?? 0;
          const own = new Map(Object.entries(e.input.credibility ?? {})).get(x.analyst);
          const factor = own === undefined || own === 6 ? 1 : own <= 2 ? 2 : own === 3 ? 1 : 0.5;
          return factor * size;
        }),
    ),
  );

  const people = new Set<string>();
  for (const s of sources) for (const id of Object.keys(s.reliability ?? {})) people.add(id);
  for (const e of evidence) {
    for (const id of Object.keys(e.credibility ?? {})) people.add(id);
    for (const id of Object.keys(e.relevance ?? {})) people.add(id);
  }
  for (const x of ratings) people.add(x.analyst);
  for (const x of judgements) people.add(x.analyst);
  const analysts = [...people].sort().map((id) => {
    let pairs = 0;
    let same = 0;
    for (const e of evidence) {
      const credibility = new Map(Object.entries(e.credibility ?? {})).get(id);
      if (credibility === undefined || credibility === 6) continue;
      for (const source of new Set((e.citations ?? []).map((c) => c.source))) {
        const given = sources.find((s) => s.id === source)?.reliability ?? {};
        const reliability = new Map(Object.entries(given)).get(id);
        if (reliability === undefined || reliability === "F") continue;
        pairs += 1;
        if ("ABCDE".indexOf(reliability) + 1 === credibility) same += 1;
      }
    }
    const diagonal = pairs > 0 ? same / pairs : null;
    return { id, pairs, diagonal, halo: diagonal !== null && pairs >= 10 && diagonal >= 0.8 - 1e-10 };
  });

  const lead = hs.filter((h) => eq(S.get(h)!, top));
  const units = entries.flatMap((e) =>
    e.cells.map((cell) => cell.codes.map((code) => NUMBER[code]).filter((x): x is number => x !== null)),
  );
  const falling = (scores: Map<string, number>) => order(hs, (h) => -scores.get(h)!);
  const rising = (scores: Map<string, number>) => order(hs, (h) => scores.get(h)!);
  const coverage = (i: number) =>
    entries.length > 0 ? entries.filter((e) => e.cells[i]!.votes > 0).length / entries.length : 0;
  const speaks = hs.length > 1 && entries.some((e) => e.diagnosticity >= 1e-9);
  const sorted = [...S.values()].sort((a, b) => b - a);
  return {
    support: hs.map((h) => S.get(h)!),
    speaks,
    separated: speaks && Math.exp(sorted[0]! - sorted[1]!) > Math.min(...origins.map((o) => o.bound)) - 1e-9,
    hypotheses: hs.map((id, i) => ({
      id,
      posterior: posterior.get(id)!,
      judgement: judgement ? judgement.get(id)! : null,
      coverage: coverage(i),
      comparable: coverage(i) >= 0.8 - 1e-10,
    })),
    evidence: entries.map((e) => {
      const origin = origins.find((o) => o.id === e.leansOn.name)!;
      return {
        id: e.id,
        reliability: e.reliability,
        credibility: e.credibility,
        relevance: e.relevance,
        weight: e.weight,
        origins: e.origins.map((o) => o.name),
        leansOn: e.leansOn.name,
        corroborators: e.corroborators.map((o) => o.name),
        corroboration: e.corroboration,
        doubt: origin.doubt,
        bound: origin.bound,
        diagnosticity: e.diagnosticity,
        flags: e.flags,
      };
    }),
    cells: entries.flatMap((e) =>
      e.cells.map(({ hypothesis, consensus, label, votes, disagreement, bearing, column }) => ({
        evidence: e.id,
        hypothesis,
        consensus,
        label,
        votes,
        disagreement,
        bearing,
        column,
      })),
    ),
    origins,
    sources: sources.map(({ id }) => ({
      id,
      reliability: r.get(id)!.judged ? r.get(id)!.value : null,
      group: g(id),
    })),
    analysts,
    methods: {
      posterior: { order: falling(S), scores: Object.fromEntries(posterior) },
      judgement: judgement && { order: falling(judgement), scores: Object.fromEntries(judgement) },
      heuer: { order: rising(heuer), scores: Object.fromEntries(heuer) },
      parc: { order: rising(parc), scores: Object.fromEntries(parc) },
      squared: {
        order: order(
          hs,
          (h) => squared.get(h)!,
          (h) => -squaredFit.get(h)!,
        ),
        scores: Object.fromEntries(squared),
      },
      burton: { order: rising(burton), scores: Object.fromEntries(burton) },
    },
    agreement: { alpha: alpha(units) },
    leader: lead.length > 0 ? { id: lead[0]!, tied: lead.slice(1) } : null,
  };
}

type Answer = ReturnType<typeof reference>;

/** Whether the lead of `leader` is over. */
export function isOverFor(leader: string, { leader: now }: Pick<Answer, "leader">): boolean {
  return now!.id !== leader || now!.tied.length > 0;
}

/** How far the leader is ahead of the best rival in S. */
function ahead(input: MatrixInput, leader: string, leftOut: ReadonlySet<string>): number {
  const { support } = reference(input, leftOut);
  const row = input.hypotheses.findIndex(({ id }) => id === leader);
  return support[row]! - Math.max(...support.filter((_, other) => other !== row));
}

function* subsets(ids: string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) yield [];
  else
    for (let first = from; first < ids.length; first++)
      for (const rest of subsets(ids, size - 1, first + 1)) yield [ids[first]!, ...rest];
}

/** The sets of so many entries without which the lead is over, by trying them all. */
export function endingSets(input: MatrixInput, leader: string, size: number): string[][] {
  const ids = (input.evidence ?? []).map(({ id }) => id);
  return [...subsets(ids, size)].filter((set) => isOverFor(leader, reference(input, new Set(set))));
}

/** The contract's linchpins, every candidate computed from scratch. */
export function referenceLinchpins(input: MatrixInput, arePairsTried = true) {
  const { leader } = reference(input);
  if (!leader || input.hypotheses.length < 2) return null;
  if (leader.tied.length > 0) return { rival: leader.tied[0]!, evidence: [], smallest: true };
  const ids = (input.evidence ?? []).map(({ id }) => id);
  const least = (sets: string[][]): string[] | undefined => {
    const lags = sets.map((set) => ahead(input, leader.id, new Set(set)));
    return sets[lags.findIndex((lag) => eq(lag, Math.min(...lags)))];
  };
  const report = (evidence: string[]) => {
    const after = reference(input, new Set(evidence)).leader!;
    return {
      rival: [after.id, ...after.tied].find((id) => id !== leader.id)!,
      evidence: ids.filter((id) => evidence.includes(id)),
      smallest: evidence.length <= (arePairsTried ? 3 : 2),
    };
  };
  for (const size of arePairsTried ? [1, 2] : [1]) {
    const found = least(endingSets(input, leader.id, size));
    if (found) return report(found);
  }
  let removed: string[] = [];
  while (!isOverFor(leader.id, reference(input, new Set(removed)))) {
    const next = least(ids.filter((id) => !removed.includes(id)).map((id) => [...removed, id]));
    if (!next) return null;
    removed = next;
  }
  for (const id of removed) {
    const fewer = removed.filter((other) => other !== id);
    if (isOverFor(leader.id, reference(input, new Set(fewer)))) removed = fewer;
  }
  return report(removed);
}

/** Section 6 by computing everything anew for each drop. */
export function referenceWhole(input: MatrixInput) {
  const whole = reference(input);
  const { hypotheses, sources = [], evidence = [] } = input;
  const posteriorOf = (answer: Answer) =>
    Object.fromEntries(answer.hypotheses.map(({ id, posterior }) => [id, posterior]));
  const drop = (kind: string, id: string, answer: Answer) => ({
    kind,
    id,
    posterior: posteriorOf(answer),
    leader: answer.leader!.id,
    tied: answer.leader!.tied,
    changes: JSON.stringify(answer.leader) !== JSON.stringify(whole.leader),
  });
  const silence = (silenced: string[]): MatrixInput => {
    const left = evidence.flatMap((e) => {
      const citations = (e.citations ?? []).filter(
        (c) => !silenced.includes(c.source) && !(c.via !== undefined && silenced.includes(c.via)),
      );
      const isOut = (e.citations ?? []).length > 0 && citations.length === 0;
      return isOut ? [] : [{ ...e, citations }];
    });
    const ratings = (input.ratings ?? []).filter((x) => left.some((e) => e.id === x.evidence));
    return { ...input, evidence: left, ratings };
  };
  const except = <Grade>(grades: Record<string, Grade> = {}, analyst: string) =>
    Object.fromEntries(Object.entries(grades).filter(([id]) => id !== analyst));
  const unsay = (analyst: string): MatrixInput => ({
    ...input,
    sources: sources.map((s) => ({ ...s, reliability: except(s.reliability, analyst) })),
    evidence: evidence.map((e) => ({
      ...e,
      credibility: except(e.credibility, analyst),
      relevance: except(e.relevance, analyst),
    })),
    ratings: (input.ratings ?? []).filter((x) => x.analyst !== analyst),
    judgements: (input.judgements ?? []).filter((x) => x.analyst !== analyst),
  });
  const members = (name: string) => whole.sources.filter((s) => s.group === name).map((s) => s.id);
  const drops = [
    ...evidence.map(({ id }) => drop("evidence", id, reference(input, new Set([id])))),
    ...sources.map(({ id }) => drop("source", id, reference(silence([id])))),
    ...sources
      .filter(({ id }) => members(id).length >= 2)
      .map(({ id }) => drop("group", id, reference(silence(members(id))))),
    ...(whole.analysts.length >= 2
      ? whole.analysts.map(({ id }) => drop("analyst", id, reference(unsay(id))))
      : []),
  ];
  const linchpins = referenceLinchpins(input);
  const changing = drops.filter((one) => one.changes).map((one) => one.kind);

  const rated = whole.evidence.filter((e) =>
    whole.cells.some((cell) => cell.evidence === e.id && cell.votes > 0),
  );
  const filled = whole.cells.filter((cell) => cell.votes > 0).length;
  const isFirst = (scores: Record<string, number>, id: string, end: (...xs: number[]) => number) =>
    eq(new Map(Object.entries(scores)).get(id)!, end(...Object.values(scores)));
  const grounds = {
    "few-origins": new Set(rated.map((e) => e.leansOn)).size < 3,
    "few-linchpins": (linchpins?.evidence.length ?? 0) < 3,
    assumption: evidence.some((e) => e.kind === "assumption" && linchpins?.evidence.includes(e.id)),
    "little-agreement": whole.agreement.alpha === null || whole.agreement.alpha < 0.667 - 1e-10,
    "single-point": changing.some((kind) => kind !== "evidence"),
    "methods-part": !hypotheses.some(
      ({ id }) =>
        [whole.leader!.id, ...whole.leader!.tied].includes(id) &&
        isFirst(whole.methods.heuer.scores, id, Math.min) &&
        isFirst(whole.methods.parc.scores, id, Math.min) &&
        (whole.methods.judgement === null || isFirst(whole.methods.judgement.scores, id, Math.max)),
    ),
    gaps: whole.cells.length === 0 || filled / whole.cells.length < 0.8 - 1e-10,
  };
  const held = Object.entries(grounds).flatMap(([ground, holds]) => (holds ? [ground] : []));
  return {
    separated: whole.separated && !changing.includes("source") && !changing.includes("group"),
    hypotheses: whole.hypotheses.map(({ id, posterior }) => {
      const all = [posterior, ...drops.map((one) => new Map(Object.entries(one.posterior)).get(id)!)];
      return { id, posterior, range: [Math.min(...all), Math.max(...all)] };
    }),
    evidence: whole.evidence.map(({ id }, row) => ({
      id,
      moves:
        sum(
          whole.hypotheses.map((h) =>
            Math.abs(h.posterior - new Map(Object.entries(drops[row]!.posterior)).get(h.id)!),
          ),
        ) / 2,
    })),
    drops,
    linchpins,
    confidence: { level: held.length === 0 ? "high" : held.length <= 2 ? "moderate" : "low", grounds: held },
  };
}
