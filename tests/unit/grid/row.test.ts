import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import {
  cellInWords,
  codeOf,
  type GridRow,
  isDisputed,
  markOf,
  packRow,
  tenthOf,
  unpackRow,
  withOwn,
} from "@/lib/grid/row";

const row: GridRow = {
  id: "E3",
  statement: "It was seen.",
  occurredOn: "2024-03",
  consensus: "13-",
  disagreement: "05-",
  own: "-42",
  reasons: { H3: "Seen." },
  weight: 0.354,
  bits: 1.25,
  parting: 1.5,
  partingIn: [1],
  isBlind: false,
};

describe("a row of the grid", () => {
  it("comes over the wire as it was, to a thousandth", () => {
    const marks = fc.string({ unit: fc.constantFrom("-", "0", "1", "2", "3", "4", "5") });
    fc.assert(
      fc.property(
        fc.record({
          id: fc.string(),
          statement: fc.string({ unit: "grapheme" }),
          occurredOn: fc.string(),
          consensus: marks,
          disagreement: marks,
          own: marks,
          reasons: fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
          weight: fc.integer({ min: 0, max: 1000 }).map((figure) => figure / 1000),
          bits: fc.option(fc.integer({ min: 0, max: 9000 }).map((figure) => figure / 1000)),
          parting: fc.integer({ min: 0, max: 4000 }).map((figure) => figure / 1000),
          partingIn: fc.array(fc.nat(12)),
          isBlind: fc.boolean(),
        }),
        (given) => {
          expect(unpackRow(JSON.parse(JSON.stringify(packRow(given))))).toEqual(given);
        },
      ),
    );
  });

  it("has a mark for every code and a code for every mark", () => {
    for (const { code } of CONSISTENCY) expect(codeOf(markOf(code))).toBe(code);
    expect(markOf(null)).toBe("-");
    expect(codeOf("-")).toBeNull();
  });

  it("takes a rating of one's own in one cell and leaves the others", () => {
    expect(withOwn(row, 1, { hypothesis: "H2", consistency: "II" }).own).toBe("-02");
    expect(withOwn(row, 2, { hypothesis: "H3", consistency: null }).own).toBe("-4-");
    expect(withOwn(row, 0, { hypothesis: "H1", consistency: "NA" }).own).toBe("542");
    expect(row.own).toBe("-42");
  });

  it("keeps why one rated so until another reason comes, or the rating is taken back", () => {
    const reasons = (consistency: Consistency | null, reason?: string) =>
      withOwn(row, 2, { hypothesis: "H3", consistency, ...(reason === undefined ? {} : { reason }) }).reasons;
    expect(reasons("C")).toEqual({ H3: "Seen." });
    expect(reasons("C", "Heard.")).toEqual({ H3: "Heard." });
    expect(reasons("C", "")).toEqual({});
    expect(reasons(null)).toEqual({});
    expect(withOwn(row, 0, { hypothesis: "H1", consistency: "C", reason: "So." }).reasons).toEqual({
      H1: "So.",
      H3: "Seen.",
    });
  });

  it("is disputed from four tenths on, and never where fewer than two gave a number", () => {
    expect(isDisputed(tenthOf(0.4))).toBe(true);
    expect(isDisputed(tenthOf(0.3999))).toBe(false);
    expect(isDisputed(tenthOf(1))).toBe(true);
    expect(isDisputed(tenthOf(null))).toBe(false);
  });

  it("says in words what is not rated, not saved, and of what counts no longer", () => {
    expect(cellInWords(row, 0, { mayRate: true })).toBe("inconsistent; not rated by you");
    expect(cellInWords(row, 2, { mayRate: true, unsaved: { kind: "sending" } })).toBe(
      "not rated; yours: neutral",
    );
    expect(cellInWords(row, 2, { unsaved: { kind: "stuck" } })).toBe(
      "not rated; yours: neutral; not saved yet",
    );
    expect(cellInWords(row, 0, { unsaved: { kind: "refused", why: "It was merged." } })).toBe(
      "inconsistent; refused and not saved: It was merged.",
    );
    expect(cellInWords(row, 0, { mayRate: true, isGone: true })).toBe("counts no longer; inconsistent");
    expect(cellInWords(row, 1, { isParting: true })).toBe(
      "consistent; disputed; yours: very consistent; here you part most from the others",
    );
  });

  it("says in words what a cell shows by colour and corner", () => {
    expect(cellInWords(row, 0)).toBe("inconsistent");
    expect(cellInWords(row, 1)).toBe("consistent; disputed; yours: very consistent");
    expect(cellInWords(row, 2)).toBe("not rated; yours: neutral");
    expect(cellInWords({ ...row, isBlind: true }, 0)).toBe("hidden until you have rated the row");
  });
});
