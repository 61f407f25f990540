import type { Change } from "@/lib/live/change";

/** What comes over the stream. `isReset`: more has changed than is told one by one. */
export interface Heard extends Change {
  readonly isReset: boolean;
}

/** Milliseconds before the first try of our own, and at most between two. */
const patience = { first: 3_000, most: 60_000 } as const;

/**
 * Hears what changes in an inquiry after a change that is known. Comes back by itself, and silently, whatever cuts it.
 *
 * @returns ends it
 */
export function openChangeStream(slug: string, since: number, hear: (heard: Heard) => void): () => void {
  let last = since;
  let wait: number = patience.first;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(event: MessageEvent<string>): void {
    const change: Change = JSON.parse(event.data);
    last = change.sequence;
    hear({ ...change, isReset: event.type === "reset" });
  }

  function open(): void {
    source = new EventSource(`/api/v1/inquiries/${slug}/changes?since=${last}`);
    source.addEventListener("message", take);
    source.addEventListener("reset", take);
    source.addEventListener("open", () => {
      wait = patience.first;
    });
    source.addEventListener("error", () => {
      // The browser tries again where it was cut off, and gives up where it was answered: as by a server that starts.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(2 * wait, patience.most);
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
