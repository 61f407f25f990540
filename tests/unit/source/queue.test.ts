import { describe, expect, it } from "vitest";
import {
  inQueueOrder,
  QUEUE_REASONS,
  type QueueCandidate,
  type QueueReason,
  queueReasons,
  reasonHelp,
  STALE_MONTHS,
  staleness,
} from "@/lib/source/queue";

const now = new Date("2026-11-24T12:00:00Z");

const candidate = (fields: Partial<QueueCandidate> = {}): QueueCandidate => ({
  id: "S1",
  ordinal: 1,
  moves: 0,
  entries: 1,
  own: { reliability: "B", ratedAt: new Date("2026-11-01T00:00:00Z") },
  others: [],
  newestEntryAt: new Date("2026-10-01T00:00:00Z"),
  isConfirmedAlone: false,
  isRecordAtOdds: false,
  isInHalo: false,
  ...fields,
});
const ownAt = (ratedAt: string, reliability: "B" | "F" = "B") => ({
  own: { reliability, ratedAt: new Date(ratedAt) },
});

describe("why a source is in the queue", () => {
  it("is nothing where it was judged lately, by people who agree", () => {
    expect(queueReasons(candidate({ others: ["A", "B"] }), now)).toEqual([]);
  });

  it("is that nobody judged it, or that others alone did", () => {
    expect(queueReasons(candidate({ own: null }), now)).toEqual(["unjudged"]);
    expect(queueReasons(candidate({ own: null, others: ["B"] }), now)).toEqual(["others"]);
  });

  it("is told of an old grade by what makes it old: its age, a newer entry, or both", () => {
    const stale = QUEUE_REASONS.find(({ code }) => code === "stale");
    const why = (fields: Partial<QueueCandidate>) =>
      stale && reasonHelp(stale, { staleFor: staleness(candidate(fields), now) });
    const newer = { newestEntryAt: new Date("2026-11-20T00:00:00Z") };
    const old = ownAt("2025-01-01T00:00:00Z");
    expect(why({ ...old, newestEntryAt: null })).toBe("You gave it over 12 months ago.");
    expect(why(newer)).toBe("You gave it before the newest entry that rests on this source.");
    expect(why({ ...old, ...newer })).toBe(
      "You gave it over 12 months ago, and before the newest entry that rests on this source.",
    );
    expect(staleness(candidate(), now)).toBeNull();
  });

  it("is no longer that it is unjudged once somebody says that it cannot be judged", () => {
    expect(queueReasons(candidate(ownAt("2026-11-01T00:00:00Z", "F")), now)).toEqual([]);
    expect(queueReasons(candidate({ own: null, others: ["F"] }), now)).toEqual(["others"]);
  });

  it("is age from twelve months on, to the moment", () => {
    expect(STALE_MONTHS).toBe(12);
    const young = { ...ownAt("2025-11-24T12:00:00Z"), newestEntryAt: null };
    expect(queueReasons(candidate(young), now)).toEqual([]);
    const old = { ...ownAt("2025-11-24T11:59:59Z"), newestEntryAt: null };
    expect(queueReasons(candidate(old), now)).toEqual(["stale"]);
  });

  it("is age where an entry that rests on it came after the grade", () => {
    const newestEntryAt = new Date("2026-11-10T00:00:00Z");
    expect(queueReasons(candidate({ newestEntryAt }), now)).toEqual(["stale"]);
    expect(queueReasons(candidate({ own: null, newestEntryAt }), now)).toEqual(["unjudged"]);
  });

  it("is a dispute from two steps on, in which F has no part", () => {
    expect(queueReasons(candidate({ others: ["C"] }), now)).toEqual([]);
    expect(queueReasons(candidate({ others: ["D"] }), now)).toEqual(["disputed"]);
    expect(queueReasons(candidate({ others: ["F"] }), now)).toEqual([]);
    expect(queueReasons(candidate({ own: null, others: ["A", "C"] }), now)).toEqual(["others", "disputed"]);
  });

  it.each<[Partial<QueueCandidate>, QueueReason]>([
    [{ isConfirmedAlone: true }, "confirmed-alone"],
    [{ isRecordAtOdds: true }, "record"],
    [{ isInHalo: true }, "halo"],
  ])("is %o", (fields, reason) => {
    expect(queueReasons(candidate(fields), now)).toEqual([reason]);
  });

  it("is told whole, in the order of the table", () => {
    const all = candidate({
      ...ownAt("2020-01-01T00:00:00Z"),
      others: ["E"],
      isConfirmedAlone: true,
      isRecordAtOdds: true,
      isInHalo: true,
    });
    const told = ["stale", "disputed", "confirmed-alone", "record", "halo"];
    expect(queueReasons(all, now)).toEqual(told);
    expect(QUEUE_REASONS.map(({ code }) => code).filter((code) => told.includes(code))).toEqual(told);
  });
});

describe("the order of the queue", () => {
  it("has first what would move most, then that on which more rests, then the lower number", () => {
    const of = (id: string, moves: number, entries: number) =>
      candidate({ id, ordinal: Number(id.slice(1)), moves, entries });
    const queue = [of("S10", 0.1, 1), of("S2", 0.1, 1), of("S3", 0.1, 4), of("S4", 0.3, 1), of("S5", 0, 9)];
    const expected = ["S4", "S3", "S2", "S10", "S5"];
    expect(inQueueOrder(queue).map(({ id }) => id)).toEqual(expected);
    expect(inQueueOrder(queue.toReversed()).map(({ id }) => id)).toEqual(expected);
  });
});
