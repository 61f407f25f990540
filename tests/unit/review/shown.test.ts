import { describe, expect, it } from "vitest";
import type { ReviewItem } from "@/lib/review/queries";
import { mostShown, shownQueue } from "@/lib/review/shown";

const item = (number: number, reasons: ReviewItem["reasons"]): ReviewItem => ({
  id: `S${number}`,
  name: `Source ${number}`,
  kind: "media",
  stake: "",
  description: "",
  reasons,
  staleFor: null,
  moves: 0,
  entries: 1,
  confirmedAlone: [],
  record: null,
  inquiries: [],
  own: null,
});
const ids = ({ queue }: ReturnType<typeof shownQueue>) => queue.map(({ id }) => id);

describe("the part of the queue that is gone through", () => {
  it("begins with what has a reason, however many judged sources weigh more", () => {
    const judged = Array.from({ length: mostShown }, (_, i) => item(i + 1, []));
    const left = [item(301, ["unjudged"]), item(302, ["stale"])];
    expect(ids(shownQueue([...judged, ...left], {}))).toEqual(["S301", "S302"]);
    expect(ids(shownQueue([...judged, ...left], { reason: "stale" }))).toEqual(["S302"]);
  });

  it("is bounded, and tells how many there are", () => {
    const many = Array.from({ length: mostShown + 150 }, (_, i) => item(i + 1, ["unjudged"]));
    const { queue, total } = shownQueue(many, {});
    expect([queue.length, total]).toEqual([mostShown, mostShown + 150]);
    expect(queue.at(-1)?.id).toBe(`S${mostShown}`);
  });

  it("has the source that somebody is at, without a reason or beyond the bound, in its place", () => {
    expect(ids(shownQueue([item(1, ["stale"]), item(2, []), item(3, ["halo"])], { at: "S2" }))).toEqual([
      "S1",
      "S2",
      "S3",
    ]);
    const many = Array.from({ length: mostShown + 150 }, (_, i) => item(i + 1, ["unjudged"]));
    const last = `S${mostShown + 150}`;
    expect(ids(shownQueue(many, { at: last })).at(-1)).toBe(last);
  });
});
