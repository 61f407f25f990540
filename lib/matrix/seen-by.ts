import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { withoutEntries } from "@/lib/analysis/without";
import type { Actor } from "@/lib/auth/actor";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { listBlindEntries } from "@/lib/rating/queries";
import type { Matrix } from "./queries";

/** A matrix as somebody may reckon with it, and the entries that are left out of it for them. */
export interface SeenMatrix {
  readonly matrix: Matrix;
  readonly hidden: readonly string[];
}

/**
 * The matrix without the entries of which somebody does not see others' ratings yet, for what hands out the ratings
 * themselves: whoever strikes entries one by one would read from the figures what others gave. Reckoned anew where
 * something is left out.
 */
export async function seenBy(actor: Actor, scope: InquiryScope, matrix: Matrix): Promise<SeenMatrix> {
  const ids = matrix.analysis.evidence.map(({ id }) => id);
  const blind = await listBlindEntries(actor, scope, ids);
  if (blind.size === 0) return { matrix, hidden: [] };
  const input = withoutEntries(matrix.input, blind);
  return {
    matrix: { ...matrix, input, analysis: analyse(input) },
    hidden: ids.filter((id) => blind.has(id)),
  };
}
