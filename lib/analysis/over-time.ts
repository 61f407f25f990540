import { findBearings } from "./bearing";
import { count } from "./columns";
import { findLead } from "./leader";
import { compile } from "./matrix";
import { isOver } from "./numbers";
import { handsOf, lean, nameOf } from "./origins";
import { softmax } from "./posterior";
import { addTo, type Reckoning, reckon } from "./reckoning";
import { recorder } from "./recorder";
import { Strands } from "./strands";
import type { Thread } from "./threads";
import type { MatrixInput } from "./types";
import { findContested } from "./without-sources";

/** The answer that the entries up to a day give, with today's ratings and grades. */
export type Moment = {
  /** Null at the start, where only entries are in that have no earliest date. */
  readonly day: number | null;
  /** How many entries are in. */
  readonly entries: number;
  /** Whether some of them tells hypotheses apart; nothing is to be shown before. */
  readonly speaks: boolean;
  /** By hypothesis, 0 to 1. */
  readonly posterior: Readonly<Record<string, number>>;
  /** Whose posterior is highest, those equal to it too; in the order of the hypotheses. */
  readonly leaders: readonly string[];
};

/**
 * The posteriors of the matrix of the entries whose earliest day is at or before a day, for each such day. An entry
 * without one is in from the start: so the last moment is the analysis of the whole, and no step in between is taken
 * for what time did.
 *
 * @param days The earliest day of each entry that has one, as a number that grows with time.
 * @param most How many days at most: of more, those that part the entries most evenly, the last always among them.
 * @returns The start, then the days in order.
 */
export function overTime(
  input: MatrixInput,
  days: ReadonlyMap<string, number>,
  most: number,
): readonly Moment[] {
  const reckoning = reckon(compile(input));
  const { entries, hypotheses } = reckoning.matrix;
  const { diagnosticity } = findBearings(reckoning);
  const record = recorder(hypotheses);
  const admit = admitter(reckoning);
  let isIn = 0;
  let speaks = false;

  return partByDay(entries, days, most).map(({ day, rows }) => {
    const support = admit(rows);
    const lead = findLead(support);
    isIn += rows.length;
    speaks ||= rows.some((entry) => isOver(diagnosticity[entry] ?? 0, 0));
    const leaders = lead ? [lead.leader, ...lead.tied] : [];
    return {
      day,
      entries: isIn,
      speaks,
      posterior: record(softmax(support)),
      leaders: leaders.map((row) => hypotheses[row] ?? ""),
    };
  });
}

/** Rows of entries by the day on which they come in, the start first. */
function partByDay(
  entries: readonly string[],
  days: ReadonlyMap<string, number>,
  most: number,
): readonly { readonly day: number | null; readonly rows: readonly number[] }[] {
  const dated: { readonly row: number; readonly day: number }[] = [];
  const undated: number[] = [];
  entries.forEach((id, row) => {
    const day = days.get(id);
    if (day === undefined) undated.push(row);
    else dated.push({ row, day });
  });
  dated.sort((one, other) => one.day - other.day);

  let next = 0;
  const parts = daysToTell(
    dated.map(({ day }) => day),
    most,
  ).map((day) => {
    const rows: number[] = [];
    for (let entry = dated[next]; entry && entry.day <= day; entry = dated[next]) {
      rows.push(entry.row);
      next += 1;
    }
    return { day, rows };
  });
  return [{ day: null, rows: undated }, ...parts];
}

/** Each day once; of too many those on which the next equal share of the entries is complete. */
function daysToTell(sorted: readonly number[], most: number): readonly number[] {
  const all = [...new Set(sorted)];
  if (all.length <= most) return all;
  const ends = Array.from(
    { length: most },
    (_, share) => sorted[Math.ceil(((share + 1) * sorted.length) / most) - 1] ?? 0,
  );
  return [...new Set(ends)];
}

/**
 * Lets entries in, some after others, and tells S each time. What an origin is called goes by the entries that are in,
 * so an entry already in may lean elsewhere once others come; its weight and what it says stay.
 */
function admitter(reckoning: Reckoning): (rows: readonly number[]) => Float64Array {
  const { matrix, weights, places, threads } = reckoning;
  const { groups, parts } = weights;
  const contested = findContested(reckoning);
  const strands = new Strands(places, matrix.hypotheses.length, matrix.settings.doubt);
  const passing = new Int32Array(matrix.sources.length);
  const within = new Map<number, Thread>();
  const heard = new Map<number, Float64Array>();

  return (rows) => {
    const before = passing.slice();
    const more = new Set<number>();
    for (const entry of rows) {
      for (const hand of handsOf(matrix.citations[entry] ?? [], groups)) {
        count(passing, hand, 1);
        more.add(hand);
      }
    }
    const changed = new Set(rows);
    for (const hand of more) {
      for (const entry of contested[hand] ?? []) {
        if (within.has(entry) && isRenamed(entry, before)) changed.add(entry);
      }
    }

    const touched = new Set<number>();
    for (const entry of changed) {
      const old = within.get(entry);
      if (old) {
        strands.put(old, -1);
        touched.add(old.place.provenance.leansOn.name);
      }
      const place = places.placeFor(lean(parts[entry] ?? [], passing));
      const thread = { ...(threads[entry] as Thread), place };
      strands.put(thread, 1);
      touched.add(place.provenance.leansOn.name);
      within.set(entry, thread);
    }
    for (const name of touched) heard.set(name, strands.hearOrigin(name));
    const support = matrix.logPriors.slice();
    for (const amounts of heard.values()) addTo(support, amounts, 1);
    return support;
  };

  function isRenamed(entry: number, before: Int32Array): boolean {
    return (parts[entry] ?? []).some((part) => nameOf(part, before) !== nameOf(part, passing));
  }
}
