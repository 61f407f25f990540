import type { CodeOption } from "@/components/ui/code-picker";
import type { Tone } from "@/components/ui/tone";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "@/lib/analysis/scales";

/** The colour of a code: consistency runs from 1 (II) to 5 (CC), reliability and credibility from 1 (best). */
export const consistencyTone = (code: string): Tone => {
  const step = CONSISTENCY.findIndex((row) => row.code === code);
  return step >= 0 && step < 5 ? (`consistency-${step + 1}` as Tone) : "consistency-na";
};

export const reliabilityTone = (code: string): Tone => {
  const step = RELIABILITY.findIndex((row) => row.code === code);
  return step >= 0 && step < 5 ? (`reliability-${step + 1}` as Tone) : "reliability-na";
};

export const credibilityTone = (code: number): Tone =>
  code >= 1 && code <= 5 ? (`reliability-${code}` as Tone) : "reliability-na";

export const consistencyOptions: readonly CodeOption[] = CONSISTENCY.map(({ code, label, help }) => ({
  code,
  label,
  help,
  tone: consistencyTone(code),
}));

export const reliabilityOptions: readonly CodeOption[] = RELIABILITY.map(({ code, label, help }) => ({
  code,
  label,
  help,
  tone: reliabilityTone(code),
}));

export const credibilityOptions: readonly CodeOption[] = CREDIBILITY.map(({ code, label, help }) => ({
  code: String(code),
  label,
  help,
  tone: credibilityTone(code),
}));

export const relevanceOptions: readonly CodeOption[] = RELEVANCE.map(({ code, label, help }) => ({
  code,
  label,
  help,
}));
