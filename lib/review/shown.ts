import type { QueueReason } from "@/lib/source/queue";
import type { ReviewItem } from "./queries";

/** So many sources are gone through at once. */
export const mostShown = 200;

/**
 * The part of the queue that is gone through: what has a reason (or the one asked for), the most consequential first.
 * What has just been judged has no reason any more, and stays where it was while one is at it.
 *
 * @param at The source that somebody is at.
 */
export function shownQueue(
  items: readonly ReviewItem[],
  { reason, at }: { readonly reason?: QueueReason | undefined; readonly at?: string | undefined },
): { readonly queue: readonly ReviewItem[]; readonly total: number } {
  const all = items.filter(({ id, reasons }) =>
    id === at ? true : reason ? reasons.includes(reason) : reasons.length > 0,
  );
  return { queue: all.filter(({ id }, place) => place < mostShown || id === at), total: all.length };
}
