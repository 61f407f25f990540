/**
 * That something was done in an inquiry, as it goes out to whoever reads it: which things are others now, and neither
 * what was done to them nor by whom, for some may not know that yet (docs/decisions/008).
 */
export interface Change {
  /** Its place in the inquiry's history. */
  readonly sequence: number;
  /** The numbers of entries, hypotheses, claims and sources; none where it was done to anything else. */
  readonly subjects: readonly string[];
}

/** The numbers in an event's subject. It may also be a person's name or an address, which are not passed on. */
export const subjectsIn = (subject: string): string[] =>
  subject.split("/").filter((part) => /^[EHCS]\d+$/.test(part));
