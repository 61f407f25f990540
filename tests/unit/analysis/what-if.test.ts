import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { compile } from "@/lib/analysis/matrix";
import { reckon } from "@/lib/analysis/reckoning";
import type { MatrixInput } from "@/lib/analysis/types";
import { type Scenario, whatIf } from "@/lib/analysis/what-if";
import { withoutAnalyst, withoutSources } from "@/lib/analysis/without";
import { expectClose } from "./close";
import { matrices } from "./matrices";

const posteriors = (input: MatrixInput) => analyse(input).hypotheses.map(({ posterior }) => posterior);
const KEYS = { evidence: "evidence", source: "sources", group: "groups", analyst: "analysts" } as const;

describe("what if", () => {
  it("nothing were otherwise: the answer as it is", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const { leader } = analyse(input);
        const standing = whatIf(reckon(compile(input)), {});
        expectClose(standing.posterior, posteriors(input));
        expect({ id: standing.leader, tied: standing.tied }).toEqual(leader);
      }),
    );
  });

  it("one thing were struck: the drop of that thing", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const reckoning = reckon(compile(input));
        for (const drop of analyseWhole(input).drops) {
          const standing = whatIf(reckoning, { [KEYS[drop.kind]]: [drop.id] });
          expectClose(standing.posterior, Object.values(drop.posterior));
          expect([standing.leader, standing.tied]).toEqual([drop.leader, drop.tied]);
        }
      }),
    );
  }, 30_000);

  it("several people and sources were struck: as if the matrix had never had what they gave", () => {
    const scenario: Scenario = { sources: ["S1", "S3"], analysts: ["ana", "__proto__"] };
    fc.assert(
      fc.property(matrices, (input) => {
        const less = withoutAnalyst(
          withoutAnalyst(withoutSources(input, new Set(["S1", "S3"])), "ana"),
          "__proto__",
        );
        expectClose(whatIf(reckon(compile(input)), scenario).posterior, posteriors(less));
      }),
    );
  });

  it("priors and settings were others: as if they had been given so", () => {
    const settings = { step: 0.1, doubt: 0.8 };
    fc.assert(
      fc.property(matrices, (input) => {
        const [first] = input.hypotheses;
        const scenario = {
          priors: new Map(input.hypotheses.map(({ id }) => [id, id === first?.id ? 5 : 1])),
          settings,
        };
        const hypotheses = input.hypotheses.map(({ id }, row) => ({ id, prior: row === 0 ? 5 : 1 }));
        const other = { ...input, hypotheses, settings: { ...input.settings, ...settings } };
        expectClose(whatIf(reckon(compile(input)), scenario).posterior, posteriors(other));
      }),
    );
  });

  it("the linchpins were struck: the leader leads no more", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const { linchpins, leader } = analyseWhole(input);
        if (!linchpins || !leader) return;
        const standing = whatIf(reckon(compile(input)), { evidence: linchpins.evidence });
        expect([standing.leader, ...standing.tied]).toContain(linchpins.rival);
      }),
    );
  });

  it("somebody asked: it speaks where an entry left tells hypotheses apart, and names the smallest bound", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const told = ({ speaks, origins }: ReturnType<typeof analyse>) => ({
          speaks,
          bound: Math.min(...origins.map(({ bound }) => bound)),
        });
        const reckoning = reckon(compile(input));
        for (const [scenario, less] of [
          [{}, input],
          [{ sources: ["S1"] }, withoutSources(input, new Set(["S1"]))],
          [{ analysts: ["ana"] }, withoutAnalyst(input, "ana")],
        ] as const) {
          const { speaks, bound } = whatIf(reckoning, scenario);
          const expected = told(analyse(less));
          expect(speaks).toBe(expected.speaks);
          if (Number.isFinite(expected.bound)) expect(bound).toBeCloseTo(expected.bound, 9);
          else expect(bound).toBe(expected.bound);
        }
      }),
    );
  });

  it("entries balanced, so that every posterior is its prior: it speaks all the same", () => {
    const input: MatrixInput = {
      hypotheses: [{ id: "H1" }, { id: "H2" }],
      evidence: [{ id: "E1" }, { id: "E2" }],
      ratings: [
        { evidence: "E1", hypothesis: "H1", analyst: "ana", consistency: "CC" },
        { evidence: "E2", hypothesis: "H2", analyst: "ana", consistency: "CC" },
      ],
    };
    const reckoning = reckon(compile(input));
    const standing = whatIf(reckoning, {});
    expectClose(standing.posterior, [0.5, 0.5]);
    expect(standing.speaks).toBe(true);
    expect(whatIf(reckoning, { evidence: ["E1", "E2"] })).toMatchObject({
      speaks: false,
      bound: Number.POSITIVE_INFINITY,
    });
  });
});
