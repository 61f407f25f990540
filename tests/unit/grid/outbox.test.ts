import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type KeptRating,
  keyOf,
  Outbox,
  type OutgoingRating,
  type Sent,
  type Shelf,
} from "@/lib/grid/outbox";

const rating = (evidence: string, consistency: OutgoingRating["consistency"]): OutgoingRating => ({
  evidence,
  hypothesis: "H1",
  consistency,
});

/** What lies in a browser's storage, for all its tabs. */
function makeShelf(
  kept: readonly OutgoingRating[] = [],
): Shelf & { readonly stored: () => OutgoingRating[] } {
  const lies = new Map(kept.map((each, nth) => [keyOf(each), { ...each, at: nth + 1 } as KeptRating]));
  return {
    read: () => new Map(lies),
    put: (given) => {
      lies.set(keyOf(given), given);
      return true;
    },
    take: (given) => {
      if ((lies.get(keyOf(given))?.at ?? 0) <= given.at) lies.delete(keyOf(given));
    },
    stored: () => [...lies.values()].map(({ at: _, ...rest }) => rest),
  };
}

/** A server that answers when it is told to, or when its asker gives up; and one tab that asks it. */
function makeServer(kept: readonly OutgoingRating[] = [], shelf = makeShelf(kept)) {
  const requests: { ratings: readonly OutgoingRating[]; answer: (sent: Sent) => Promise<void> }[] = [];
  const settled: string[] = [];
  const outbox = new Outbox({
    send: (ratings, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(away));
        requests.push({
          ratings,
          answer: async (sent) => {
            resolve(sent);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    shelf,
    alone: (work) => work(),
    settled: (ratings, { kind }) => settled.push(`${kind} ${ratings.map(({ evidence }) => evidence)}`),
  });
  return { outbox, requests, settled, shelf, stored: shelf.stored };
}

const saved: Sent = { kind: "saved" };
const away: Sent = { kind: "away", sentence: "The server is away." };

describe("ratings on their way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("go one request at a time, with all that has gathered meanwhile", async () => {
    const { outbox, requests, settled } = makeServer();
    outbox.put(rating("E1", "C"));
    outbox.put(rating("E2", "I"));
    outbox.put(rating("E3", "N"));
    expect(requests).toHaveLength(1);
    await requests[0]?.answer(saved);
    expect(requests.map(({ ratings }) => ratings.map(({ evidence }) => evidence))).toEqual([
      ["E1"],
      ["E2", "E3"],
    ]);
    await requests[1]?.answer(saved);
    expect(outbox.state().pending.size).toBe(0);
    expect(settled).toEqual(["saved E1", "saved E2,E3"]);
  });

  it("are those given last: one given anew while it is under way goes once more", async () => {
    const { outbox, requests, stored } = makeServer();
    outbox.put(rating("E1", "C"));
    outbox.put(rating("E1", "II"));
    await requests[0]?.answer(saved);
    expect(requests[1]?.ratings).toEqual([rating("E1", "II")]);
    expect(stored()).toEqual([rating("E1", "II")]);
    await requests[1]?.answer(saved);
    expect(stored()).toEqual([]);
  });

  it("are kept and tried again until they get through", async () => {
    const { outbox, requests, stored } = makeServer();
    outbox.put(rating("E1", "C"));
    for (let nth = 0; nth < 8; nth++) {
      await requests[nth]?.answer(away);
      expect(outbox.state().trouble).toBe("The server is away.");
      expect(stored()).toEqual([rating("E1", "C")]);
      await vi.advanceTimersByTimeAsync(15_000);
      expect(requests).toHaveLength(nth + 2);
    }
    await requests[8]?.answer(saved);
    expect(outbox.state()).toMatchObject({ trouble: null, pending: new Map() });
  });

  it("go at once when somebody says so, and not twice for it", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer(away);
    void outbox.flush();
    await requests[1]?.answer(saved);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(2);
  });

  it("stay where they are while somebody is signed out", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "signed-out" });
    expect(outbox.state().isSignedOut).toBe(true);
    expect(outbox.state().pending.size).toBe(1);
  });

  it("stay where they are while somebody else is signed in, say so, and go when their analyst is back", async () => {
    const { outbox, requests, stored } = makeServer();
    outbox.subscribe(() => {});
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "another" });
    expect(outbox.state().trouble).toMatch(/^Somebody else is signed in/);
    expect(stored()).toEqual([rating("E1", "C")]);
    await vi.advanceTimersByTimeAsync(1_000);
    await requests[1]?.answer(saved);
    expect(outbox.state()).toMatchObject({ trouble: null, pending: new Map() });
  });

  it("are not sent in somebody else's name again and again where no matrix shows them", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "another" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    void outbox.flush();
    expect(requests).toHaveLength(2);
  });

  it("are tried again where an answer never comes", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await vi.advanceTimersByTimeAsync(21_000);
    expect(requests).toHaveLength(2);
    await requests[1]?.answer(saved);
    expect(outbox.state().pending.size).toBe(0);
  });

  it("are given up where they are refused for good, and that is told", async () => {
    const { outbox, requests, settled } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "refused", sentence: "Not here." });
    expect(outbox.state()).toMatchObject({ trouble: "Not here.", pending: new Map() });
    expect(settled).toEqual(["refused E1"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
  });

  it("are refused at their cell until it is rated anew", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "refused", sentence: "It was merged." });
    expect(outbox.state().refused).toEqual(new Map([["E1/H1", "It was merged."]]));
    outbox.put(rating("E1", "I"));
    expect(outbox.state().refused.size).toBe(0);
  });

  it("go on after a refusal", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "refused", sentence: "Not here." });
    outbox.put(rating("E2", "C"));
    expect(requests).toHaveLength(2);
    await requests[1]?.answer(saved);
    expect(outbox.state().trouble).toBeNull();
  });

  it("do not fall with one that is refused", async () => {
    const { outbox, requests, settled } = makeServer([
      rating("E1", "C"),
      rating("E2", "C"),
      rating("E3", "C"),
    ]);
    void outbox.flush();
    await requests[0]?.answer({ kind: "refused", sentence: "E2 is not here." });
    await requests[1]?.answer(saved);
    await requests[2]?.answer({ kind: "refused", sentence: "E2 is not here." });
    await requests[3]?.answer(saved);
    expect(settled).toEqual(["saved E1", "refused E2", "saved E3"]);
    expect(outbox.state()).toMatchObject({ trouble: "E2 is not here.", pending: new Map() });
  });

  it("begin with what an earlier page could not send", async () => {
    const { outbox, requests } = makeServer([rating("E7", "CC")]);
    void outbox.flush();
    expect(requests[0]?.ratings).toEqual([rating("E7", "CC")]);
  });

  it("carry a reason along with a code that is given after it", async () => {
    const { outbox, requests } = makeServer();
    outbox.put(rating("E1", "C"));
    outbox.put({ ...rating("E2", "C"), reason: "Seen." });
    outbox.put(rating("E2", "CC"));
    await requests[0]?.answer(saved);
    expect(requests[1]?.ratings).toEqual([{ ...rating("E2", "CC"), reason: "Seen." }]);
  });

  it("lose the reason of a rating that was taken back, unless it is given with the next", async () => {
    const { outbox, requests } = makeServer([{ ...rating("E1", "C"), reason: "Seen." }]);
    void outbox.flush();
    outbox.put(rating("E1", null));
    outbox.put(rating("E1", "I"));
    await requests[0]?.answer(saved);
    expect(requests[1]?.ratings).toEqual([{ ...rating("E1", "I"), reason: "" }]);
  });
});

describe("ratings in several tabs", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("stay where they lie when another tab saves its own", async () => {
    const stuck = makeServer();
    for (const id of ["E1", "E2", "E3"]) stuck.outbox.put(rating(id, "C"));
    await stuck.requests[0]?.answer(away);
    const other = makeServer([], stuck.shelf);
    other.outbox.put(rating("E4", "I"));
    await other.requests[0]?.answer({ kind: "refused", sentence: "One of them." });
    await other.requests[1]?.answer(away);
    expect(stuck.stored()).toHaveLength(4);
    expect(makeServer([], stuck.shelf).outbox.state().pending.size).toBe(4);
  });

  it("are sent once: what one tab has saved the other lets go of, and is told", async () => {
    const one = makeServer();
    one.outbox.put(rating("E1", "C"));
    await one.requests[0]?.answer(away);
    const other = makeServer([], one.shelf);
    await vi.advanceTimersByTimeAsync(1_000);
    await one.requests[1]?.answer(saved);
    await other.requests[0]?.answer(away);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(other.requests).toHaveLength(1);
    expect(other.outbox.state().pending.size).toBe(0);
    expect(other.settled).toEqual(["saved E1"]);
  });

  it("never put an older rating of a cell over a later one", async () => {
    const one = makeServer();
    one.outbox.put(rating("E1", "II"));
    await one.requests[0]?.answer(away);
    const other = makeServer([], one.shelf);
    one.outbox.put(rating("E1", "CC"));
    other.outbox.catchUp();
    void other.outbox.flush();
    expect(other.requests[0]?.ratings).toEqual([rating("E1", "CC")]);
    await other.requests[0]?.answer(saved);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.requests).toHaveLength(1);
    expect(one.stored()).toEqual([]);
  });

  it("that are saved leave a later one of another tab on the shelf", async () => {
    const one = makeServer();
    one.outbox.put(rating("E1", "II"));
    const other = makeServer([], one.shelf);
    other.outbox.put(rating("E1", "CC"));
    await one.requests[0]?.answer(saved);
    expect(one.stored()).toEqual([rating("E1", "CC")]);
  });

  it("go from the tab that is left when theirs has gone", async () => {
    const gone = makeServer();
    const left = makeServer([], gone.shelf);
    gone.outbox.put(rating("E1", "C"));
    left.outbox.catchUp();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(left.requests[0]?.ratings).toEqual([rating("E1", "C")]);
  });
});
