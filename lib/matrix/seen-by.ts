import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { withoutEntries } from "@/lib/analysis/without";
import type { Actor } from "@/lib/auth/actor";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { listBlindEntries, listBlindEntriesIn } from "@/lib/rating/queries";
import type { Matrix } from "./queries";

/** A matrix as somebody may reckon with it, and the entries that are left out of it for them. */
export interface SeenMatrix {
  readonly matrix: Matrix;
  readonly hidden: readonly string[];
}

/**
 * The matrix without the entries of which somebody does not see others' ratings yet, for what hands out the ratings
 * themselves or figures that tell of single entries: whoever strikes entries one by one, or follows them over time,
 * would read from the figures what others gave. Reckoned anew where something is left out.
 */
export async function seenBy(actor: Actor, scope: InquiryScope, matrix: Matrix): Promise<SeenMatrix> {
  const ids = matrix.analysis.evidence.map(({ id }) => id);
  return without(matrix, await listBlindEntries(actor, scope, ids));
}

/** The same of several inquiries, by id. */
export async function seenByIn(
  actor: Actor,
  matrices: ReadonlyMap<string, Matrix>,
): Promise<ReadonlyMap<string, SeenMatrix>> {
  const blind = actor.kind === "person" ? await listBlindEntriesIn(actor, [...matrices.keys()]) : null;
  return new Map([...matrices].map(([id, matrix]) => [id, without(matrix, blind?.get(id) ?? new Set())]));
}

function without(matrix: Matrix, blind: ReadonlySet<string>): SeenMatrix {
  const hidden = matrix.analysis.evidence.map(({ id }) => id).filter((id) => blind.has(id));
  if (hidden.length === 0) return { matrix, hidden };
  const input = withoutEntries(matrix.input, blind);
  return { matrix: { ...matrix, input, analysis: analyse(input) }, hidden };
}
