import type { CONFIDENCE_GROUNDS } from "@/lib/analysis/scales";
import type { Confidence } from "@/lib/analysis/types";

/** Why a ground holds here: of one that can hold for two reasons, the one that does. */
export function whyItHolds(
  ground: (typeof CONFIDENCE_GROUNDS)[number],
  { forWant }: Pick<Confidence, "forWant">,
): string {
  if (!("halves" in ground)) return ground.help;
  return forWant.includes(ground.code) ? ground.halves.none : ground.halves.found;
}
