import { type Heard, openChangeStream } from "./change-stream";

/** Somebody on this page who wants to know of changes. */
export interface Follower {
  /** The last change they know of. */
  last: number;
  readonly hear: (heard: Heard) => void;
}

/** What tabs tell each other: what was heard, where a stream begins, and what one that lacks something knows. */
type Word = { readonly heard: Heard } | { readonly begins: number } | { readonly knows: number };

interface Feed {
  readonly follow: (follower: Follower) => () => void;
}

const feeds = new Map<string, Feed>();

/** Milliseconds that a feed outlasts its last follower: the page that comes next takes it over. */
const linger = 1_000;

/**
 * Tells a follower once of every change of an inquiry after the last they know of. Each browser holds one stream for
 * all its tabs there: a browser has six connections to a host, and the seventh tab would not even load. Tabs that
 * nobody sees hold none, and hear what they lack when they are seen again.
 *
 * @returns for when they leave
 */
export function followChanges(slug: string, follower: Follower): () => void {
  let feed = feeds.get(slug);
  if (!feed) {
    feed = openFeed(slug, follower.last);
    feeds.set(slug, feed);
  }
  return feed.follow(follower);
}

function openFeed(slug: string, since: number): Feed {
  const name = `linchpin-changes:${slug}`;
  const tabs = new BroadcastChannel(name);
  const followers = new Set<Follower>();
  /** Where the next stream begins if nobody follows just then. */
  let last = since;
  /** How far the stream has come that this tab holds; null while it holds none. */
  let reached: number | null = null;
  let endStream = () => {};
  let giveUp = () => {};
  let closing: ReturnType<typeof setTimeout> | undefined;

  const tell = (word: Word) => tabs.postMessage(word);
  const known = () => Math.min(...(followers.size > 0 ? [...followers].map((each) => each.last) : [last]));

  function hear(heard: Heard): void {
    last = Math.max(last, heard.sequence);
    for (const follower of followers) {
      if (heard.sequence <= follower.last) continue;
      follower.last = heard.sequence;
      follower.hear(heard);
    }
  }

  function stream(from: number): void {
    endStream();
    reached = from;
    tell({ begins: from });
    endStream = openChangeStream(slug, from, (heard) => {
      reached = heard.sequence;
      tell({ heard });
      hear(heard);
    });
  }

  /** Whoever lacks what the stream is past has it told again; who knows it already takes no notice. */
  function goBackTo(from: number): void {
    if (reached !== null && from < reached) stream(from);
  }

  function hold(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      stream(known());
      signal.addEventListener("abort", () => {
        endStream();
        reached = null;
        resolve();
      });
    });
  }

  /** Holds the stream as soon as no other tab does; at once where a browser has no locks. */
  function contend(): void {
    const ending = new AbortController();
    const { signal } = ending;
    giveUp = () => ending.abort();
    tell({ knows: known() });
    // Given up while it waits, it is refused.
    if ("locks" in navigator) navigator.locks.request(name, { signal }, () => hold(signal)).catch(() => {});
    else hold(signal);
  }

  function contendIfSeen(): void {
    giveUp();
    if (document.visibilityState === "visible") contend();
  }

  function close(): void {
    document.removeEventListener("visibilitychange", contendIfSeen);
    giveUp();
    tabs.close();
    feeds.delete(slug);
  }

  tabs.addEventListener("message", ({ data: word }: MessageEvent<Word>) => {
    if ("heard" in word) hear(word.heard);
    else if ("knows" in word) goBackTo(word.knows);
    else if (known() < word.begins) tell({ knows: known() });
  });
  document.addEventListener("visibilitychange", contendIfSeen);
  contendIfSeen();

  return {
    follow: (follower) => {
      clearTimeout(closing);
      followers.add(follower);
      goBackTo(follower.last);
      tell({ knows: follower.last });
      return () => {
        followers.delete(follower);
        if (followers.size === 0) closing = setTimeout(close, linger);
      };
    },
  };
}
