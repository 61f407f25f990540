import type { OutgoingRating, Sent } from "@/lib/grid/outbox";

const unreachable: Sent = {
  kind: "away",
  sentence: "The server cannot be reached. Your ratings are kept in this browser and tried again.",
};

/** What the server answers, as far as it is read here. */
interface Answer {
  readonly saved?: number;
  readonly detail?: string;
  readonly isAnothers?: boolean;
}

/**
 * Sends ratings as those of one analyst: whoever is signed in by then may be another. What is not the server's own
 * answer (a network that asks for a password, a proxy) is none.
 */
export async function sendRatings(
  slug: string,
  analyst: string,
  ratings: readonly OutgoingRating[],
  signal: AbortSignal,
): Promise<Sent> {
  try {
    const answer = await fetch(`/api/v1/inquiries/${slug}/ratings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ analyst, ratings }),
      signal,
    });
    const { saved, detail, isAnothers }: Answer = await answer.json();
    if (answer.ok) return saved === ratings.length ? { kind: "saved" } : unreachable;
    if (answer.status === 401) return { kind: "signed-out" };
    if (isAnothers) return { kind: "another" };
    const isForGood = answer.status < 500 && answer.status !== 429;
    if (isForGood) return { kind: "refused", sentence: detail ?? "The server did not take it." };
    return detail === undefined ? unreachable : { kind: "away", sentence: detail };
  } catch {
    return unreachable;
  }
}
