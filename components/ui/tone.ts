/**
 * A step of a scale, or a mood. Colour and glyph of each stand in kit.css; whoever wears
 * `data-tone` gets them.
 *
 * Consistency: 1 very inconsistent … 5 very consistent, na does not apply. Reliability, also worn by
 * credibility: 1 best … 5 worst, na cannot be judged.
 */
type ScaleTone = `consistency-${1 | 2 | 3 | 4 | 5 | "na"}` | `reliability-${1 | 2 | 3 | 4 | 5 | "na"}`;

export type MoodTone = "info" | "warning" | "danger" | "good";

export type Tone = ScaleTone | MoodTone | "neutral";
