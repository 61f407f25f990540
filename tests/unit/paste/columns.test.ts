import { describe, expect, it } from "vitest";
import { readCells } from "@/lib/paste/cells";
import { findColumns } from "@/lib/paste/columns";

const hypotheses = [
  { id: "H1", shortName: "The one" },
  { id: "H2", shortName: "Der Zweite" },
];
const columnsOf = (...rows: string[][]) =>
  findColumns(
    rows.map((cells, i) => ({ row: i + 1, cells })),
    hypotheses,
  );

describe("the head of a column", () => {
  it("names a field in any case, with blanks as they come", () => {
    const { fields, hasHead } = columnsOf([
      "ID",
      " Statement",
      "KIND",
      "When",
      "Place",
      "Notes",
      "Source  Kind",
      "Via",
    ]);
    expect(hasHead).toBe(true);
    expect(fields).toEqual([
      ...["entry", "statement", "kind", "occurredOn", "places", "note"],
      ...["citations.0.sourceKind", "citations.0.via"],
    ]);
  });

  it("names a hypothesis by its number, its short name, or both", () => {
    const { fields } = columnsOf(["statement", "h1", "der zweite"]);
    expect(fields.slice(1)).toEqual(["consistency.H1", "consistency.H2"]);
    expect(columnsOf(["statement", "H2 · Der Zweite"]).fields[1]).toBe("consistency.H2");
    expect(columnsOf(["statement", "H2 · Somebody else's"]).fields[1]).toBeNull();
  });

  it("numbers the citations after the first", () => {
    const { fields } = columnsOf(["statement", "source", "source 2", "url 2", "source 0"]);
    expect(fields.slice(1)).toEqual(["citations.0.source", "citations.1.source", "citations.1.url", null]);
  });

  it("is passed over where nothing takes it, or an earlier one has its field; so is what all gave together", () => {
    expect(columnsOf(["statement", "colour", "evidence", "H1 consensus: The one", "H1 mean"]).fields).toEqual(
      ["statement", ...[null, null, null, null]],
    );
  });
});

describe("columns without heads", () => {
  it("are told by what stands in them", () => {
    const { fields, hasHead } = columnsOf(
      ["A van was seen.", "report", "2024-03", "CC", "-2", "https://example.org/a", "A paper"],
      ["A bus was seen.", "Document", "2024~", "", "n/a", "", "Another paper"],
    );
    expect(hasHead).toBe(false);
    expect(fields).toEqual([
      ...["statement", "kind", "occurredOn", "consistency.H1", "consistency.H2"],
      ...["citations.0.url", "citations.0.source"],
    ]);
  });

  it("of codes are taken for ratings only where there is one for each hypothesis", () => {
    expect(columnsOf(["E1", "CC"], ["E2", "I"]).fields).toEqual(["entry", null]);
    expect(columnsOf(["E1", "CC", "N"], ["E2", "I", "C"]).fields).toEqual([
      "entry",
      "consistency.H1",
      "consistency.H2",
    ]);
  });
});

describe("a cell", () => {
  const readAs = (field: string, text: string) => {
    const { values, errors } = readCells([text], { fields: [field], heads: ["X"], hasHead: true });
    return errors[0] ?? values.get(field) ?? null;
  };

  it.each([
    ["cc", "CC"],
    ["II", "II"],
    ["Very inconsistent", "II"],
    ["neutral", "N"],
    ["2", "CC"],
    ["+1", "C"],
    ["0", "N"],
    ["-1", "I"],
    ["−2", "II"],
    ["1,0", "C"],
    ["n/a", "NA"],
    ["Does not apply", "NA"],
  ])("of ratings takes %s for %s", (text, code) => {
    expect(readAs("consistency.H1", text)).toBe(code);
  });

  it.each(["", "–", "-", "?"])("of ratings says nothing with %j", (text) => {
    expect(readAs("consistency.H1", text)).toBeNull();
  });

  it.each([
    ["consistency.H1", "3"],
    ["consistency.H1", "perhaps"],
    ["credibility", "7"],
    ["relevance", "very"],
    ["kind", "gossip"],
    ["citations.0.sourceKind", "friend"],
  ])("of %s refuses %s, with its column and what would do", (field, text) => {
    expect(readAs(field, text)).toMatch(new RegExp(`^“${text}” under X is not .*,`));
  });

  it("of credibility, relevance and kinds takes codes and words", () => {
    expect(readAs("credibility", "Probably true")).toBe("2");
    expect(readAs("relevance", "HIGH")).toBe("high");
    expect(readAs("kind", "Testimony")).toBe("testimony");
    expect(readAs("citations.0.viaKind", "News media")).toBe("media");
  });
});
