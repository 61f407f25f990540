import { describe, expect, it } from "vitest";
import { describeWhatIf, type Stand, type Tried } from "@/lib/analysis/describe-what-if";

const hypotheses = ["H0", "H1", "H3"];
const nothing: Tried = { entries: [], sources: [], groups: [], analysts: [], priors: false, settings: {} };
const stand = (posterior: readonly number[], coverage: readonly number[] = [1, 1, 1]): Stand => ({
  posterior,
  coverage,
  speaks: true,
  separated: true,
});
const silent: Stand = { ...stand([1 / 3, 1 / 3, 1 / 3]), speaks: false };
const before = stand([0.5, 0.2, 0.3]);

const say = (after: Stand, tried: Partial<Tried>, wording = {}, from = before) =>
  describeWhatIf(hypotheses, from, after, { ...nothing, ...tried }, wording);

describe("the sentence of what if", () => {
  it("says who leads where nothing is tried", () => {
    expect(say(before, {})).toBe("As things stand, H0 leads.");
    expect(say(before, {}, {}, { ...before, separated: true })).toBe("As things stand, H0 leads.");
    expect(say(before, {}, {}, { ...before, separated: false })).toBe(
      "As things stand, H0 leads, but the evidence does not separate the hypotheses.",
    );
    expect(say(silent, {}, {}, silent)).toBe("As things stand, nothing tells the hypotheses apart.");
    const level = stand([0.4, 0.2, 0.4]);
    expect(say(level, {}, {}, level)).toBe("As things stand, H0 and H3 lead together.");
  });

  it("names a new leader and the old one, each from what to what", () => {
    expect(say(stand([0.31, 0.29, 0.4]), { entries: ["E3"], sources: ["S5"] })).toBe(
      "Without E3 and S5, H3 leads in place of H0: H0 from 50\u00a0% to 31\u00a0%, H3 from 30\u00a0% to 40\u00a0%.",
    );
  });

  it("gives relative weights where the hypotheses are only ranked, against whoever leads then", () => {
    expect(say(stand([0.32, 0.28, 0.4]), { entries: ["E3"] }, { figures: "relative" })).toBe(
      "Without E3, H3 leads in place of H0: H0 from 1.67 to 0.80 times H3.",
    );
    expect(say(stand([0.4, 0.3, 0.3]), { entries: ["E3"] }, { figures: "relative" })).toBe(
      "Without E3, H0 still leads: H1 from 0.40 to 0.75 times H0, H3 from 0.60 to 0.75 times H0.",
    );
    expect(say(stand([0.501, 0.2, 0.299]), { entries: ["E3"] }, { figures: "relative" })).toBe(
      "Without E3, H0 still leads, and the relative weights hardly change.",
    );
  });

  it("says that the same hypothesis leads, and what moves most first", () => {
    expect(say(stand([0.45, 0.28, 0.27]), { analysts: ["a1"] }, { nameOf: () => "Ana" })).toBe(
      "Without the ratings of Ana, H0 still leads: H1 from 20\u00a0% to 28\u00a0%, H0 from 50\u00a0% to 45\u00a0%, H3 from 30\u00a0% to 27\u00a0%.",
    );
  });

  it("tells of ties that come, stay and end", () => {
    const level = stand([0.4, 0.2, 0.4]);
    expect(say(level, { entries: ["E1"] })).toBe(
      "Without E1, H0 and H3 are level, where H0 led: H0 from 50\u00a0% to 40\u00a0%, H3 from 30\u00a0% to 40\u00a0%.",
    );
    expect(say(stand([0.45, 0.1, 0.45]), { entries: ["E1"] }, {}, level)).toMatch(
      /^Without E1, H0 and H3 still lead together: H1 from 20\u00a0% to 10\u00a0%/,
    );
    expect(say(before, { entries: ["E1"] }, {}, level)).toMatch(
      /^Without E1, H0 leads alone, where H0 and H3 were level: /,
    );
  });

  it("says where nothing moves, or nothing to speak of", () => {
    expect(say(before, { entries: ["E1"] })).toBe("Without E1, nothing moves.");
    expect(say(stand([0.5001, 0.2, 0.2999]), { entries: ["E1"] })).toBe(
      "Without E1, nothing moves to speak of.",
    );
  });

  it("says where nothing tells the hypotheses apart any more, still, or no longer", () => {
    expect(say(silent, { sources: ["S1"] })).toBe(
      "Without S1, nothing is left that tells the hypotheses apart.",
    );
    expect(say(silent, { sources: ["S1"] }, {}, silent)).toBe(
      "Without S1, nothing tells the hypotheses apart, as before.",
    );
    expect(say(before, { settings: { unrated: 0.5 } }, {}, silent)).toBe(
      "With what is unrated counted as 0.5, H0 leads, where nothing told the hypotheses apart.",
    );
  });

  it("names everything that is tried, and counts what is more than a few", () => {
    const all = {
      entries: ["E1", "E2", "E3"],
      groups: ["S2"],
      analysts: ["a1"],
      priors: true,
      settings: { step: 0.1, doubt: 0.8 },
    };
    expect(say(before, all)).toBe(
      "Without E1, E2, E3, the group of S2 and 1 more, and with other priors, a step of 0.1 and a doubt of 0.8, nothing moves.",
    );
  });

  it("says of a trial as of how things stand that the evidence does not separate the hypotheses", () => {
    expect(say({ ...before, separated: false }, { entries: ["E1"] })).toBe(
      "Without E1, nothing moves, but the evidence does not separate the hypotheses.",
    );
    expect(say({ ...stand([0.31, 0.29, 0.4]), separated: false }, { entries: ["E1"] })).toMatch(
      /^Without E1, H3 leads in place of H0: .* 40\u00a0%, but the evidence does not separate the hypotheses\.$/,
    );
    expect(say({ ...silent, separated: false }, { entries: ["E1"] })).toBe(
      "Without E1, nothing is left that tells the hypotheses apart.",
    );
  });

  it("lets nobody lead whom too few entries are rated on, and says who stands apart in front", () => {
    const apart = stand([0.3, 0.2, 0.5], [1, 1, 0.5]);
    const aside = "H3 is in front of H0 and set apart, because too few entries are rated on it.";
    expect(say(apart, {}, {}, apart)).toBe(`As things stand, H0 leads; ${aside}`);
    expect(say(apart, { entries: ["E1"] })).toBe(
      `Without E1, H0 still leads: H0 from 50\u00a0% to 30\u00a0%; ${aside}`,
    );
    const lone = stand([0.3, 0.2, 0.5], [1, 0.5, 0.5]);
    const tooFew = "too few of the hypotheses are rated to compare them.";
    expect(say(lone, {}, {}, lone)).toBe(`As things stand, ${tooFew}`);
    expect(say(lone, { entries: ["E1"] })).toBe(`Without E1, ${tooFew}`);
    expect(say(before, { entries: ["E1"] }, {}, lone)).toBe(
      "Without E1, H0 leads, where too few could be compared.",
    );
  });
});
