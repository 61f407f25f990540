"use client";

import { useEffect, useRef, useState } from "react";
import { projectOntoSimplex } from "@/lib/analysis/judgement";
import { formatPercent } from "@/lib/analysis/likelihood";

interface ProjectedLineProps {
  ids: readonly string[];
  /** What stands in the fields to begin with, 0 to 100. */
  given: readonly number[];
}

/** What becomes of the numbers in the form around it: what they sum to, and as what they count. */
export function ProjectedLine({ ids, given }: ProjectedLineProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const [typed, setTyped] = useState(given);

  useEffect(() => {
    const form = line.current?.closest("form");
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      setTyped(ids.map((id) => numberIn(data.get(`probability.${id}`))));
    };
    // A reset puts the fields back only after it was announced.
    const afterReset = () => requestAnimationFrame(read);
    read();
    form.addEventListener("input", read);
    form.addEventListener("reset", afterReset);
    return () => {
      form.removeEventListener("input", read);
      form.removeEventListener("reset", afterReset);
    };
  }, [ids]);

  return (
    <p ref={line} className="max-w-measure text-sm text-ink-soft">
      {sentence(ids, typed)}
    </p>
  );
}

const numberIn = (text: FormDataEntryValue | null): number =>
  Math.min(
    100,
    Math.max(
      0,
      Number(
        String(text ?? "")
          .replace(",", ".")
          .replace(/\s*%$/, ""),
      ) || 0,
    ),
  );

function sentence(ids: readonly string[], given: readonly number[]): string {
  const sum = given.reduce((total, number) => total + number, 0);
  if (sum === 0) return "Give at least one hypothesis more than 0.";
  if (Math.abs(sum - 100) < 1e-6) return "They sum to 100 and count as they stand.";
  const counted = projectOntoSimplex(given.map((number) => number / 100));
  const figures = ids.map((id, row) => `${id} ${formatPercent(counted[row] ?? 0)}`);
  return `They sum to ${Number(sum.toFixed(1))}, so the same amount is ${sum > 100 ? "taken from" : "added to"} each until they sum to 100, and they count as ${figures.join(", ")}.`;
}
