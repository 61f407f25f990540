import fc from "fast-check";
import { expect, it } from "vitest";
import { encode, fold, searchWords } from "@/lib/search/fold";

it.each([
  ["case and accents", "État-Major", "etat-major"],
  ["accents typed apart", "e\u0301tat", "etat"],
  ["the German sharp s, small and great", "Straße STRAẞE", "strasse strasse"],
  ["the Turkish i, dotted and dotless", "İstanbul Ilgın", "istanbul ilgin"],
  ["letters that Unicode does not take apart", "Łódź Ærø þing", "lodz aero thing"],
  ["both forms of the Greek sigma", "ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"],
  ["Cyrillic yo and short i", "Ёлкой", "елкои"],
  ["Arabic vowel points, stretching and forms of alif", "مُدَرِّس أمـــة", "مدرس امة"],
  ["Hebrew points", "שָׁלוֹם", "שלום"],
  ["soft hyphens, joiners and ligatures", "of\u00adfice \u200bﬁle", "office file"],
])("reads past %s", (_, text, read) => {
  expect(fold(text)).toBe(read);
});

it("gives any text words of a to z and 0 to 9 between single spaces", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(encode(fold(text))).toMatch(/^ ([a-z0-9]+ )*$/);
    }),
  );
});

it("takes a text apart where the words part, each word once and at most twelve", () => {
  const folded = (text: string) => searchWords(text).map((word) => word.folded);
  expect(folded("  “IS-K”, is  k… ")).toEqual(["is", "k"]);
  expect(folded("... – !")).toEqual([]);
  expect(folded("a b c d e f g h i j k l m n")).toHaveLength(12);
});

it("looks for a short word where words begin, but for a single Han character anywhere", () => {
  expect(searchWords("us 中").map(({ isShort }) => isShort)).toEqual([true, false]);
});

it("allows for slips in words of four letters and more, in scripts that part their words", () => {
  expect(searchWords("war moon мост 中国人民").map(({ mayBeNear }) => mayBeNear)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
