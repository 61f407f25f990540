import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { overTime } from "@/lib/analysis/over-time";
import type { MatrixInput } from "@/lib/analysis/types";
import { withoutEvidence } from "@/lib/analysis/without";
import { entry, matrices, rated, source, twoHypotheses } from "./matrices";

/** The same by computing each day's matrix anew. */
function upTo(input: MatrixInput, days: ReadonlyMap<string, number>, day: number | null) {
  const later = (input.evidence ?? []).filter(({ id }) => {
    const own = days.get(id);
    return own !== undefined && (day === null || own > day);
  });
  const then = later.reduce((less, { id }) => withoutEvidence(less, id), input);
  return { entries: then.evidence?.length ?? 0, analysis: analyse(then) };
}

const datings = fc
  .array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined, freq: 4 }), {
    minLength: 7,
    maxLength: 7,
  })
  .map(
    (days) => new Map(days.flatMap((day, row) => (day === undefined ? [] : [[`E${row + 1}`, day] as const]))),
  );

const input: MatrixInput = {
  hypotheses: twoHypotheses,
  sources: [source("S1", "B"), source("S2", "B")],
  evidence: [entry("E1", "S1"), entry("E2", "S2"), entry("E3", "S1"), entry("E4", "S2 via S1")],
  ratings: [
    ...rated("E1", ["N", "N"]),
    ...rated("E2", ["CC", "II"]),
    ...rated("E3", ["II", "CC"]),
    ...rated("E4", ["II", "C"]),
  ],
};
const manyDays = new Map(Array.from({ length: 100 }, (_, row) => [`E${row}`, row] as const));
const manyEntries: MatrixInput = {
  hypotheses: twoHypotheses,
  evidence: [...manyDays.keys()].map((id) => entry(id)),
};

describe("hypotheses over time", () => {
  it("are on each day what the analysis of the entries up to then says, whatever comes when", () => {
    fc.assert(
      fc.property(matrices, datings, (matrix, days) => {
        const moments = overTime(matrix, days, 60);
        for (const { day, entries, posterior, speaks, leaders } of moments) {
          const then = upTo(matrix, days, day);
          expect(entries).toBe(then.entries);
          expect(speaks).toBe(then.analysis.speaks);
          expect(leaders).toEqual([then.analysis.leader?.id, ...(then.analysis.leader?.tied ?? [])]);
          for (const hypothesis of then.analysis.hypotheses) {
            expect(posterior[hypothesis.id]).toBeCloseTo(hypothesis.posterior, 9);
          }
        }
      }),
    );
  });

  it("start with the entries that have no date, and end with the whole", () => {
    const moments = overTime(
      input,
      new Map([
        ["E2", 20],
        ["E3", 10],
        ["E4", 20],
      ]),
      60,
    );
    expect(moments.map(({ day, entries, speaks }) => [day, entries, speaks])).toEqual([
      [null, 1, false],
      [10, 2, true],
      [20, 4, true],
    ]);
    expect(moments.map(({ leaders }) => leaders)).toEqual([["H1", "H2"], ["H2"], ["H2"]]);
    const whole = analyse(input).hypotheses.map(({ posterior }) => posterior);
    expect(Object.values(moments.at(-1)?.posterior ?? {})).toEqual(whole.map((p) => expect.closeTo(p, 9)));
  });

  it("are one moment where nothing has a date, and one at the priors where there is nothing", () => {
    expect(overTime(input, new Map(), 60)).toMatchObject([{ day: null, entries: 4 }]);
    expect(overTime({ hypotheses: twoHypotheses }, new Map([["E9", 1]]), 60)).toEqual([
      { day: null, entries: 0, speaks: false, posterior: { H1: 0.5, H2: 0.5 }, leaders: ["H1", "H2"] },
    ]);
  });

  it("are told on no more days than asked for, which part the entries evenly and end with the last", () => {
    const moments = overTime(manyEntries, manyDays, 8);
    expect(moments.map(({ day }) => day)).toEqual([null, 12, 24, 37, 49, 62, 74, 87, 99]);
    expect(moments.at(-1)?.entries).toBe(100);
    const onOneDay = new Map([...manyDays].map(([id, row]) => [id, row < 90 ? 0 : row]));
    expect(overTime(manyEntries, onOneDay, 5).map(({ day }) => day)).toEqual([null, 0, 99]);
  });
});
