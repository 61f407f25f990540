import { consistencyTone } from "@/components/scale/options";
import { Button } from "@/components/ui/button";
import { CodeBadge } from "@/components/ui/code-badge";
import { CONSISTENCY } from "@/lib/analysis/scales";
import type { useRowRatings } from "./use-row-ratings";

interface OthersProps {
  evidence: string;
  hypothesis: string;
  read: ReturnType<typeof useRowRatings>;
}

/** What the others gave one cell, and why, once it may be seen. */
export function Others({ evidence, hypothesis, read: { ratings, isFailed, again } }: OthersProps) {
  if (isFailed)
    return (
      <p className="text-sm">
        What the others gave could not be read.{" "}
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            again();
            // The button goes, and would take the focus with it.
            document.getElementById("cell")?.focus();
          }}
        >
          Try again
        </Button>
      </p>
    );
  if (ratings === null) return <p className="text-sm text-ink-soft">Reading …</p>;
  if (ratings.isBlind)
    return (
      <p className="text-sm text-ink-soft">
        Rating is blind here: what the others gave is shown once you have rated the row of {evidence}.
      </p>
    );
  const others = ratings.ratings.filter((given) => !given.isMine && given.hypothesis === hypothesis);
  if (others.length === 0) return <p className="text-sm text-ink-soft">Nobody else has rated this cell.</p>;
  return (
    <ul className="grid gap-2">
      {others.map(({ analyst, consistency, reason }) => (
        <li key={analyst} className="text-sm">
          <CodeBadge
            code={consistency}
            label={CONSISTENCY.find((step) => step.code === consistency)?.label ?? ""}
            tone={consistencyTone(consistency)}
          />{" "}
          <bdi>{analyst}</bdi>
          {reason && (
            <p dir="auto" className="text-ink-soft">
              {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
