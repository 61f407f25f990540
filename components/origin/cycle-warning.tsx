import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { count } from "@/lib/format";
import { RELIANCE_KINDS, type RelianceEdge } from "@/lib/origin/reliance";
import type { Cycles } from "@/lib/source/cycles";

interface CycleWarningProps {
  found: Cycles;
  edges: readonly RelianceEdge[];
  names: ReadonlyMap<string, string>;
}

/** Rounds in which sources rest on each other, each told hand by hand. */
export function CycleWarning({ found: { cycles, isCut }, edges, names }: CycleWarningProps) {
  if (cycles.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={
        cycles.length === 1
          ? "Sources rest on each other in a round"
          : `Sources rest on each other in ${count(cycles.length, "round")}${isCut ? " or more" : ""}`
      }
    >
      <p>What goes round seems confirmed by each hand that it passes, and may come from none of them.</p>
      <ul className="grid gap-1">
        {cycles.map((cycle) => (
          <li key={cycle.join(" ")} dir="auto">
            {cycle.map((id, place) => {
              const on = cycle[(place + 1) % cycle.length] ?? id;
              return (
                <span key={id}>
                  <Link href={`/sources/${id}`} prefetch={false}>
                    {id} {names.get(id)}
                  </Link>{" "}
                  {howBetween(edges, id, on)}{" "}
                </span>
              );
            })}
            {cycle[0]} {names.get(cycle[0] ?? "")}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function howBetween(edges: readonly RelianceEdge[], from: string, on: string): string {
  const edge = edges.find((one) => one.from === from && one.on === on && one.kind !== "same-origin");
  return RELIANCE_KINDS.find(({ code }) => code === edge?.kind)?.label ?? "rests on";
}
