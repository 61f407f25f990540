"use client";

import { useSearchParams } from "next/navigation";
import { strikeParams, strikesIn } from "@/lib/what-if/strikes";

/** What is struck, in a form that leads to another view of the matrix. */
export function StruckInputs() {
  const params = strikeParams(strikesIn(new URLSearchParams(useSearchParams())));
  return params.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
