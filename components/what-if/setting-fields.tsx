"use client";

import { Section } from "@/components/ui/section";
import { SliderField } from "@/components/ui/slider-field";
import type { Settings } from "@/lib/analysis/types";
import { settingLabels } from "@/lib/what-if/scenario";

interface SettingFieldsProps {
  /** What the fields hold when the page comes. */
  initial: Settings;
  /** The inquiry's own. */
  own: Settings;
}

const fields = [
  {
    name: "step",
    min: 0.01,
    max: 0.24,
    hint: "How much a rating says. At a high step an entry that fits one hypothesis and not another tells them far apart; at a low one it takes many.",
  },
  {
    name: "doubt",
    min: 0,
    max: 1,
    hint: "How far an origin is suspected of being false as a whole, the more the less reliable it is. The higher, the less can rest on one origin, however many entries come through it.",
  },
  {
    name: "unrated",
    min: 0,
    max: 1,
    hint: "What a source or an entry that nobody has graded is worth: 0 is nothing, 0.25 as little as a D or a 4, 1 as much as an A or a 1.",
  },
] as const;

/** The three figures of the method that an inquiry can set. */
export function SettingFields({ initial, own }: SettingFieldsProps) {
  return (
    <Section
      title="Set the method otherwise"
      id="method"
      lead="Does the answer depend on figures that somebody chose? Try others."
    >
      <div className="grid gap-5">
        {fields.map(({ name, min, max, hint }) => (
          <SliderField
            key={name}
            name={name}
            label={settingLabels[name]}
            hint={hint}
            min={min}
            max={max}
            step={0.01}
            defaultValue={initial[name]}
            suffix={`this inquiry's is ${own[name]}`}
          />
        ))}
      </div>
    </Section>
  );
}
