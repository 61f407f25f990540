import { expect, it } from "vitest";
import { recorder } from "@/lib/analysis/recorder";

it("keeps figures by id, whatever the ids are, and each record for itself", () => {
  const record = recorder(["H1", "__proto__", "constructor"]);
  const [one, other] = [record(Float64Array.of(1, 2, 3)), record(Float64Array.of(4, 5, 6))];
  expect(Object.entries(one)).toEqual([
    ["H1", 1],
    ["__proto__", 2],
    ["constructor", 3],
  ]);
  expect(Object.values(other)).toEqual([4, 5, 6]);
  expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
});
