import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "@/lib/interchange/csv";
import { isHead } from "@/lib/paste/columns";
import { readTable } from "@/lib/paste/table";

const head = isHead([{ id: "H1", shortName: "The one" }]);

function cellsOf(text: string): (readonly string[])[] {
  const table = readTable(text, head);
  if (!table.ok) throw new Error(table.message);
  return table.rows.map(({ cells }) => cells);
}

describe("rows off the clipboard", () => {
  it("have tabs between their cells, and quotes round those with a tab or a line break", () => {
    expect(cellsOf('statement\tH1\r\n"One\ttwo\nthree ""x"""\tCC\r\nFour\t-1\r\n')).toEqual([
      ["statement", "H1"],
      ['One\ttwo\nthree "x"', "CC"],
      ["Four", "-1"],
    ]);
  });

  it("may begin with an empty cell", () => {
    expect(cellsOf("\tstatement\n\tA van.")).toEqual([
      ["", "statement"],
      ["", "A van."],
    ]);
  });

  it("keep quotes that are words, at the beginning, in the middle, and where they close nowhere", () => {
    expect(cellsOf('"No" he said\tC\nHe said "no"\tC\n"No, he said\tC\nMore\tI')).toEqual([
      ['"No" he said', "C"],
      ['He said "no"', "C"],
      ['"No, he said', "C"],
      ["More", "I"],
    ]);
  });

  it("are read in any script and direction, and with a byte order mark before them", () => {
    expect(cellsOf("\uFEFFstatement\tplaces\nشوهدت الشاحنة ظهراً\tدرعا; السويداء")).toEqual([
      ["statement", "places"],
      ["شوهدت الشاحنة ظهراً", "درعا; السويداء"],
    ]);
  });

  it("keep their numbers where others between them are empty", () => {
    const table = readTable("statement\n\t\n\nA van.\tx", head);
    expect(table.ok && table.rows.map(({ row }) => row)).toEqual([1, 4]);
  });
});

describe("rows out of a file", () => {
  it.each([";", ","])("have cells parted by %j where the first row names columns", (sign) => {
    expect(cellsOf(`statement${sign}H1\r\n"A van${sign} grey"${sign}CC\r\nA bus\r\n`)).toEqual([
      ["statement", "H1"],
      [`A van${sign} grey`, "CC"],
      ["A bus"],
    ]);
  });

  it("may have a tab within a cell", () => {
    expect(cellsOf('"statement","H1"\n"A\tvan","CC"')).toEqual([
      ["statement", "H1"],
      ["A\tvan", "CC"],
    ]);
  });

  it("are parted where each has as many cells as the first", () => {
    expect(cellsOf("A van,CC\nA bus,I")).toEqual([
      ["A van", "CC"],
      ["A bus", "I"],
    ]);
  });

  it("are sentences where commas and semicolons stand in them as they like", () => {
    expect(cellsOf("A van, grey, was seen; at noon.\nNobody was in it.")).toEqual([
      ["A van, grey, was seen; at noon."],
      ["Nobody was in it."],
    ]);
  });

  it("are told where a quote closes nowhere", () => {
    expect(readTable('statement,note\n"A van,x\nA bus,y', head)).toMatchObject({ ok: false });
  });

  it("of our own making come back to the letter", () => {
    const text = fc
      .array(fc.constantFrom("=", "-", "@", "'", '"', ";", ",", "\n", "\t", " ", "a", "ع", "𝒳"), {
        minLength: 1,
      })
      .map((signs) => `x${signs.join("")}x`);
    const formula = fc
      .tuple(fc.constantFrom("=", "+", "-", "@", "＝", "'=", "'"), text)
      .map((parts) => parts.join(""));
    const cell = fc.oneof(text, formula);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const file = `\uFEFF${csvText([["statement", "note"], ...rows])}`;
        expect(cellsOf(file).slice(1)).toEqual(rows);
      }),
    );
  });
});
