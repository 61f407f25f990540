import { Button } from "@/components/ui/button";
import { count } from "@/lib/format";
import type { OutboxState } from "@/lib/grid/outbox";

interface SavingLineProps {
  outbox: OutboxState & { readonly flush: () => void };
  mayRate: boolean;
  /** Where to come back to after signing in. */
  path: string;
}

/** Whether what was rated is saved, in a place that does not move. */
export function SavingLine({
  outbox: { pending, trouble, isSignedOut, flush },
  mayRate,
  path,
}: SavingLineProps) {
  if (!mayRate) return null;
  const waiting = count(pending.size, "rating");
  return (
    <span
      role="status"
      data-trouble={trouble === null ? undefined : true}
      className="data-trouble:text-danger"
    >
      {trouble === null ? (
        <span className="text-ink-soft">{pending.size > 0 ? "Saving …" : "All ratings are saved."}</span>
      ) : (
        <>
          {trouble} {pending.size > 0 && `${waiting} not saved yet.`}{" "}
          {isSignedOut ? (
            <a href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in again</a>
          ) : (
            pending.size > 0 && (
              <Button size="small" variant="quiet" onClick={flush}>
                Try now
              </Button>
            )
          )}
        </>
      )}
    </span>
  );
}
