import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchWords } from "@/lib/search/fold";
import { highlight } from "@/lib/search/highlight";

/** A text with its hits in brackets. */
const marked = (text: string, looked: string, longest = 1_000) =>
  highlight(text, searchWords(looked), { longest })
    ?.map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join("");

describe("A hit", () => {
  it.each([
    ["in any case", "The Bank of the bank", "BANK", "The [Bank] of the [bank]"],
    ["whatever the accents", "À l’État", "etat", "À l’[État]"],
    [
      "with accents typed apart, and they stay with it",
      "un e\u0301tat-major",
      "etat",
      "un [e\u0301tat]-major",
    ],
    ["where one letter is read as two", "Die Straße dort", "strasse", "Die [Straße] dort"],
    ["in the middle of a word", "counterattacks", "attack", "counter[attack]s"],
    ["in scripts without spaces", "他说中国人民", "中国", "他说[中国]人民"],
    ["through vowel points", "قال المُدَرِّس", "مدرس", "قال ال[مُدَرِّس]"],
    ["of each of the words", "From the bank to the river", "river bank", "From the [bank] to the [river]"],
    ["once where two words lie over each other", "overthrown", "overth throw", "[overthrow]n"],
    ["at the beginning of words if short", "us and house", "us", "[us] and house"],
    ["though it was mistyped", "In Khorasan, again", "khorosan", "In [Khorasan], again"],
    [
      "and nothing near it where the word itself stands there too",
      "bank and banks",
      "bank",
      "[bank] and [bank]s",
    ],
  ])("is marked %s", (_, text, looked, expected) => {
    expect(marked(text, looked)).toBe(expected);
  });
});

it("The segments of a text are together that text, whatever is looked for", () => {
  const anything = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(anything, anything, (text, looked) => {
      const segments = highlight(text, searchWords(looked), { longest: 1_000 });
      expect(segments?.map((segment) => segment.text).join("")).toBe(text);
    }),
  );
});

describe("An excerpt", () => {
  const long = `${"word ".repeat(60)}needle ${"other ".repeat(60)}`;

  it("is of the stretch around the first hit, in whole words", () => {
    expect(marked(long, "needle", 100)).toMatch(/^… (word )+\[needle\]( other)+ …$/);
  });

  it("begins at the beginning where nothing is hit, and is not there at all if it must be hit", () => {
    expect(marked(long, "hay", 100)).toMatch(/^word .+ …$/);
    expect(highlight(long, searchWords("hay"), { longest: 100, mustHit: true })).toBeNull();
  });

  it("cuts no character in two", () => {
    const text = `${"😀".repeat(60)}針${"😀".repeat(60)}`;
    for (let longest = 60; longest < 70; longest++) {
      expect(marked(text, "針", longest)?.isWellFormed()).toBe(true);
    }
  });
});
