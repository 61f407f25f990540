import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvStream, csvText } from "@/lib/interchange/csv";
import { asDownload } from "@/lib/interchange/file-name";
import { guardText, unguardText } from "@/lib/interchange/formula-guard";

const risky = fc
  .array(
    fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠", "'", '"', ";", ",", " ", "a", "٣", "𝒳"),
  )
  .map((signs) => signs.join(""));

/** As a spreadsheet would read it whose cells end at this sign, with no heed of quotes. */
const cellsSplitAt = (text: string, separator: RegExp) =>
  text.split(separator).map((cell) => cell.trimStart());

describe("a text that a spreadsheet would take for a formula", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", " =1", "'=1"])(
    "gets an apostrophe before it: %j",
    (text) => {
      expect(guardText(text)).toBe(`'${text}`);
    },
  );

  it.each(["", "a=b", "E1", "it's", "'quoted'", "2024-03", "https://example.org/?a=1", "−1"])(
    "and any other stays as it is: %j",
    (text) => {
      expect(guardText(text)).toBe(text);
    },
  );

  it("has no cell that begins with a sign of formulas, wherever a semicolon or a line break cuts it", () => {
    fc.assert(
      fc.property(risky, (text) => {
        for (const cell of cellsSplitAt(guardText(text), /[;\r\n]/))
          expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
    );
  });

  it("is the same again once the guard is taken off", () => {
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        expect(unguardText(guardText(text))).toBe(text);
      }),
    );
  });

  it("is guarded in a time that grows with its length alone", () => {
    const long = "; ".repeat(200_000) + " ".repeat(200_000) + "'".repeat(200_000);
    expect(unguardText(guardText(long))).toBe(long);
  });
});

describe("a table as CSV", () => {
  it("has lines that end in CR and LF, quotes round texts, and numbers and empty cells bare", () => {
    expect(
      csvText([
        ["a", -1.5, null, ""],
        ['say "x", y', 0, "b\nc", "=1"],
      ]),
    ).toBe('"a",-1.5,,\r\n"say ""x"", y",0,"b\nc","\'=1"\r\n');
  });

  it("gives any reader of CSV back what was in it", () => {
    const cell = fc.oneof(risky, fc.integer().map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvText(rows));
        expect(read.map((row) => row.map(unguardText))).toEqual(rows);
      }),
    );
  });

  it("begins with a byte order mark and its columns, and comes row by row as it is taken", async () => {
    let taken = 0;
    function* rows() {
      for (let row = 1; row <= 1_200; row++) {
        taken = row;
        yield [row];
      }
    }
    const reader = csvStream({ columns: ["n"], rows: rows() }).getReader();
    const first = await reader.read();
    expect([...(first.value ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(taken).toBeLessThan(1_200);
    let text = new TextDecoder().decode(first.value);
    for (let next = await reader.read(); !next.done; next = await reader.read())
      text += new TextDecoder().decode(next.value, { stream: true });
    expect(text.split("\r\n").slice(0, 2)).toEqual(['"n"', "1"]);
    expect(text.split("\r\n")).toHaveLength(1_202);
  });

  it("of no rows is its columns", async () => {
    expect(await new Response(csvStream({ columns: ["a", "b"], rows: [] })).text()).toBe('"a","b"\r\n');
  });
});

describe("the name of a download", () => {
  it("keeps any script, for clients that read it, beside one in ASCII", () => {
    const header = asDownload("Кто стоит за этим? (2024)", " – matrix.csv", "who-matrix.csv");
    expect(header).toMatch(/^attachment; filename="who-matrix\.csv"; filename\*=UTF-8''[\w.%-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? "")).toBe("Кто стоит за этим (2024) – matrix.csv");
  });

  it("holds no path, no sign that a file system refuses, and none that turns the direction of what follows", () => {
    const name = decodeURIComponent(
      asDownload('../a\\b:*"<>|\u202Egpj.\r\nx', ".csv", "x.csv").split("''")[1] ?? "",
    );
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}\\/:*"<>|]/u);
    expect(name.startsWith(".")).toBe(false);
  });

  it("is cut between two characters, not within one, and keeps its ending", () => {
    const name = decodeURIComponent(asDownload("𝒳".repeat(300), ".csv", "x.csv").split("''")[1] ?? "");
    expect(name).toBe(`${"𝒳".repeat(80)}.csv`);
    const words = asDownload("word ".repeat(40), ".csv", "x.csv").split("''")[1] ?? "";
    expect(decodeURIComponent(words)).toMatch(/^(word )+word\.csv$/);
  });
});
