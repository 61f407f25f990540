import { count } from "@/lib/format";
import type { Hits } from "./use-hits";

/** How much was found, shown and said. */
export function PaletteStatus({ hits, shown, commands }: { hits: Hits; shown: number; commands: number }) {
  return (
    <p role="status" className="palette-status">
      {sentence(hits, shown, commands)}
    </p>
  );
}

function sentence(hits: Hits, shown: number, commands: number): string {
  if (hits.state === "idle")
    return "Type a few letters, or a number such as E14. Arrows choose, Enter goes, Escape closes.";
  if (hits.state === "busy") return "Looking …";
  const places = commands > 0 ? `${count(commands, "place")} to go, ` : "";
  if (hits.state === "failed") return `${places}and the search did not answer. Type on to ask again.`;
  if (hits.total === 0) return `${places}nothing found.`;
  return `${places}${count(hits.total, "hit")}${shown < hits.total ? `, the first ${shown} shown` : ""}.`;
}
