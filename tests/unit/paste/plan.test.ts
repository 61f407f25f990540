import { describe, expect, it } from "vitest";
import { findColumns, isHead } from "@/lib/paste/columns";
import { describePlan } from "@/lib/paste/describe";
import { type Known, type Planned, planRows, readRows } from "@/lib/paste/plan";
import { readTable } from "@/lib/paste/table";
import type { Row } from "@/lib/rating/row";

const hypotheses = [
  { id: "H1", shortName: "The one" },
  { id: "H2", shortName: "The other" },
];
const entries = [
  { id: "E1", statement: "A grey van was seen at noon.", isWithdrawn: false },
  { id: "E2", statement: "Nobody was in it.", isWithdrawn: true },
];
const none: Row = { consistency: {}, reasons: {}, credibility: null, relevance: null, gradeReason: "" };
const known: Known = {
  slug: "an-inquiry",
  entries,
  sources: new Map([
    ["S3", { id: "S3", name: "The Paper" }],
    ["the paper", { id: "S3", name: "The Paper" }],
    ["S3 · Another", { id: "S3", name: "The Paper" }],
  ]),
  ownOf: (id) =>
    id === "E1"
      ? {
          ...none,
          consistency: { H1: "C" },
          reasons: { H1: "as told" },
          credibility: 2,
          gradeReason: "so so",
        }
      : none,
  newKind: "media",
};

function plan(...lines: string[]): Planned[] {
  const table = readTable(lines.join("\n"), isHead(hypotheses));
  if (!table.ok) throw new Error(table.message);
  return planRows(readRows(table.rows, findColumns(table.rows, hypotheses), entries), known);
}
const only = (...lines: string[]): Planned => {
  const [planned] = plan(...lines);
  if (!planned) throw new Error("nothing planned");
  return planned;
};
const errorOf = (...lines: string[]): string => {
  const planned = only(...lines);
  return planned.becomes === "error" ? planned.errors.join(" ") : planned.becomes;
};

describe("a row whose statement is not there yet", () => {
  it("becomes an entry, with all that its cells say", () => {
    const planned = only(
      "statement\tkind\tdate\tplaces\tnote\tsource\tvia\turl\tquote\tcredibility\trelevance\tH1\tThe other",
      "A blue bus came.\tDocument\t2024-03\tHere; There\tlooked for\tS3\tA relay\thttps://example.org/\t« so »\t2\thigh\tCC\t-1",
    );
    expect(planned).toMatchObject({
      becomes: "entry",
      row: 2,
      draft: {
        statement: "A blue bus came.",
        kind: "document",
        occurredOn: "2024-03",
        places: ["Here", "There"],
        citations: [
          { source: "S3", via: "A relay", viaKind: "media", url: "https://example.org/", quote: "« so »" },
        ],
        consistency: { H1: "CC", H2: "I" },
        credibility: 2,
        relevance: "high",
      },
    });
  });

  it("is a report unless it says otherwise, and a new source is of the kind that was said for all", () => {
    expect(only("statement\tsource\tsource kind", "A bus.\tSomebody\t")).toMatchObject({
      draft: { kind: "report", citations: [{ sourceKind: "media" }] },
    });
    expect(only("statement\tsource\tsource kind", "A bus.\tSomebody\tExpert")).toMatchObject({
      draft: { citations: [{ sourceKind: "expert" }] },
    });
  });

  it("that is much like another is an entry with a warning, whether that one is there or stands in a row before", () => {
    const [like, again] = plan("statement", "At noon a GREY van was seen", "At noon a gray van, was seen!");
    expect(like).toMatchObject({ becomes: "entry", notes: [expect.stringContaining("Much like E1")] });
    expect(again).toMatchObject({ becomes: "entry", notes: [expect.stringMatching(/Much like (E1|row 2)/)] });
  });

  it("and whose number is nowhere gets the next number", () => {
    expect(only("entry\tstatement", "E99\tA bus.")).toMatchObject({
      becomes: "entry",
      notes: [expect.stringContaining("E99")],
    });
  });
});

describe("a row about an entry that is there", () => {
  it("is known by its very statement, or by its number in any case", () => {
    for (const row of ["\tA grey van was seen at noon.\tII", "e1\t\tII"]) {
      expect(only("entry\tstatement\tH1", row)).toMatchObject({
        becomes: "ratings",
        sent: { id: "E1", consistency: { H1: "II" } },
      });
    }
  });

  it("rates what differs, takes nothing back where it is empty, and keeps the reasons", () => {
    expect(only("entry\tH1\tH2\trelevance", "E1\tC\tN\tlow")).toMatchObject({
      becomes: "ratings",
      sent: {
        consistency: { H2: "N" },
        reasons: { H1: "as told" },
        credibility: 2,
        relevance: "low",
        gradeReason: "so so",
      },
    });
  });

  it("becomes nothing where all it says stands already", () => {
    expect(only("entry\tH1\tcredibility", "E1\tC\t2")).toMatchObject({ becomes: "nothing", id: "E1" });
    expect(only("statement", "A grey van was seen at noon.")).toMatchObject({ becomes: "nothing", id: "E1" });
  });

  it("that is withdrawn is rated, and the row says that it stays withdrawn", () => {
    expect(only("entry\tH1", "E2\tC")).toMatchObject({
      becomes: "ratings",
      notes: ["E2 is withdrawn, and stays so."],
    });
  });

  it("is refused where the number and the statement are of two things", () => {
    expect(errorOf("entry\tstatement\tH1", "E1\tA bus.\tC")).toContain("E1 says something else here.");
  });
});

describe("a row that cannot be saved", () => {
  it.each([
    ["neither statement nor number", ["entry\tstatement\tH1", "\t\tC"], "neither a statement nor the number"],
    ["a number alone that is nowhere", ["entry\tH1", "E99\tC"], "There is no entry E99 here."],
    ["a code that is none", ["statement\tH1", "A bus.\tmaybe"], "“maybe” under H1 is not"],
    ["a date that is none", ["statement\tdate", "A bus.\tlast week"], "Write a date such as"],
    ["an address that is none", ["statement\tsource\turl", "A bus.\tS3\tftp://x"], "An address starts with"],
    ["a source's number that is nowhere", ["statement\tsource", "A bus.\tS77"], "There is no source S77"],
    [
      "a number with another's name",
      ["statement\tsource", "A bus.\tS3 · Another"],
      "S3 is “The Paper” here.",
    ],
    ["a relay without a source", ["statement\tvia", "A bus.\tS3"], "Who asserts it?"],
    ["a source through itself", ["statement\tsource\tvia", "A bus.\tS3\tthe paper"], "through itself"],
    [
      "a quote without a source",
      ["statement\tquote", "A bus.\t« so »"],
      "Name the source in which this stands",
    ],
    ["a statement that is too long", ["statement", "x".repeat(1_001)], "At most 1,000 characters"],
  ])("says why: %s", (_, lines, sentence) => {
    expect(errorOf(...lines)).toContain(sentence);
  });

  it("is the second that is about the same thing, by number, by statement or both", () => {
    const rows = plan(
      "entry\tstatement\tH1",
      "E1\t\tII",
      "\tA grey van was seen at noon.\tI",
      "\tA bus.\tI",
      "\tA bus.\tC",
    );
    expect(rows.map((row) => row.becomes)).toEqual(["ratings", "error", "entry", "error"]);
    expect(rows[1]).toMatchObject({ errors: ["Row 2 is about the same already."] });
  });
});

describe("the preview", () => {
  it("counts what rows become, and says of each what it is and why", () => {
    const table = readTable(
      "statement\tH1\tsource\tcolour\nA bus.\tC\tSomebody\tred\nA car.\tmaybe\n",
      isHead(hypotheses),
    );
    if (!table.ok) throw new Error(table.message);
    const columns = findColumns(table.rows, hypotheses);
    const planned = planRows(readRows(table.rows, columns, entries), known);
    const { preview, details, foreseen } = describePlan({ columns, planned, known }, "stamp");
    expect(preview).toBe(
      "2 rows: 1 new entry, 1 new source and 1 that cannot be saved. Nothing is saved yet.",
    );
    expect(details).toEqual(["Passed over: colour."]);
    expect(foreseen.saveLabel).toBe("Save 1 row");
    expect(foreseen.lines).toMatchObject([
      { at: "Row 2", verdict: "New entry", notes: ["new source “Somebody” (news media)", "H1 C"] },
      { at: "Row 3", verdict: "Cannot be saved", text: "A car." },
    ]);
  });
});
