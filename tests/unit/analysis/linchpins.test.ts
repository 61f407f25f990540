import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { effectsOfEntries } from "@/lib/analysis/drops";
import { findLinchpins } from "@/lib/analysis/linchpins";
import { compile } from "@/lib/analysis/matrix";
import { reckon } from "@/lib/analysis/reckoning";
import type { MatrixInput } from "@/lib/analysis/types";
import { entry, rated, source, twoHypotheses } from "./matrices";
import { endingSets, isOverFor, reference, referenceLinchpins } from "./reference";

/** Matrices in which one hypothesis tends to be far ahead, so that it takes several entries to end that. */
const leading: fc.Arbitrary<MatrixInput> = fc
  .record({
    hypotheses: fc.integer({ min: 2, max: 4 }),
    sources: fc.integer({ min: 1, max: 4 }),
    entries: fc.integer({ min: 3, max: 9 }),
    favour: fc.integer({ min: 0, max: 1 }),
  })
  .chain(({ hypotheses, sources, entries, favour }) => {
    const ids = (letter: string, count: number) =>
      Array.from({ length: count }, (_, row) => `${letter}${row + 1}`);
    const forIt = fc.constantFrom("CC" as const, "C" as const, "N" as const, "NA" as const);
    const against = fc.constantFrom("II" as const, "I" as const, "N" as const, "C" as const);
    const anySource = fc.constantFrom(...ids("S", sources));
    return fc.record({
      hypotheses: fc.constant(ids("H", hypotheses).map((id) => ({ id }))),
      sources: fc.tuple(
        ...ids("S", sources).map((id) =>
          fc.constantFrom("A", "B", "C").map((grade) => source(id, grade as "A")),
        ),
      ),
      evidence: fc.tuple(
        ...ids("E", entries).map((id) =>
          fc.uniqueArray(anySource, { minLength: 0, maxLength: 2 }).map((from) => entry(id, ...from)),
        ),
      ),
      ratings: fc
        .tuple(
          ...ids("E", entries).map((id) =>
            fc
              .tuple(...ids("H", hypotheses).map((_, row) => (row === favour ? forIt : against)))
              .map((codes) => rated(id, codes)),
          ),
        )
        .map((all) => all.flat()),
      settings: fc.constant({ unrated: 0.6 }),
    });
  });

function linchpinsOf(input: MatrixInput, mostForPairs?: number) {
  const reckoning = reckon(compile(input));
  const found = findLinchpins(reckoning, effectsOfEntries(reckoning), mostForPairs);
  return (
    found && {
      rival: input.hypotheses[found.rival]?.id,
      evidence: found.entries.map((row) => input.evidence?.[row]?.id),
      smallest: found.smallest,
    }
  );
}

describe("linchpins", () => {
  it("end the lead, and where called smallest no smaller set does", () => {
    const sizes = new Map<number, number>();
    fc.assert(
      fc.property(leading, (input) => {
        const { linchpins, leader } = analyseWhole(input);
        if (!linchpins || !leader) return;
        const size = linchpins.evidence.length;
        sizes.set(size, (sizes.get(size) ?? 0) + 1);
        const after = reference(input, new Set(linchpins.evidence));
        expect(isOverFor(leader.id, after)).toBe(true);
        expect([after.leader?.id, ...(after.leader?.tied ?? [])]).toContain(linchpins.rival);
        // Put back any one, and the lead stands.
        for (const one of linchpins.evidence) {
          const fewer = linchpins.evidence.filter((id) => id !== one);
          if (linchpins.smallest) expect(isOverFor(leader.id, reference(input, new Set(fewer)))).toBe(false);
        }
        for (let smaller = 0; linchpins.smallest && smaller < size; smaller++) {
          expect(endingSets(input, leader.id, smaller)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect([...sizes.keys()].filter((size) => size > 2).length).toBeGreaterThan(0);
  }, 60_000);

  it("are those that trying everything from scratch finds", () => {
    fc.assert(
      fc.property(leading, (input) => {
        expect(linchpinsOf(input)).toEqual(referenceLinchpins(input));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("are those of removing step by step from scratch, where there are too many entries to try pairs", () => {
    fc.assert(
      fc.property(leading, (input) => {
        expect(linchpinsOf(input, 0)).toEqual(referenceLinchpins(input, false));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("are none, with the first tied as rival, where the leader is tied to begin with", () => {
    expect(analyseWhole({ hypotheses: twoHypotheses }).linchpins).toEqual({
      rival: "H2",
      evidence: [],
      smallest: true,
    });
  });

  it("are null where the lead rests on the priors, and for a single hypothesis", () => {
    const hypotheses = [{ id: "H1", prior: 1000 }, { id: "H2" }];
    const input = { hypotheses, evidence: [entry("E1"), entry("E2")], ratings: rated("E1", ["C", "I"]) };
    expect(analyseWhole(input).linchpins).toBeNull();
    expect(analyseWhole({ hypotheses: [{ id: "H1" }] }).linchpins).toBeNull();
  });

  it("are, of several single entries, the one that leaves the leader furthest behind", () => {
    const ratings = [...rated("E1", ["I", "C"]), ...rated("E2", ["C", "I"]), ...rated("E3", ["CC", "II"])];
    const sources = [source("S1", "B"), source("S2", "B"), source("S3", "B")];
    const evidence = [entry("E1", "S1"), entry("E2", "S2"), entry("E3", "S3")];
    const { linchpins } = analyseWhole({ hypotheses: twoHypotheses, sources, evidence, ratings });
    expect(linchpins).toEqual({ rival: "H2", evidence: ["E3"], smallest: true });
  });

  it("are found among two thousand entries of one mind in good time", () => {
    const ids = Array.from({ length: 2_000 }, (_, row) => row);
    const input: MatrixInput = {
      hypotheses: ["H1", "H2", "H3"].map((id) => ({ id })),
      sources: Array.from({ length: 100 }, (_, row) => source(`S${row}`, "B")),
      evidence: ids.map((row) => entry(`E${row}`, `S${row % 100}`)),
      ratings: ids.flatMap((row) => rated(`E${row}`, row % 7 === 0 ? ["I", "C", "N"] : ["C", "I", "N"])),
    };
    const { linchpins, leader } = analyseWhole(input);
    expect(leader?.id).toBe("H1");
    expect(linchpins?.smallest).toBe(false);
    expect(linchpins?.evidence.length).toBeGreaterThan(100);
  });
});
