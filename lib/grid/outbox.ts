import type { Consistency } from "@/lib/analysis/scales";

/** A rating on its way to the server. */
export interface OutgoingRating {
  readonly evidence: string;
  readonly hypothesis: string;
  readonly consistency: Consistency | null;
  readonly reason?: string;
}

/** The same with the moment it was given, by the browser's clock: of one cell the latest counts, whichever tab has it. */
export interface KeptRating extends OutgoingRating {
  readonly at: number;
}

/** What came of sending some. */
export type Sent =
  | { readonly kind: "saved" }
  /** Never will be: the sentence says why. */
  | { readonly kind: "refused"; readonly sentence: string }
  /** Nobody is signed in any more. */
  | { readonly kind: "signed-out" }
  /** Somebody else is signed in than who gave them. */
  | { readonly kind: "another" }
  /** Not now: it is tried again. */
  | { readonly kind: "away"; readonly sentence: string };

export interface OutboxState {
  /** By cell ({@link cellKey}), what is not confirmed yet. */
  readonly pending: ReadonlyMap<string, OutgoingRating>;
  /** By cell, why what was given last was refused. */
  readonly refused: ReadonlyMap<string, string>;
  /** Why some of it does not get through; null while nothing is wrong. */
  readonly trouble: string | null;
  readonly isSignedOut: boolean;
}

/** Where ratings outlive the page; all tabs of one analyst share it. */
export interface Shelf {
  /** By cell; null where this browser keeps nothing. */
  readonly read: () => ReadonlyMap<string, KeptRating> | null;
  /** @returns whether it is kept. */
  readonly put: (rating: KeptRating) => boolean;
  /** Takes a rating away, unless a later one of its cell lies there. */
  readonly take: (rating: KeptRating) => void;
}

export interface OutboxPlace {
  /** Sends some ratings, until the signal gives up on them; never throws. */
  readonly send: (ratings: readonly OutgoingRating[], signal: AbortSignal) => Promise<Sent>;
  readonly shelf: Shelf;
  /** Does something while no other tab does the like. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Told of the ratings that the server has, or has refused for good. */
  readonly settled: (ratings: readonly OutgoingRating[], sent: Sent) => void;
}

export const cellKey = (evidence: string, hypothesis: string): string => `${evidence}/${hypothesis}`;
export const keyOf = ({ evidence, hypothesis }: OutgoingRating): string => cellKey(evidence, hypothesis);

const pauses = [1_000, 2_000, 4_000, 8_000, 15_000];
const mostAtOnce = 200;
/** Milliseconds after which no answer is none: a connection may be dead without saying so. */
const patience = 20_000;

/**
 * Ratings that are on screen already, on their way to the server: one request at a time, with all that has gathered
 * meanwhile, tried again until it gets through. The latest rating of a cell is the one that counts, in all tabs: each
 * looks at the shelf before it sends.
 */
export class Outbox {
  #pending: ReadonlyMap<string, KeptRating> = new Map();
  #refused: ReadonlyMap<string, string> = new Map();
  /** Cells that lie on the shelf: what is there no longer was settled by another tab. */
  readonly #shelved = new Set<string>();
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

  /** Begins with what an earlier page could not send. */
  constructor(place: OutboxPlace) {
    this.#place = place;
    this.#state = this.#describe();
    this.catchUp();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): OutboxState => this.#state;

  put(rating: OutgoingRating): void {
    const key = keyOf(rating);
    const before = this.#pending.get(key);
    // A reason that has not gone yet goes with the code that follows it; with a rating taken back its reason went too.
    const reason = rating.reason ?? (before?.consistency === null ? "" : before?.reason);
    const kept: KeptRating = {
      ...rating,
      ...(reason === undefined ? {} : { reason }),
      at: Math.max(Date.now(), (before?.at ?? 0) + 1),
    };
    if (this.#place.shelf.put(kept)) this.#shelved.add(key);
    this.#refused = without(this.#refused, key);
    this.#change(new Map(this.#pending).set(key, kept));
    if (!this.#isWaiting) void this.flush();
  }

  /** Takes over what other tabs have put on the shelf, and lets go of what they have settled. */
  catchUp(): void {
    const kept = this.#place.shelf.read();
    if (!kept) return;
    const pending = new Map(this.#pending);
    const settled = [...this.#pending].filter(([key]) => this.#shelved.has(key) && !kept.has(key));
    for (const [key] of settled) {
      pending.delete(key);
      this.#shelved.delete(key);
    }
    let isMore = false;
    for (const [key, rating] of kept) {
      this.#shelved.add(key);
      if ((pending.get(key)?.at ?? 0) >= rating.at) continue;
      pending.set(key, rating);
      isMore = true;
    }
    if (!isMore && settled.length === 0) return;
    this.#change(pending);
    if (settled.length > 0)
      this.#place.settled(
        settled.map(([, rating]) => rating),
        { kind: "saved" },
      );
    // The tab that it comes from sends it; should that be gone, this one does.
    if (isMore && !this.#isSending && !this.#isWaiting) this.#later();
  }

  /** Sends what is pending now, without waiting for the next try. */
  async flush(): Promise<void> {
    if (this.#isSending || this.#pending.size === 0) return;
    clearTimeout(this.#timer);
    this.#isSending = true;
    this.#isWaiting = false;
    await this.#place.alone(() => this.#sendSome());
    this.#isSending = false;
    if (!this.#isWaiting) void this.flush();
  }

  async #sendSome(): Promise<void> {
    this.catchUp();
    const batch = [...this.#pending.values()].slice(0, this.#atOnce);
    if (batch.length === 0) return;
    const sent = await this.#sendInTime(batch);
    if (sent.kind === "saved" || (sent.kind === "refused" && batch.length === 1))
      return this.#settle(batch, sent);
    // One of them is at fault; the others shall not fall with it.
    if (sent.kind === "refused") this.#atOnce = 1;
    else this.#wait(sent);
  }

  async #sendInTime(batch: readonly KeptRating[]): Promise<Sent> {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), patience);
    const sent = await this.#place.send(
      batch.map(({ at: _, ...rating }) => rating),
      ending.signal,
    );
    clearTimeout(timer);
    return sent;
  }

  #settle(batch: readonly KeptRating[], sent: Sent & { kind: "saved" | "refused" }): void {
    this.#tries = 0;
    this.#isSignedOut = false;
    const pending = new Map(this.#pending);
    for (const rating of batch) {
      const key = keyOf(rating);
      this.#place.shelf.take(rating);
      // One that was rated anew meanwhile is still to go.
      if (pending.get(key)?.at !== rating.at) continue;
      pending.delete(key);
      this.#shelved.delete(key);
      if (sent.kind === "refused") this.#refused = new Map(this.#refused).set(key, sent.sentence);
    }
    if (sent.kind === "refused") this.#trouble = sent.sentence;
    // Sent one by one, those that pass do not hide the one that did not.
    else if (this.#atOnce === mostAtOnce) this.#trouble = null;
    if (pending.size === 0) this.#atOnce = mostAtOnce;
    this.#change(pending);
    this.#place.settled(batch, sent);
  }

  #wait(sent: Sent & { kind: "away" | "signed-out" | "another" }): void {
    this.#isWaiting = true;
    this.#isSignedOut = sent.kind === "signed-out";
    this.#trouble = sent.kind === "away" ? sent.sentence : sentences[sent.kind];
    // Without a matrix to be seen there is nobody to come back; the next one tries again by itself.
    if (sent.kind === "away" || this.#listeners.size > 0) this.#later();
    this.#change(this.#pending);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pauses[Math.min(this.#tries++, pauses.length - 1)]);
  }

  #change(pending: ReadonlyMap<string, KeptRating>): void {
    this.#pending = pending;
    this.#state = this.#describe();
    for (const listener of this.#listeners) listener();
  }

  #describe(): OutboxState {
    return {
      pending: this.#pending,
      refused: this.#refused,
      trouble: this.#trouble,
      isSignedOut: this.#isSignedOut,
    };
  }
}

const sentences = {
  "signed-out": "You are signed out. Your ratings are kept in this browser.",
  another:
    "Somebody else is signed in in this browser now. Your ratings are kept here, and are sent once you are signed in again.",
} as const;

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
