import { describe, expect, it } from "vitest";
import { type JoiningLink, namesIn, whyOneOrigin } from "@/lib/origin/joined";

const link = (from: string, to: string): JoiningLink => ({
  id: `${from}-${to}`,
  kind: "owns",
  reason: "The register says so.",
  since: null,
  until: null,
  from: { id: from, name: `Source ${from}` },
  to: { id: to, name: `Source ${to}` },
});
const group = (...members: string[]) => ({ id: members[0] ?? "", members });
const waysOf = (...given: Parameters<typeof whyOneOrigin>) =>
  whyOneOrigin(...given).map(({ links, isWhole }) => [links.map(({ id }) => id), isWhole]);

describe("why sources are one origin", () => {
  it("is the link between them, or those to an owner that nothing cites", () => {
    expect(waysOf([group("S1", "S2")], [link("S1", "S2")])).toEqual([[["S1-S2"], true]]);
    const owner = [link("S9", "S1"), link("S9", "S2")];
    expect(waysOf([group("S1", "S2")], owner)).toEqual([[["S9-S1", "S9-S2"], true]]);
    expect(namesIn(whyOneOrigin([group("S1", "S2")], owner)).get("S9")).toBe("Source S9");
  });

  it("is not what leads to nobody else, over however many steps", () => {
    const links = [link("S1", "S2"), link("S2", "S7"), link("S7", "S8"), link("S8", "S9")];
    expect(waysOf([group("S1", "S2")], links)).toEqual([[["S1-S2"], true]]);
  });

  it("is told of each group by itself", () => {
    const links = [link("S1", "S2"), link("S3", "S4")];
    expect(waysOf([group("S1", "S2"), group("S3", "S4")], links)).toEqual([
      [["S1-S2"], true],
      [["S3-S4"], true],
    ]);
  });

  it("is told as far as it is seen, and that there is more", () => {
    expect(waysOf([group("S1", "S2", "S3")], [link("S2", "S3")])).toEqual([[["S2-S3"], false]]);
    expect(waysOf([group("S1", "S2")], [])).toEqual([[[], false]]);
  });
});
