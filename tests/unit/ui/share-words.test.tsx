import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { explain, ShareWords } from "@/components/scale/share-words";
import { likelihoodWords } from "@/lib/analysis/likelihood";

test("every word that a likelihood can have explains itself, in both lexicons", () => {
  for (let percent = 0; percent <= 100; percent++) {
    const words = likelihoodWords(percent / 100);
    expect(explain(words.icd203, "icd203"), `${percent} %`).toMatch(/%/);
    expect(explain(words.phia, "phia"), `${percent} %`).toMatch(/%/);
  }
});

test("one word has the band of the lexicon that is spoken; a gap has both of its sides", () => {
  expect(explain("unlikely", "icd203")).toBe("20 to 45 %. Also called improbable.");
  expect(explain("unlikely", "phia")).toBe("25 to 35 %.");
  expect(explain("between unlikely and realistic possibility", "phia")).toBe(
    "The yardstick leaves a gap here on purpose. Unlikely: 25 to 35 %. Realistic possibility: 40 to under 50 %.",
  );
});

test("a figure that only ranks stays as it is", () => {
  expect(renderToStaticMarkup(<ShareWords figure="H0 weighs 1.6 times as much" lexicon="icd203" />)).toBe(
    "H0 weighs 1.6 times as much",
  );
});
