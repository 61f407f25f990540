import { describe, expect, it } from "vitest";
import { GRID_ORDERS, inOrder, nextUnrated } from "@/lib/grid/order";
import type { GridRow } from "@/lib/grid/row";

const row = (id: string, given: Partial<GridRow> = {}): GridRow => ({
  id,
  statement: "",
  occurredOn: "",
  consensus: "--",
  disagreement: "--",
  own: "--",
  reasons: {},
  weight: 0,
  bits: 0,
  parting: 0,
  partingIn: [],
  isBlind: false,
  ...given,
});
const noDate = () => null;
const ids = (rows: readonly GridRow[]) => rows.map(({ id }) => id).join(" ");

describe("the rows of a matrix", () => {
  it("come with what tells most apart first, equal ones by number", () => {
    const rows = [row("E1", { bits: 0.2 }), row("E2", { bits: 0.9 }), row("E3", { bits: 0.2 })];
    expect(ids(inOrder(rows, "apart", noDate))).toBe("E2 E1 E3");
  });

  it("hide in their order what is hidden in them", () => {
    const rows = [
      row("E1", { bits: null, isBlind: true, disagreement: "99", parting: 3 }),
      row("E2", { bits: 0.1, disagreement: "1-", parting: 1 }),
    ];
    for (const { code } of GRID_ORDERS) {
      if (["apart", "disagreement", "parting"].includes(code))
        expect(ids(inOrder(rows, code, noDate))).toBe("E2 E1");
    }
  });

  it("come by their earliest day, those without one last", () => {
    const days: Record<string, number | null> = { E1: null, E2: 30, E3: 10 };
    const rows = [row("E1"), row("E2"), row("E3")];
    expect(ids(inOrder(rows, "date", ({ id }) => days[id] ?? null))).toBe("E3 E2 E1");
  });

  it("come in the reader's own order, then those they have not placed", () => {
    const rows = [row("E1"), row("E2"), row("E3")];
    expect(ids(inOrder(rows, "own", noDate, ["E3", "E9", "E1"]))).toBe("E3 E1 E2");
  });

  it("are all there in every order", () => {
    const rows = [row("E1", { weight: 0.1 }), row("E2", { weight: 0.7 }), row("E3", { bits: 2 })];
    for (const { code } of GRID_ORDERS) {
      expect(
        ids(inOrder(rows, code, noDate))
          .split(" ")
          .sort(),
      ).toEqual(["E1", "E2", "E3"]);
    }
  });
});

describe("the next cell that is not rated", () => {
  const rows = [row("E1", { own: "3-" }), row("E2", { own: "--" }), row("E3", { own: "22" })];
  const from = (at: number, column: number, gone: readonly string[] = []) =>
    nextUnrated(rows, new Set(gone), 2, { row: at, column });

  it("is along the row, then in the next, and round to where one is", () => {
    expect(from(0, 1)).toEqual({ row: 0, column: 2 });
    expect(from(0, 2)).toEqual({ row: 1, column: 1 });
    expect(from(1, 2)).toEqual({ row: 0, column: 2 });
  });

  it("may be the one where they are, for whoever is not at it yet", () => {
    const here = (at: number, column: number) => nextUnrated(rows, new Set(), 2, { row: at, column }, true);
    expect(here(1, 1)).toEqual({ row: 1, column: 1 });
    expect(here(0, 1)).toEqual({ row: 0, column: 2 });
  });

  it("is none of an entry that counts no longer", () => {
    expect(from(0, 2, ["E2"])).toEqual({ row: 0, column: 2 });
    expect(from(0, 2, ["E1", "E2"])).toBeNull();
  });
});
