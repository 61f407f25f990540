"use client";

import { Section } from "@/components/ui/section";
import { SliderField } from "@/components/ui/slider-field";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import { priorField } from "@/lib/what-if/scenario";

interface PriorFieldsProps {
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  /** What the fields hold when the page comes, by hypothesis. */
  initial: ReadonlyMap<string, number>;
  /** What is tried now. */
  weights: ReadonlyMap<string, number>;
  isRanking: boolean;
}

/** How likely each hypothesis is before any evidence: a weight that can be dragged, and the share it comes to. */
export function PriorFields({ hypotheses, initial, weights, isRanking }: PriorFieldsProps) {
  const all = [...weights.values()];
  const whole = all.reduce((sum, weight) => sum + weight, 0);
  const inWords = (weight: number) =>
    isRanking ? `${formatRatio(weight / Math.max(...all))} of the highest` : formatPercent(weight / whole);
  return (
    <Section
      title="Set other priors"
      id="priors"
      lead="What each hypothesis weighs before any evidence. Alike is level; 2 counts as twice as likely beforehand as 1."
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {hypotheses.map(({ id, shortName }) => (
          <SliderField
            key={id}
            name={priorField(id)}
            label={`Prior of ${id}`}
            hint={<bdi>{shortName}</bdi>}
            min={0.1}
            max={10}
            step={0.1}
            defaultValue={initial.get(id) ?? 1}
            suffix={inWords(weights.get(id) ?? 1)}
          />
        ))}
      </div>
    </Section>
  );
}
