import Link from "next/link";
import type { ReviewItem } from "@/lib/review/queries";
import { addressWith } from "@/lib/search-params";
import { QUEUE_REASONS, type QueueReason } from "@/lib/source/queue";

/** Narrows the queue to one reason; each with how many sources it holds for. */
export function ReasonNav({
  items,
  reason,
}: {
  items: readonly ReviewItem[];
  reason: QueueReason | undefined;
}) {
  const all = items.filter(({ reasons }) => reasons.length > 0).length;
  const choices = [
    { code: undefined, label: "All", number: all },
    ...QUEUE_REASONS.map(({ code, label }) => ({
      code,
      label,
      number: items.filter(({ reasons }) => reasons.includes(code)).length,
    })),
  ];
  return (
    <nav aria-label="Why they are here" className="order-nav">
      {choices
        .filter(({ code, number }) => number > 0 || code === undefined || code === reason)
        .map(({ code, label, number }) => (
          <Link
            key={label}
            href={addressWith("/sources/review", { reason: code })}
            prefetch={false}
            aria-current={code === reason ? "true" : undefined}
          >
            {label} <span className="text-ink-soft">{number}</span>
          </Link>
        ))}
    </nav>
  );
}
