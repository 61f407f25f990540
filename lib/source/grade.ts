import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";

/** The letter nearest to a mean reliability of 0..1; halfway it is the lower one. F where nobody judged (null). */
export function nearestReliability(reliability: number | null): Reliability {
  if (reliability === null) return "F";
  const letter = RELIABILITY[Math.ceil((1 - reliability) * 4 - 0.5)];
  return letter?.code ?? "F";
}

/** A grade as far as its time goes. */
interface Timed {
  readonly analystId: string;
  readonly ratedAt: Date;
  readonly endedAt: Date | null;
}

/** Whether a grade ended because its author took it back, and not because they gave another in its place. */
export const isTakenBack = ({ analystId, endedAt }: Timed, all: readonly Timed[]): boolean =>
  endedAt !== null &&
  all.every((other) => other.analystId !== analystId || other.ratedAt.getTime() !== endedAt.getTime());
