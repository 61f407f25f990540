import { describe, expect, it } from "vitest";
import { differingWords } from "@/lib/repeat/differing";

/** A text with what is marked in brackets. */
const marked = (text: string, other: string) =>
  differingWords(text, other)
    .map((stretch) => (stretch.isHit ? `[${stretch.text}]` : stretch.text))
    .join("");

describe("A text beside another", () => {
  it.each([
    ["A grey van came.", "A blue van came.", "A [grey] van came."],
    ["A very old grey van.", "A van.", "A [very old grey] van."],
    ["It was: old, grey.", "It was.", "It was: [old], [grey]."],
    ["The café, CLOSED.", "the cafe closed", "The café, CLOSED."],
    ["1,329 dead", "1329 dead", "1,329 dead"],
    ["1,329 dead", "1,392 dead", "[1,329] dead"],
    ["目击者看到灰色货车。", "目击者看到红色货车。", "目击者看到[灰]色货车。"],
    ["", "A van.", ""],
  ])("has the words marked that it alone has: %s against %s", (text, other, shown) => {
    expect(marked(text, other)).toBe(shown);
  });

  it("is whole when its stretches are read together", () => {
    const text = "  Ответственность — за взрыв; 12’000, ½ и 在车站…\n";
    expect(
      differingWords(text, "за 在车")
        .map((stretch) => stretch.text)
        .join(""),
    ).toBe(text);
  });
});
