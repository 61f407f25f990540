import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type OutgoingRating, type Sent } from "@/lib/grid/outbox";

const rating = (evidence: string, consistency: OutgoingRating["consistency"]): OutgoingRating => ({
  evidence,
  hypothesis: "H1",
  consistency,
});

/** A server that answers when it is told to. */
function makeServer(kept: readonly OutgoingRating[] = []) {
  const requests: { ratings: readonly OutgoingRating[]; answer: (sent: Sent) => Promise<void> }[] = [];
  const settled: string[] = [];
  let stored: readonly OutgoingRating[] = [];
  const outbox = new Outbox(
    {
      send: (ratings) =>
        new Promise((resolve) => {
          requests.push({
            ratings,
            answer: async (sent) => {
              resolve(sent);
              await vi.advanceTimersByTimeAsync(0);
            },
          });
        }),
      keep: (ratings) => {
        stored = ratings;
      },
      settled: (ratings, { kind }) => settled.push(`${kind} ${ratings.map(({ evidence }) => evidence)}`),
    },
    kept,
  );
  return { outbox, requests, settled, stored: () => stored };
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

  it("are given up where they are refused for good, and that is told", async () => {
    const { outbox, requests, settled } = makeServer();
    outbox.put(rating("E1", "C"));
    await requests[0]?.answer({ kind: "refused", sentence: "Not here." });
    expect(outbox.state()).toMatchObject({ trouble: "Not here.", pending: new Map() });
    expect(settled).toEqual(["refused E1"]);
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
});
