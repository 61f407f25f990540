import type { Consistency } from "@/lib/analysis/scales";

/** A rating on its way to the server. */
export interface OutgoingRating {
  readonly evidence: string;
  readonly hypothesis: string;
  readonly consistency: Consistency | null;
  readonly reason?: string;
}

/** What came of sending some. */
export type Sent =
  | { readonly kind: "saved" }
  /** Never will be: the sentence says why. */
  | { readonly kind: "refused"; readonly sentence: string }
  /** Nobody is signed in any more. */
  | { readonly kind: "signed-out" }
  /** Not now: it is tried again. */
  | { readonly kind: "away"; readonly sentence: string };

export interface OutboxState {
  /** By cell ({@link cellKey}), what is not confirmed yet. */
  readonly pending: ReadonlyMap<string, OutgoingRating>;
  /** Why some of it does not get through; null while nothing is wrong. */
  readonly trouble: string | null;
  readonly isSignedOut: boolean;
}

export interface OutboxPlace {
  /** Sends some ratings; never throws. */
  readonly send: (ratings: readonly OutgoingRating[]) => Promise<Sent>;
  /** Keeps what is not confirmed where it outlives the page. */
  readonly keep: (ratings: readonly OutgoingRating[]) => void;
  /** Told of the ratings that the server has, or has refused for good. */
  readonly settled: (ratings: readonly OutgoingRating[], sent: Sent) => void;
}

export const cellKey = (evidence: string, hypothesis: string): string => `${evidence}/${hypothesis}`;

const pauses = [1_000, 2_000, 4_000, 8_000, 15_000];
const mostAtOnce = 200;

/**
 * Ratings that are on screen already, on their way to the server: one request at a time, with all that has gathered
 * meanwhile, tried again until it gets through. The latest rating of a cell is the one that counts.
 */
export class Outbox {
  #pending: ReadonlyMap<string, OutgoingRating>;
  #trouble: string | null = null;
  #isSignedOut = false;
  #isSending = false;
  #isWaiting = false;
  #atOnce = mostAtOnce;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: OutboxState;
  readonly #place: OutboxPlace;
  readonly #listeners = new Set<() => void>();

  /** @param kept What an earlier page could not send. */
  constructor(place: OutboxPlace, kept: readonly OutgoingRating[] = []) {
    this.#place = place;
    this.#pending = new Map(kept.map((rating) => [cellKey(rating.evidence, rating.hypothesis), rating]));
    this.#state = this.#describe();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): OutboxState => this.#state;

  put(rating: OutgoingRating): void {
    const key = cellKey(rating.evidence, rating.hypothesis);
    const before = this.#pending.get(key);
    // A reason that has not gone yet goes with the code that follows it.
    const reason = rating.reason ?? before?.reason;
    const pending = new Map(this.#pending);
    pending.set(key, reason === undefined ? rating : { ...rating, reason });
    this.#change(pending);
    if (!this.#isWaiting) void this.flush();
  }

  /** Sends what is pending now, without waiting for the next try. */
  async flush(): Promise<void> {
    if (this.#isSending || this.#pending.size === 0) return;
    clearTimeout(this.#timer);
    this.#isSending = true;
    this.#isWaiting = false;
    const batch = [...this.#pending.values()].slice(0, this.#atOnce);
    const sent = await this.#place.send(batch);
    this.#isSending = false;
    if (sent.kind === "away" || sent.kind === "signed-out") return this.#wait(sent);
    if (sent.kind === "refused" && batch.length > 1) {
      // One of them is at fault; the others shall not fall with it.
      this.#atOnce = 1;
      return this.flush();
    }
    this.#settle(batch, sent);
  }

  #settle(batch: readonly OutgoingRating[], sent: Sent): void {
    this.#tries = 0;
    this.#isSignedOut = false;
    if (sent.kind === "refused") this.#trouble = sent.sentence;
    // Sent one by one, those that pass do not hide the one that did not.
    else if (this.#atOnce === mostAtOnce) this.#trouble = null;
    const pending = new Map(this.#pending);
    for (const rating of batch) {
      const key = cellKey(rating.evidence, rating.hypothesis);
      // One that was rated anew meanwhile is still to go.
      if (pending.get(key) === rating) pending.delete(key);
    }
    if (pending.size === 0) this.#atOnce = mostAtOnce;
    this.#change(pending);
    this.#place.settled(batch, sent);
    void this.flush();
  }

  #wait(sent: Sent & { kind: "away" | "signed-out" }): void {
    this.#isWaiting = true;
    this.#isSignedOut = sent.kind === "signed-out";
    this.#trouble = sent.kind === "away" ? sent.sentence : "You are signed out.";
    const pause = pauses[Math.min(this.#tries, pauses.length - 1)];
    this.#tries++;
    this.#timer = setTimeout(() => void this.flush(), pause);
    this.#change(this.#pending);
  }

  #change(pending: ReadonlyMap<string, OutgoingRating>): void {
    this.#pending = pending;
    this.#place.keep([...pending.values()]);
    this.#state = this.#describe();
    for (const listener of this.#listeners) listener();
  }

  #describe(): OutboxState {
    return { pending: this.#pending, trouble: this.#trouble, isSignedOut: this.#isSignedOut };
  }
}
