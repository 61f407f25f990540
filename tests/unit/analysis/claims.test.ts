import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClaimInput, judgeClaims } from "@/lib/analysis/claims";
import {
  averagingFusion,
  cumulativeFusion,
  discount,
  type Opinion,
  opinionFrom,
  projected,
} from "@/lib/analysis/opinions";
import type { Consistency, Credibility } from "@/lib/analysis/scales";
import { betaQuantile, trackRecords } from "@/lib/analysis/track-record";
import type { EvidenceInput, MatrixInput } from "@/lib/analysis/types";
import { entry, source, twoHypotheses } from "./matrices";

const opinion = (belief: number, disbelief: number, uncertainty: number): Opinion => ({
  belief,
  disbelief,
  uncertainty,
});
/** The three opinions of van der Heijden, Kopp & Kargl, FUSION 2018. */
const published = [opinion(0.1, 0.3, 0.6), opinion(0.4, 0.2, 0.4), opinion(0.7, 0.1, 0.2)];
const rounded = ({ belief, disbelief, uncertainty }: Opinion) =>
  [belief, disbelief, uncertainty].map((number) => Number(number.toFixed(3)));

const opinions = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
    )
    .map(([b, d, u]) => opinion(b / (b + d + u), d / (b + d + u), u / (b + d + u))),
  { minLength: 1, maxLength: 6 },
);

describe("fusion of opinions", () => {
  it("gives the published numbers of FUSION 2018", () => {
    expect(rounded(cumulativeFusion(published))).toEqual([0.651, 0.209, 0.14]);
    expect(rounded(averagingFusion(published))).toEqual([0.509, 0.164, 0.327]);
  });

  it("gives opinions that sum to 1, in whatever order they come", () => {
    fc.assert(
      fc.property(opinions, (given) => {
        for (const fuse of [cumulativeFusion, averagingFusion]) {
          const one = fuse(given);
          expect(one.belief + one.disbelief + one.uncertainty).toBeCloseTo(1, 9);
          expect(projected(fuse(given.toReversed()))).toBeCloseTo(projected(one), 9);
        }
      }),
    );
  });

  it("makes nothing surer by averaging the same opinion, and surer by adding it up", () => {
    fc.assert(
      fc.property(opinions, ([first]) => {
        const twice = [first, first] as Opinion[];
        expect(averagingFusion(twice).uncertainty).toBeCloseTo(first?.uncertainty ?? 0, 9);
        expect(cumulativeFusion(twice).uncertainty).toBeLessThanOrEqual((first?.uncertainty ?? 0) + 1e-12);
      }),
    );
  });

  it("leaves at least a tenth open, however much is trusted", () => {
    expect(rounded(discount(opinionFrom(2), 1))).toEqual([0.9, 0, 0.1]);
    expect(rounded(discount(opinionFrom(-2), 0.5))).toEqual([0, 0.5, 0.5]);
    expect(rounded(discount(opinionFrom(1), 1))).toEqual([0.5, 0, 0.5]);
  });
});

/** Claims are judged on these sources. */
const sources = [
  source("A1", "A"),
  ...["B1", "B2", "B3", "B4"].map((id) => source(id, "B")),
  source("party", "A"),
  source("owned", "A"),
  source("nobody"),
];

function matrixOf(evidence: readonly EvidenceInput[], credibility: Credibility = 1): MatrixInput {
  return {
    hypotheses: twoHypotheses,
    sources,
    sourceLinks: [{ from: "party", to: "owned", kind: "owns" }],
    evidence: evidence.map((one) => ({ ...one, credibility: { ana: credibility } })),
  };
}

function claim(said: Record<string, Consistency>, asserter?: string): ClaimInput {
  return {
    id: "C1",
    asserter,
    ratings: Object.entries(said).map(([evidence, consistency]) => ({
      evidence,
      analyst: "ana",
      consistency,
    })),
  };
}

function judged(evidence: readonly EvidenceInput[], said: Record<string, Consistency>, asserter?: string) {
  const [finding] = judgeClaims(matrixOf(evidence), [claim(said, asserter)]);
  if (!finding) throw new Error("A claim was not judged.");
  return finding;
}

describe("a claim", () => {
  it("is unverified with nothing linked to it, or nothing of worth", () => {
    expect(judged([], {})).toMatchObject({ verdict: "unverified", probability: 0.5, origins: [] });
    expect(judged([entry("E1", "nobody")], { E1: "C" }).verdict).toBe("unverified");
    expect(judged([entry("E1", "A1")], { E1: "N" })).toMatchObject({ verdict: "unverified", origins: [] });
    expect(judged([entry("E1", "A1")], { E1: "NA" }).origins).toEqual([]);
  });

  it("is supported by two origins, and contradicted by two", () => {
    const evidence = [entry("E1", "B1"), entry("E2", "B2")];
    expect(judged(evidence, { E1: "CC", E2: "CC" }).verdict).toBe("supported");
    expect(judged(evidence, { E1: "II", E2: "II" }).verdict).toBe("contradicted");
  });

  it("is disputed where one A stands against three B", () => {
    const evidence = [entry("E1", "A1"), entry("E2", "B1"), entry("E3", "B2"), entry("E4", "B3")];
    const finding = judged(evidence, { E1: "II", E2: "CC", E3: "CC", E4: "CC" });
    expect(finding.verdict).toBe("disputed");
    // Trust 1 and √.75: u = .1 for the one and 1 − √.75 for each of the three.
    const precision = 10 + 3 / (1 - Math.sqrt(0.75)) - 3;
    expect(finding.opinion.uncertainty).toBeCloseTo(1 / precision, 12);
    expect(finding.opinion.disbelief).toBeCloseTo(9 / precision, 12);
  });

  it("is of a single origin, never supported, where only one speaks on the side that prevails", () => {
    const evidence = Array.from({ length: 24 }, (_, row) => entry(`E${row}`, "A1"));
    const said = Object.fromEntries(evidence.map(({ id }) => [id, "CC" as const]));
    expect(judged(evidence, said)).toMatchObject({ verdict: "single-origin" });
    expect(judged(evidence, { ...said, E0: "CC" }).origins).toHaveLength(1);
    expect(judged([...evidence, entry("F", "nobody")], { ...said, F: "II" }).verdict).toBe("single-origin");
  });

  it("is no surer for what one origin says twenty-four times than for what it says once", () => {
    const evidence = Array.from({ length: 24 }, (_, row) => entry(`E${row}`, "A1"));
    const said = Object.fromEntries(evidence.map(({ id }) => [id, "C" as const]));
    const [once, often] = [judged(evidence, { E0: "C" }), judged(evidence, said)];
    expect(often.probability).toBeCloseTo(once.probability, 12);
  });

  it("gets nothing from its asserter's own word, through however many outlets", () => {
    const evidence = ["B1", "B2", "B3", "B4"].map((outlet, row) => entry(`E${row}`, `party via ${outlet}`));
    const more = [...evidence, entry("E4", "owned"), entry("E5", "party")];
    const said = Object.fromEntries(more.map(({ id }) => [id, "CC" as const]));
    expect(judged(more, said, "party")).toEqual({
      id: "C1",
      verdict: "unverified",
      opinion: opinion(0, 0, 1),
      probability: 0.5,
      origins: [],
      ownWord: ["E0", "E1", "E2", "E3", "E4", "E5"],
    });
    // Somebody else's claim it may support.
    expect(judged(more, said, "A1")).toMatchObject({ ownWord: [] });
  });

  it("keeps what others found though its asserter repeats it", () => {
    const said = { E1: "CC", E2: "CC" } as const;
    const found = judged([entry("E1", "B1"), entry("E2", "B2")], said, "party");
    const repeated = judged([entry("E1", "B1", "party"), entry("E2", "B2", "owned via A1")], said, "party");
    expect(repeated).toEqual(found);
    expect(repeated.verdict).toBe("supported");
  });

  it("takes the mean of its analysts, as cells do", () => {
    const input = matrixOf([entry("E1", "A1")]);
    const ratings = (["CC", "N", "NA"] as const).map((consistency, row) => ({
      evidence: "E1",
      analyst: `${row}`,
      consistency,
    }));
    const [finding] = judgeClaims(input, [{ id: "C1", ratings }]);
    expect(finding?.opinion.belief).toBeCloseTo(0.5, 12);
  });
});

describe("a track record", () => {
  it("is an even chance with a wide interval before anything is known", () => {
    const [record] = trackRecords(matrixOf([]), [claim({}, "A1")]);
    expect(record).toMatchObject({ source: "A1", claims: 1, supported: 0, contradicted: 0, mean: 0.5 });
    expect(record?.interval[0]).toBeCloseTo(0.05, 12);
    expect(record?.interval[1]).toBeCloseTo(0.95, 12);
    expect(record?.isAtOddsWithGrade).toBe(false);
  });

  it("counts what others found of its claims, and says where its grade does not fit that", () => {
    const evidence = [entry("E1", "B1"), entry("E2", "B2")];
    const wrong = Array.from({ length: 12 }, () => claim({ E1: "II", E2: "II" }, "A1"));
    const [record] = trackRecords(matrixOf(evidence), wrong);
    expect(record).toMatchObject({
      claims: 12,
      supported: 0,
      contradicted: 12,
      mean: 1 / 14,
      isAtOddsWithGrade: true,
    });
    const right = Array.from({ length: 12 }, () => claim({ E1: "CC", E2: "CC" }, "A1"));
    expect(trackRecords(matrixOf(evidence), right)[0]).toMatchObject({
      supported: 12,
      isAtOddsWithGrade: false,
    });
  });

  it("counts no entry that leans even in part on the source's own group", () => {
    // The party asserts E1 through an outlet whose other citation is a stranger's: one origin, called the party.
    const evidence = [entry("E1", "A1 via party"), entry("E2", "B1"), entry("E3", "B2 via owned")];
    const said = { E1: "CC", E2: "CC", E3: "CC" } as const;
    expect(judged(evidence, said, "party").verdict).toBe("supported");
    expect(trackRecords(matrixOf(evidence), [claim(said, "party")])[0]).toMatchObject({ supported: 0 });
  });
});

describe("the quantiles of a Beta distribution", () => {
  it("are the closed forms where there are any", () => {
    for (const chance of [0.05, 0.3, 0.95]) {
      expect(betaQuantile(1, 1, chance)).toBeCloseTo(chance, 12);
      expect(betaQuantile(7, 1, chance)).toBeCloseTo(chance ** (1 / 7), 12);
      expect(betaQuantile(1, 9, chance)).toBeCloseTo(1 - (1 - chance) ** (1 / 9), 12);
    }
    expect(betaQuantile(5, 5, 0.5)).toBeCloseTo(0.5, 12);
  });

  it("are those of R where there are none", () => {
    // qbeta(c(.05, .95), 9, 3) of R.
    expect(betaQuantile(9, 3, 0.05)).toBeCloseTo(0.5299, 3);
    expect(betaQuantile(9, 3, 0.95)).toBeCloseTo(0.9212, 3);
  });

  it("narrow without end, thousands of claims included", () => {
    expect(betaQuantile(4001, 4001, 0.95) - betaQuantile(4001, 4001, 0.05)).toBeLessThan(0.02);
  });
});
