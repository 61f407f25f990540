import { countingRoles } from "@/lib/policy";

/**
 * Inquiries that refer to one of these sources, as a `where`: an entry cites it or comes through it, a claim is its
 * or appears in it, or it put a hypothesis forward.
 */
export function citing(ids: readonly string[]) {
  const among = { in: [...ids] };
  return {
    OR: [
      { citations: { some: { sourceId: among } } },
      { citations: { some: { viaId: among } } },
      { claims: { some: { assertedById: among } } },
      { claims: { some: { assertedViaId: among } } },
      { appearances: { some: { sourceId: among } } },
      { appearances: { some: { viaId: among } } },
      { hypotheses: { some: { sourceId: among } } },
      { hypotheses: { some: { viaId: among } } },
    ],
  };
}

/** Those of them that are not an analyst's to move, as a `where`: where they are neither analyst nor lead. */
export function citingBeyond(id: string, analystId: string) {
  return {
    AND: [citing([id]), { memberships: { none: { analystId, role: { in: [...countingRoles] } } } }],
  };
}
