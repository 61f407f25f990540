import type { Tone } from "./tone";

interface CodeBadgeProps {
  code: string;
  label: string;
  tone?: Tone;
  /** Prints the label beside the code; otherwise it is heard, and seen on hover. */
  showLabel?: boolean;
}

/** A code of a scale with its colour and glyph. Wrap it in `Term` to have it explained. */
export function CodeBadge({ code, label, tone = "neutral", showLabel = false }: CodeBadgeProps) {
  return (
    <span className="code-badge" data-tone={tone} title={showLabel ? undefined : label}>
      {code}
      <span className={showLabel ? "font-normal" : "sr-only"}> {label}</span>
    </span>
  );
}
