import { describe, expect, it } from "vitest";
import { type Asked, beginWith, confirm, learn, rowsMovedBy, type SentGrid } from "@/lib/grid/knowledge";
import type { PackedRow } from "@/lib/grid/row";

/** A row of one hypothesis, with what its reader gave it. */
const row = (id: string, own: string): PackedRow => [id, "", "", "-", "-", own, 0, 0, 0, 0, {}, []];
const grid = (sequence: number, rows: readonly PackedRow[], more: Partial<SentGrid> = {}): SentGrid => ({
  sequence,
  columns: [{ id: "H1", shortName: "One", statement: "One" }],
  rows,
  figures: [],
  reader: "ada",
  ground: "then",
  ...more,
});
const asked = (ids: Asked["ids"], at = 1): Asked => ({ ids, at });
const begun = beginWith(grid(5, [row("E1", "-"), row("E2", "-")]));
const ownIn = ({ rows }: typeof begun) => [...rows.values()].map(({ id, own }) => `${id} ${own}`).join(", ");

describe("what a page knows of the matrix", () => {
  it("takes in an answer about one row that comes after a later one about another", () => {
    const fast = learn(begun, grid(11, [row("E2", "4")]), asked(["E2"]), false);
    const slow = learn(fast, grid(10, [row("E1", "1")]), asked(["E1"]), false);
    expect(ownIn(slow)).toBe("E1 1, E2 4");
    expect(slow.sequence).toBe(11);
  });

  it("keeps what is known of a row as of a later change", () => {
    const late = learn(begun, grid(11, [row("E1", "4")]), asked(["E1"]), false);
    expect(ownIn(learn(late, grid(10, [row("E1", "1")]), asked("all"), false))).toBe("E1 4, E2 -");
  });

  it("does not put the old code back where a rating was confirmed after the row was asked for", () => {
    const given = { hypothesis: "H1", consistency: "CC" } as const;
    const rated = confirm(begun, "E1", 0, given, 3);
    expect(ownIn(learn(rated, grid(6, [row("E1", "0")]), asked(["E1"], 2), false))).toBe("E1 4, E2 -");
    expect(ownIn(learn(rated, grid(6, [row("E1", "0")]), asked(["E1"], 4), false))).toBe("E1 0, E2 -");
  });

  it("passes over a rating of a hypothesis that is no column, or of an entry that is not shown", () => {
    const given = { hypothesis: "H7", consistency: "CC" } as const;
    expect(confirm(begun, "E1", -1, given, 3)).toBe(begun);
    expect(confirm(begun, "E9", 0, given, 3)).toBe(begun);
  });

  it("tells of entries that count no longer, which stay in their place, and count again when they are back", () => {
    const without = learn(begun, grid(6, []), asked(["E1"]), false);
    expect([...without.gone]).toEqual(["E1"]);
    expect(ownIn(without)).toBe("E1 -, E2 -");
    expect(learn(without, grid(7, [row("E1", "-")]), asked("all"), false).gone).toEqual(new Set(["E2"]));
  });

  it("lets new entries in at the end, but not where the page shows some only", () => {
    const answer = grid(6, [row("E3", "2")]);
    expect(ownIn(learn(begun, answer, asked(["E3"]), false))).toBe("E1 -, E2 -, E3 2");
    expect(ownIn(learn(begun, answer, asked(["E3"]), true))).toBe("E1 -, E2 -");
  });

  it("leaves the rows where their ground is the same", () => {
    const same = learn(begun, grid(6, [], { isSame: true }), asked("all"), false);
    expect([ownIn(same), same.gone.size, same.sequence]).toEqual(["E1 -, E2 -", 0, 6]);
  });
});

describe("a change", () => {
  it("moves the row of an entry alone, all rows where it is of a hypothesis or a source, and none for a claim", () => {
    expect(rowsMovedBy(["E3"])).toEqual(["E3"]);
    expect(rowsMovedBy(["H1", "H2"])).toBe("all");
    expect(rowsMovedBy(["S4"])).toBe("all");
    expect(rowsMovedBy(["C3"])).toEqual([]);
    expect(rowsMovedBy(["C3", "E5"])).toEqual([]);
  });

  it("that names nothing asks whether the ground has moved", () => {
    expect(rowsMovedBy([])).toBe("ground");
  });
});
