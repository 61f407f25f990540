interface LikelihoodBarProps {
  /** 0 to 1; null draws the empty track. */
  value: number | null;
  /** The whisker, 0 to 1 each. */
  low?: number | null;
  high?: number | null;
  /** A second opinion on the same scale. */
  tick?: number | null;
  className?: string;
}

/** A picture of a share. The caller prints the number: this is hidden from those who hear the page. */
export function LikelihoodBar({ value, low, high, tick, className }: LikelihoodBarProps) {
  const hasRange = low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <span aria-hidden="true" className={className ? `bar ${className}` : "bar"}>
      {value !== null && <span className="bar-fill" style={{ width: percent(value) }} />}
      {hasRange && (
        <span
          className="bar-range"
          style={{ insetInlineStart: percent(low), width: percent(Math.max(0, high - low)) }}
        />
      )}
      {tick !== null && tick !== undefined && (
        <span className="bar-tick" style={{ insetInlineStart: percent(tick) }} />
      )}
    </span>
  );
}

function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
