import { at, count, wholeAt } from "./columns";
import type { Grades } from "./matrix";

/** How many analysts gave each subject each code: `counts[subject * codes + code]`. */
export type Tally = { readonly counts: Int32Array; readonly subjects: number; readonly codes: number };

/** A mean for each subject, and of how many. */
export type MeanAndVotes = {
  readonly mean: Float64Array;
  /** How many numbers were given. */
  readonly votes: Int32Array;
  /** What stands in for the mean where there is none. */
  readonly otherwise: number;
};

/** The same with what it is the mean of. */
export type Means = MeanAndVotes & {
  /** The sum of the numbers: exact, as all numbers of a scale are quarters. */
  readonly sum: Float64Array;
};

/** The numbers of a scale by code; null for a code that stands for none. */
export type Scale = readonly { readonly value: number | null }[];

export function tallyGrades(grades: Grades, scale: Scale): Tally {
  const codes = scale.length;
  const counts = new Int32Array(grades.subjects * codes);
  for (let row = 0; row < grades.subject.length; row++) {
    count(counts, wholeAt(grades.subject, row) * codes + wholeAt(grades.code, row), 1);
  }
  return { counts, subjects: grades.subjects, codes };
}

/** The mean number of each subject; `otherwise` where nobody gave a number. */
export function meansOf(tally: Tally, scale: Scale, otherwise: number): Means {
  const mean = new Float64Array(tally.subjects).fill(otherwise);
  const votes = new Int32Array(tally.subjects);
  const sums = new Float64Array(tally.subjects);
  const numbers = scale.flatMap(({ value }, code) => (value === null ? [] : [{ value, code }]));
  for (let subject = 0; subject < tally.subjects; subject++) {
    let sum = 0;
    let given = 0;
    for (const { value, code } of numbers) {
      const count = wholeAt(tally.counts, subject * tally.codes + code);
      sum += value * count;
      given += count;
    }
    if (given > 0) mean[subject] = sum / given;
    votes[subject] = given;
    sums[subject] = sum;
  }
  return { mean, votes, sum: sums, otherwise };
}

/** The numbers that one analyst gave, row for row, with the subjects that they gave them. */
export type Opinions = { readonly subject: Int32Array; readonly number: Float64Array };

/** Grades by the analyst who gave them; a code that stands for no number is in none. */
export function opinionsByAnalyst(grades: Grades, scale: Scale, analysts: number): readonly Opinions[] {
  const numbers = Float64Array.from(scale, ({ value }) => value ?? Number.NaN);
  const given = new Int32Array(analysts);
  for (let row = 0; row < grades.code.length; row++) {
    if (!Number.isNaN(at(numbers, wholeAt(grades.code, row)))) count(given, wholeAt(grades.analyst, row), 1);
  }
  const opinions = Array.from(given, (size) => ({
    subject: new Int32Array(size),
    number: new Float64Array(size),
  }));
  const filled = new Int32Array(analysts);
  for (let row = 0; row < grades.code.length; row++) {
    const analyst = wholeAt(grades.analyst, row);
    const number = at(numbers, wholeAt(grades.code, row));
    const ofAnalyst = opinions[analyst];
    if (!ofAnalyst || Number.isNaN(number)) continue;
    ofAnalyst.subject[wholeAt(filled, analyst)] = wholeAt(grades.subject, row);
    ofAnalyst.number[wholeAt(filled, analyst)] = number;
    count(filled, analyst, 1);
  }
  return opinions;
}

/** The means as they would be without what one analyst gave, at most one number to each subject. */
export function meansWithout(means: Means, { subject, number }: Opinions): MeanAndVotes {
  if (subject.length === 0) return means;
  const [mean, votes] = [means.mean.slice(), means.votes.slice()];
  for (let row = 0; row < subject.length; row++) {
    const one = wholeAt(subject, row);
    const left = wholeAt(votes, one) - 1;
    votes[one] = left;
    mean[one] = left > 0 ? (at(means.sum, one) - at(number, row)) / left : means.otherwise;
  }
  return { mean, votes, otherwise: means.otherwise };
}
