import { describe, expect, it } from "vitest";
import { layOut } from "@/lib/origin/layout";
import { cyclesThrough, edgesNear, type RelianceEdge, reliancesOf } from "@/lib/origin/reliance";

const web = (edges: readonly RelianceEdge[], ...withdrawn: string[]) => ({
  edges,
  withdrawn: new Set(withdrawn),
});
const cites = (from: string, on: string): RelianceEdge => ({ from, on, kind: "cites", entries: 1 });

describe("who rests on whom", () => {
  it("has a channel rest on whoever it passes on, the owned on the owner, a republisher on the published", () => {
    expect(
      reliancesOf(
        [{ source: "S1", via: "S2", entries: 3 }],
        [
          { from: "S3", to: "S4", kind: "owns" },
          { from: "S5", to: "S6", kind: "republishes" },
        ],
      ),
    ).toEqual([
      { from: "S2", on: "S1", kind: "cites", entries: 3 },
      { from: "S4", on: "S3", kind: "owned", entries: 0 },
      { from: "S5", on: "S6", kind: "republishes", entries: 0 },
    ]);
  });

  it("closes no round by one origin, which goes both ways", () => {
    const edges = reliancesOf(
      [{ source: "S1", via: "S2", entries: 1 }],
      [{ from: "S1", to: "S2", kind: "same-origin" }],
    );
    expect(cyclesThrough(web(edges), "S1").cycles).toEqual([]);
  });

  it("closes a round over a citation one way and a republication the other", () => {
    const edges = reliancesOf(
      [{ source: "S1", via: "S2", entries: 1 }],
      [{ from: "S1", to: "S2", kind: "republishes" }],
    );
    expect(cyclesThrough(web(edges), "S2").cycles).toEqual([["S1", "S2"]]);
    expect(cyclesThrough(web(edges), "S3").cycles).toEqual([]);
  });

  it("closes no round through a source that is withdrawn, which stays to be seen", () => {
    const round = [cites("S1", "S2"), cites("S2", "S1")];
    expect(cyclesThrough(web(round), "S1").cycles).toEqual([["S1", "S2"]]);
    expect(cyclesThrough(web(round, "S2"), "S1").cycles).toEqual([]);
    expect(edgesNear(web(round, "S2"), "S1")).toEqual(round);
  });

  it("is shown near a source with the rounds it is part of, and not the rest of the web", () => {
    const round = [cites("S1", "S2"), cites("S2", "S3"), cites("S3", "S4"), cites("S4", "S1")];
    const far = cites("S3", "S8");
    expect(edgesNear(web([...round, far]), "S1")).toEqual(round);
    expect(edgesNear(web([cites("S1", "S2"), cites("S2", "S3")]), "S1")).toEqual([cites("S1", "S2")]);
  });
});

describe("the drawing of it", () => {
  it("has whoever is rested upon above", () => {
    const edges = [cites("S1", "S2"), cites("S2", "S3")];
    expect(layOut(["S1", "S2", "S3"], edges).rows).toEqual(["S3", "S2", "S1"]);
  });

  it("has every source once, in a round as well", () => {
    const edges = [cites("S1", "S2"), cites("S2", "S1"), cites("S3", "S1")];
    expect(layOut(["S1", "S2", "S3"], edges).rows.toSorted()).toEqual(["S1", "S2", "S3"]);
  });

  it("gives two lines that pass or touch each other different lanes, and one lane to those apart", () => {
    const { lanes } = layOut(
      ["S1", "S2", "S3", "S4"],
      [cites("S2", "S1"), cites("S4", "S3"), cites("S3", "S2"), cites("S4", "S1")],
    );
    const laneOf = new Map(lanes.map(({ edge, lane }) => [`${edge.from}>${edge.on}`, lane]));
    expect(laneOf.get("S2>S1")).toBe(laneOf.get("S4>S3"));
    expect(laneOf.get("S3>S2")).not.toBe(laneOf.get("S2>S1"));
    expect(laneOf.get("S4>S1")).not.toBe(laneOf.get("S3>S2"));
  });
});
