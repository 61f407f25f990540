import { describe, expect, it } from "vitest";
import { claimDraft } from "@/lib/claim/schema";
import { evidenceDraft } from "@/lib/evidence/schema";
import { fieldErrors } from "@/lib/fields";

const claim = { slug: "an-inquiry", statement: "It was us.", asserter: { source: "The party" } };
const entry = { slug: "an-inquiry", statement: "A bus.", kind: "report" };

const forms = [
  ["an appearance of a claim", "appearances", claimDraft, claim, "appearedOn"],
  ["a citation of an entry", "citations", evidenceDraft, entry, "publishedOn"],
] as const;

describe.each(forms)("%s", (_, list, schema, fields, date) => {
  const parse = (lines: unknown) => schema.safeParse({ ...fields, [list]: lines });

  it.each([
    ["a place in it", { locator: "page 3" }],
    ["a link", { url: "https://example.org/1" }],
    ["a quote", { quote: "It was us." }],
    ["a date", { [date]: "2024-03" }],
  ])("with %s and no source is refused at its source, and not dropped", (_what, typed) => {
    const parsed = parse([{ source: "The gazette" }, { source: "", via: "", ...typed }]);
    expect(parsed.error && fieldErrors(parsed.error)).toEqual({
      [`${list}.1.source`]: "Name the source in which this stands, or empty the rest of the line.",
    });
  });

  it("that is left empty is passed over, be a kind of source chosen or not", () => {
    const parsed = parse([{ source: "" }, { id: "", source: "", sourceKind: "media", quote: " " }]);
    expect(parsed.data).toMatchObject({ [list]: [] });
  });
});
