import { describe, expect, it } from "vitest";
import { arrange } from "@/lib/grid/own-order";

describe("an order of one's own", () => {
  it("is what is shown, where everything is", () => {
    expect(arrange(["E1", "E2", "E3"], ["E3", "E1", "E2"])).toEqual(["E3", "E1", "E2"]);
    expect(arrange([], ["E2", "E1"])).toEqual(["E2", "E1"]);
  });

  it("keeps the places of entries that a filter hides", () => {
    expect(arrange(["E5", "E1", "E4", "E2", "E3"], ["E2", "E1"])).toEqual(["E5", "E2", "E4", "E1", "E3"]);
  });

  it("takes in at its end what had no place yet", () => {
    expect(arrange(["E1", "E2"], ["E9", "E2", "E8"])).toEqual(["E1", "E9", "E2", "E8"]);
  });
});
