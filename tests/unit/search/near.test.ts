import { expect, it } from "vitest";
import { isNear } from "@/lib/search/near";

it.each([
  ["a wrong letter", "khorosan", "khorasan"],
  ["a missing letter", "attak", "attack"],
  ["a doubled letter", "bannk", "bank"],
  ["two letters in the wrong order", "govrenment", "government"],
  ["another ending", "attacker", "attacks"],
  ["a wrong letter in Cyrillic", "превительство", "правительство"],
])("takes %s for a slip: %s for %s", (_, typed, word) => {
  expect(isNear(typed, word)).toBe(true);
});

it.each([
  ["bank", "monk"],
  ["attack", "tactic"],
  ["house", "mouth"],
])("takes %s and %s for two words", (typed, word) => {
  expect(isNear(typed, word)).toBe(false);
});
