import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { pack } from "@/lib/matrix/packed";
import { prepareAnswers } from "@/lib/what-if/answer";
import { fieldsOf, type Ground, readTrial, searchOf, type Trial, writeTrial } from "@/lib/what-if/scenario";
import { expectClose } from "../analysis/close";
import { matrices } from "../analysis/matrices";

const ground: Ground = {
  entries: new Set(["E1", "E2", "E3", "E512"]),
  sources: new Set(["S1", "S2"]),
  groups: new Set(["S2"]),
  analysts: new Set(["0b1c-ana", "__proto__"]),
  priors: new Map([
    ["H0", 1],
    ["H1", 1],
    ["H2", 0.0000001],
  ]),
  settings: { step: 0.2, doubt: 0.4, unrated: 0.25 },
};
const nothing: Trial = {
  entries: [],
  sources: [],
  groups: [],
  analysts: [],
  priors: new Map(),
  settings: {},
};
const read = (search: string) => readTrial(new URLSearchParams(search), ground);

describe("what is tried, out of an address", () => {
  it("is nothing where the address says nothing, or what is so anyway", () => {
    expect(read("")).toEqual({ trial: nothing, problems: [] });
    expect(read("step=0.2&doubt=0.40&unrated=.25&prior.H0=1&prior.H2=1e-7&also=&other=5")).toEqual({
      trial: nothing,
      problems: [],
    });
  });

  it("is every field of the form", () => {
    const { trial, problems } = read(
      "entry=E3&entry=e1&also=E512,+E3;E2&source=S1&group=S2&analyst=0b1c-ana&prior.H1=2&step=0.1&doubt=1&unrated=0",
    );
    expect(problems).toEqual([]);
    expect(trial).toEqual({
      entries: ["E1", "E2", "E3", "E512"],
      sources: ["S1"],
      groups: ["S2"],
      analysts: ["0b1c-ana"],
      priors: new Map([["H1", 2]]),
      settings: { step: 0.1, doubt: 1, unrated: 0 },
    });
  });

  it("takes a comma for a point", () => {
    expect(read("doubt=0,5&prior.H1=2,5").trial).toEqual({
      ...nothing,
      priors: new Map([["H1", 2.5]]),
      settings: { doubt: 0.5 },
    });
  });

  it("leaves aside, each with a sentence, what is out of bounds or no number", () => {
    for (const value of [
      "0",
      "0.25",
      "-1",
      "1e3",
      "0x1",
      "1,000",
      "NaN",
      "a lot",
      "",
      " ",
      "0.1.2",
      "Infinity",
      "0x1",
    ]) {
      expect(read(`step=${value}`)).toEqual({
        trial: nothing,
        problems: ["Step must be a number over 0 and under 0.25; the inquiry's own is used."],
      });
    }
    expect(read("doubt=1.01&unrated=2&prior.H1=0").problems).toEqual([
      "The prior of H1 must be a number from 0.001 to 1000; the inquiry's own is used.",
      "Doubt must be a number from 0 to 1; the inquiry's own is used.",
      "Unrated must be a number from 0 to 1; the inquiry's own is used.",
    ]);
  });

  it("leaves aside, each with a sentence, what is not there, and counts what is more than a few", () => {
    expect(read("entry=E9&source=S3&group=S1&analyst=nobody&prior.H7=2").problems).toEqual([
      "There is no entry E9 that counts here; it is left aside.",
      "There is no source S3 that counts here; it is left aside.",
      "There is no group of sources S1 that counts here; it is left aside.",
      "1 analyst in the address cannot be struck here and is left aside.",
      "There is no hypothesis H7 that counts here; its prior is left aside.",
    ]);
    const many = read(Array.from({ length: 40 }, (_, row) => `entry=X${row}`).join("&")).problems;
    expect(many).toEqual(["X0, X1, X2, X3 and 36 more are no entries that count here; they are left aside."]);
    const priors = read(Array.from({ length: 40 }, (_, row) => `prior.X${row}=1`).join("&")).problems;
    expect(priors).toHaveLength(7);
    expect(priors.at(-1)).toBe("34 more could not be tried.");
    expect(read(`entry=${"E".repeat(5000)}`).problems[0]?.length).toBeLessThan(100);
  });

  it("takes any number within bounds, however many decimals it has and however small it is", () => {
    expect(read(`doubt=0.${"123456789".repeat(5)}`).problems).toEqual([]);
    expect(read("step=1e-300").trial.settings).toEqual({ step: 1e-300 });
    const tiny = { ...nothing, settings: { step: 2.5e-7 } };
    expect(read(writeTrial(tiny)).trial).toEqual(tiny);
  });

  it("comes through an address unchanged, and is as short as can be", () => {
    const trials = fc.record({
      entries: fc.subarray([...ground.entries]),
      sources: fc.subarray([...ground.sources]),
      groups: fc.subarray([...ground.groups]),
      analysts: fc.subarray([...ground.analysts]),
      priors: fc.subarray(["H0", "H1"]).map((ids) => new Map(ids.map((id) => [id, 2.5]))),
      settings: fc.record(
        { step: fc.constantFrom(0.01, 0.1, 0.24), doubt: fc.constant(0), unrated: fc.constant(1) },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(trials, (trial) => {
        expect(read(writeTrial(trial))).toEqual({ trial, problems: [] });
        const fields = new URLSearchParams();
        for (const [name, value] of fieldsOf(trial, ground, new Set(["E1", "E2"])))
          fields.append(name, value);
        expect(readTrial(fields, ground)).toEqual({ trial, problems: [] });
      }),
    );
    expect(writeTrial(nothing)).toBe("");
  });

  it("may hold anything at all without a fault", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.constantFrom("entry", "also", "step", "prior.H1", "prior.", "__proto__"), fc.string()),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (params) => {
          const { trial } = readTrial(searchOf(params), ground);
          expect(trial.entries.every((id) => ground.entries.has(id))).toBe(true);
        },
      ),
    );
  });
});

describe("the answer to what is tried", () => {
  it("is the inquiry's own where nothing is, and weighs a prior against the other weights as they are", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const answer = prepareAnswers(pack(input));
        const posteriors = (matrix: typeof input) =>
          analyse(matrix).hypotheses.map(({ posterior }) => posterior);
        expectClose(answer(nothing).posterior, posteriors(input));
        const [first, ...rest] = input.hypotheses;
        if (!first) return;
        expectClose(
          answer({ ...nothing, priors: new Map([[first.id, 7]]) }).posterior,
          posteriors({ ...input, hypotheses: [{ ...first, prior: 7 }, ...rest] }),
        );
      }),
    );
  });
});
