"use client";

import { useEffect, useRef, useState } from "react";
import { projectOntoSimplex } from "@/lib/analysis/judgement";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import { parseDecimal } from "@/lib/decimal";
import { joinWords } from "@/lib/format";

interface ProjectedLineProps {
  ids: readonly string[];
  /** What stands in the fields to begin with, 0 to 100. */
  given: readonly number[];
  isRanking: boolean;
}

/** What becomes of the numbers in the form around it: what they sum to, and as what they count. */
export function ProjectedLine({ ids, given, isRanking }: ProjectedLineProps) {
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
      {sentence(ids, typed, isRanking)}
    </p>
  );
}

/** As the server reads it; a number that it refuses is none. Empty is 0. */
function numberIn(text: FormDataEntryValue | null): number {
  const number = parseDecimal(String(text ?? ""));
  if (number === "empty") return 0;
  return typeof number !== "number" || number > 100 ? Number.NaN : number;
}

function sentence(ids: readonly string[], given: readonly number[], isRanking: boolean): string {
  const refused = ids.filter((_, row) => Number.isNaN(given[row]));
  if (refused.length > 0) return `Give ${joinWords(refused)} a number from 0 to 100.`;
  const sum = given.reduce((total, number) => total + number, 0);
  if (sum === 0) return "Give at least one hypothesis more than 0.";
  const isWhole = Math.abs(sum - 100) < 1e-6;
  if (isWhole && !isRanking) return "They sum to 100 and count as they stand.";
  const counted = projectOntoSimplex(given.map((number) => number / 100));
  const highest = Math.max(...counted);
  const figures = ids.map((id, row) => {
    const share = counted[row] ?? 0;
    return `${id} ${isRanking ? formatRatio(share / highest) : formatPercent(share)}`;
  });
  const become = `${isRanking ? "they weigh, beside the highest," : "they count as"} ${figures.join(", ")}.`;
  if (isWhole) return `They sum to 100; ${become}`;
  return `They sum to ${Number(sum.toFixed(1))}, so the same amount is ${sum > 100 ? "taken from" : "added to"} each until they sum to 100, and ${become}`;
}
