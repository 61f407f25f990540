import { describe, expect, it } from "vitest";
import { claimDraft, claimEdit, claimFilter } from "@/lib/claim/schema";
import { claimRating } from "@/lib/claim-rating/schema";
import { discrepancyDraft, discrepancyWithdrawal } from "@/lib/discrepancy/schema";
import { fieldErrors } from "@/lib/fields";

const draft = { slug: "an-inquiry", statement: " It was us. ", asserter: { source: "The party" } };

function errorsOf(schema: typeof claimDraft | typeof claimRating | typeof discrepancyDraft, given: unknown) {
  const parsed = schema.safeParse(given);
  return parsed.success ? {} : fieldErrors(parsed.error);
}

describe("a claim as a form sends it", () => {
  it("needs a statement, and takes all else as unknown where it is left empty", () => {
    expect(claimDraft.parse(draft)).toMatchObject({
      statement: "It was us.",
      asserter: { source: "The party", sourceKind: null, via: "", viaKind: null },
      about: "",
      place: "",
      occurredOn: null,
      assertedOn: null,
      appearances: [],
    });
    expect(Object.keys(errorsOf(claimDraft, { ...draft, statement: " " }))).toEqual(["statement"]);
    expect(Object.keys(errorsOf(claimDraft, { slug: "an-inquiry", statement: "It was us." }))).toEqual([
      "asserter",
    ]);
  });

  it("passes over appearances that were left empty, and names the fields of the others as the form does", () => {
    const appearances = [{ source: "" }, { source: "The gazette", locator: "page 3" }];
    expect(claimDraft.parse({ ...draft, appearances }).appearances).toMatchObject([
      { source: "The gazette", locator: "page 3", field: 1 },
    ]);
    const wrong = [{ source: "The gazette", url: "javascript:alert(1)", appearedOn: "last week" }];
    expect(Object.keys(errorsOf(claimDraft, { ...draft, appearances: wrong })).sort()).toEqual([
      "appearances.0.appearedOn",
      "appearances.0.url",
    ]);
  });

  it("is edited under its number and version", () => {
    expect(claimEdit.parse({ ...draft, id: "C3", version: "2" })).toMatchObject({ id: "C3", version: 2 });
    expect(claimEdit.safeParse({ ...draft, id: "E3", version: "2" }).success).toBe(false);
    expect(claimEdit.safeParse({ ...draft, id: "C3" }).success).toBe(false);
  });
});

describe("a rating on a claim", () => {
  const rating = (evidence: string, consistency = "C") =>
    claimRating.safeParse({ slug: "an-inquiry", id: "C1", evidence, consistency }).data;

  it("takes an entry by its number, in either case and with the words it was suggested with", () => {
    expect(rating("E3", "CC")).toMatchObject({ evidence: "E3", consistency: "CC", reason: "" });
    expect(rating(" e12 ")?.evidence).toBe("E12");
    expect(rating("E3 · Two lines\nof a statement · with a dot")?.evidence).toBe("E3");
  });

  it("is refused with a sentence where no entry is named", () => {
    for (const evidence of ["", "C3", "3", "E3 and E4", "E12345678", "seen E3"]) {
      expect(errorsOf(claimRating, { slug: "an-inquiry", id: "C1", evidence, consistency: "C" })).toEqual({
        evidence: "Choose an entry: its number, such as E3.",
      });
    }
  });

  it("without a code is refused with a sentence, and takes nothing back", () => {
    const given = { slug: "an-inquiry", id: "C1", evidence: "E3", reason: "So it is." };
    for (const consistency of [undefined, ""]) {
      expect(errorsOf(claimRating, { ...given, consistency })).toEqual({
        consistency: "Choose how well the entry fits the claim.",
      });
    }
    expect(rating("E3", "B")).toBeUndefined();
  });

  it("is taken back only by asking for it, whatever else the form holds", () => {
    const given = { slug: "an-inquiry", id: "C1", evidence: "E3", consistency: "C", reason: "So it is." };
    expect(claimRating.parse({ ...given, intent: "take-back" })).toEqual({
      ...given,
      consistency: null,
      reason: "",
    });
  });
});

describe("a discrepancy", () => {
  it("says both sides and who noticed", () => {
    const given = {
      slug: "an-inquiry",
      id: "C1",
      says: "In March.",
      against: "In April.",
      noticedBy: "source",
      noticedByName: "",
    };
    expect(discrepancyDraft.parse(given)).toEqual(given);
    expect(Object.keys(errorsOf(discrepancyDraft, { ...given, against: "", noticedBy: "nobody" }))).toEqual([
      "against",
      "noticedBy",
    ]);
  });

  it("names whoever noticed, just where that is neither the analysts nor the source", () => {
    const given = { slug: "an-inquiry", id: "C1", says: "In March.", against: "In April." };
    const errors = (noticedBy: string, noticedByName: string) =>
      Object.keys(errorsOf(discrepancyDraft, { ...given, noticedBy, noticedByName }));
    expect(errors("other", "The harbour master")).toEqual([]);
    expect(errors("other", " ")).toEqual(["noticedByName"]);
    expect(errors("us", "The harbour master")).toEqual(["noticedByName"]);
  });

  it("is withdrawn under its own number", () => {
    const given = { slug: "an-inquiry", reason: "It was April." };
    expect(discrepancyWithdrawal.safeParse({ ...given, id: "C1.2" }).success).toBe(true);
    expect(discrepancyWithdrawal.safeParse({ ...given, id: "C1" }).success).toBe(false);
  });
});

describe("the address of the list of claims", () => {
  it("is read leniently: what makes no sense is as if it were not there", () => {
    expect(claimFilter.parse({ verdict: "single-origin", asserter: "S2", page: "3" })).toEqual({
      text: "",
      verdict: "single-origin",
      asserter: "S2",
      page: 3,
    });
    expect(claimFilter.parse({ verdict: ["disputed", "x"], asserter: "nobody", page: "-1" })).toEqual({
      text: "",
      verdict: undefined,
      asserter: undefined,
      page: 1,
    });
  });
});
