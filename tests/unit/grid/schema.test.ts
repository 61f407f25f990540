import { expect, it } from "vitest";
import { cellRatings } from "@/lib/grid/schema";

it("A reason that is not sent stays unsent, so that the one that stands is kept; an empty one empties it", () => {
  const cell = { evidence: "E1", hypothesis: "H1", consistency: "C" };
  const { ratings } = cellRatings.parse({
    ratings: [
      cell,
      { ...cell, hypothesis: "H2", reason: " " },
      { ...cell, hypothesis: "H3", reason: " seen " },
    ],
  });
  expect(ratings.map(({ reason }) => reason)).toEqual([undefined, "", "seen"]);
});
