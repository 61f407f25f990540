import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCycles, type Reliance } from "@/lib/source/cycles";

/** "S1>S2 S2>S1" */
const edges = (text: string): Reliance[] =>
  text.split(" ").map((edge) => {
    const [from = "", on = ""] = edge.split(">");
    return { from, on };
  });
const told = (text: string) => findCycles(edges(text)).cycles.map((cycle) => cycle.join(" "));

/** Every round there is, by trying all orders of all subsets: for webs of four or five sources. */
function byBruteForce(reliances: readonly Reliance[], ids: readonly string[]): Set<string> {
  const has = new Set(reliances.map(({ from, on }) => `${from}>${on}`));
  const rounds = new Set<string>();
  const extend = (path: readonly string[]) => {
    const [first = "", last = ""] = [path[0], path.at(-1)];
    if (path.length > 1 && has.has(`${last}>${first}`)) rounds.add(path.join(" "));
    for (const id of ids)
      if (id > first && !path.includes(id) && has.has(`${last}>${id}`)) extend([...path, id]);
  };
  for (const id of ids) extend([id]);
  return rounds;
}

describe("rounds in which sources rest on each other", () => {
  it("are none where every way ends", () => {
    expect(told("S1>S2 S2>S3 S1>S3")).toEqual([]);
    expect(findCycles([])).toEqual({ cycles: [], isCut: false });
  });

  it("are found as two that cite each other, and told once, from the lowest number", () => {
    expect(told("S10>S2 S2>S10")).toEqual(["S2 S10"]);
  });

  it("are told hand by hand in the order in which each rests on the next", () => {
    expect(told("S3>S1 S1>S2 S2>S3")).toEqual(["S1 S2 S3"]);
  });

  it("are all told where they share hands, the shortest first", () => {
    expect(told("S1>S2 S2>S3 S3>S1 S2>S1 S4>S1")).toEqual(["S1 S2", "S1 S2 S3"]);
  });

  it("are not made by a source that rests on itself, or by the same line told twice", () => {
    expect(told("S1>S1 S1>S2 S1>S2 S2>S1 S2>S1")).toEqual(["S1 S2"]);
  });

  it("are at most twenty of up to eight, and it is said where that cuts something off", () => {
    const ring = (size: number) =>
      Array.from({ length: size }, (_, i) => ({ from: `S${i + 1}`, on: `S${((i + 1) % size) + 1}` }));
    expect(findCycles(ring(8))).toMatchObject({ isCut: false, cycles: [{ length: 8 }] });
    expect(findCycles(ring(9))).toEqual({ cycles: [], isCut: true });
    const all = Array.from({ length: 30 }, (_, i) => `S${i + 1}`);
    const web = all.flatMap((from) => all.filter((on) => on !== from).map((on) => ({ from, on })));
    const found = findCycles(web);
    expect(found.cycles).toHaveLength(20);
    expect(found.isCut).toBe(true);
  });

  it("are just those that trying every order of every few sources finds", () => {
    const ids = ["S1", "S2", "S3", "S4"];
    const edge = fc.record({ from: fc.constantFrom(...ids), on: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), (reliances) => {
        const { cycles } = findCycles(reliances);
        const found = cycles.map((cycle) => cycle.join(" "));
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(byBruteForce(reliances, ids));
      }),
    );
  });
});
