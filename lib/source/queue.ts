import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";

/** From this age on a grade is to be looked at again. */
export const STALE_MONTHS = 12;
/** Grades this many steps of the scale apart are a dispute: B and D are two. */
const DISPUTED_STEPS = 2;

/** Why a source is in somebody's queue, in the order in which reasons are told. */
export const QUEUE_REASONS = [
  {
    code: "unjudged",
    label: "Judged by nobody",
    help: "No analyst has graded it, so it counts as unknown wherever it is cited.",
  },
  { code: "others", label: "Judged by others alone", help: "You have not graded it yourself yet." },
  {
    code: "stale",
    label: "Your grade is old",
    help: `You gave it over ${STALE_MONTHS} months ago, or before the newest entry that rests on this source.`,
    halves: {
      age: `You gave it over ${STALE_MONTHS} months ago.`,
      entry: "You gave it before the newest entry that rests on this source.",
      both: `You gave it over ${STALE_MONTHS} months ago, and before the newest entry that rests on this source.`,
    },
  },
  {
    code: "disputed",
    label: "Disputed",
    help: "The grades of two analysts lie two steps of the scale or more apart.",
  },
  {
    code: "confirmed-alone",
    label: "Confirmed by it alone",
    help: "An entry that rests on it is graded confirmed (1), with fewer than two judged origins behind it.",
  },
  {
    code: "record",
    label: "Record apart from its grade",
    help: "What became of its claims lies wholly outside the fifth of the scale that its grades stand for.",
  },
  {
    code: "halo",
    label: "Both scales as one",
    help: "You gave nearly all entries the credibility that matches the grade of their source, with this one among them.",
  },
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number]["code"];

/** What is known of a source when it is asked whether somebody should look at it again. */
export interface QueueCandidate {
  readonly id: string;
  /** Its place among all sources, which settles what is otherwise equal. */
  readonly ordinal: number;
  /** The most that posteriors would move in one inquiry if it fell, 0 to 1. */
  readonly moves: number;
  /** How many entries rest on it. */
  readonly entries: number;
  /** The analyst's own grade that stands, F included: it is an answer, too. */
  readonly own: { readonly reliability: Reliability; readonly ratedAt: Date } | null;
  /** The grades of the other analysts that count beside it. */
  readonly others: readonly Reliability[];
  /** When the newest entry that rests on it was added. */
  readonly newestEntryAt: Date | null;
  readonly isConfirmedAlone: boolean;
  readonly isRecordAtOdds: boolean;
  /** Whether it is among those that the analyst graded as the entries that cite it. */
  readonly isInHalo: boolean;
}

/** Why somebody should look at a source; nothing where there is no reason to. */
export function queueReasons(candidate: QueueCandidate, now: Date): readonly QueueReason[] {
  const { own, others, isConfirmedAlone, isRecordAtOdds, isInHalo } = candidate;
  const holds: Readonly<Record<QueueReason, boolean>> = {
    unjudged: own === null && others.length === 0,
    others: own === null && others.length > 0,
    stale: staleness(candidate, now) !== null,
    disputed: isDisputed(own ? [...others, own.reliability] : others),
    "confirmed-alone": isConfirmedAlone,
    record: isRecordAtOdds,
    halo: isInHalo,
  };
  return QUEUE_REASONS.map(({ code }) => code).filter((code) => holds[code]);
}

/** The most consequential first; what moves alike by how much rests on it, and then by number. */
export function inQueueOrder<C extends Pick<QueueCandidate, "moves" | "entries" | "ordinal">>(
  candidates: readonly C[],
): readonly C[] {
  return candidates.toSorted(
    (one, other) => other.moves - one.moves || other.entries - one.entries || one.ordinal - other.ordinal,
  );
}

/** Why somebody's own grade is to be looked at again: for its age, for a newer entry; null where it is not. */
export type Staleness = "age" | "entry" | "both";

export function staleness(
  { own, newestEntryAt }: Pick<QueueCandidate, "own" | "newestEntryAt">,
  now: Date,
): Staleness | null {
  if (!own) return null;
  const edge = new Date(now);
  edge.setUTCMonth(edge.getUTCMonth() - STALE_MONTHS);
  const isOld = own.ratedAt < edge;
  const isOutrun = newestEntryAt !== null && own.ratedAt < newestEntryAt;
  if (isOld && isOutrun) return "both";
  if (isOld) return "age";
  return isOutrun ? "entry" : null;
}

/** Why a reason holds for one source. */
export const reasonHelp = (
  reason: (typeof QUEUE_REASONS)[number],
  { staleFor }: { readonly staleFor: Staleness | null },
): string => ("halves" in reason && staleFor ? reason.halves[staleFor] : reason.help);

function isDisputed(grades: readonly Reliability[]): boolean {
  const steps = grades
    .filter((grade) => grade !== "F")
    .map((grade) => RELIABILITY.findIndex(({ code }) => code === grade));
  return steps.length > 1 && Math.max(...steps) - Math.min(...steps) >= DISPUTED_STEPS;
}
