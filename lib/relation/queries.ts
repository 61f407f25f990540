import "server-only";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

/** Two hypotheses that can hold together, or of which the first is a part of the second. */
export interface Relation {
  readonly aId: string;
  readonly bId: string;
  readonly kind: "overlaps" | "part-of";
  readonly note: string;
  /** Whether both count. */
  readonly stands: boolean;
}

/** Pairs of hypotheses that are no plain rivals. */
export async function listRelations(scope: InquiryScope): Promise<Relation[]> {
  const relations = await database().hypothesisRelation.findMany({
    where: { inquiryId: scope.id },
    orderBy: [{ aId: "asc" }, { bId: "asc" }],
    take: 1_000,
    select: {
      aId: true,
      bId: true,
      kind: true,
      note: true,
      a: { select: { withdrawnAt: true } },
      b: { select: { withdrawnAt: true } },
    },
  });
  return relations.map(({ a, b, kind, ...relation }) => ({
    ...relation,
    kind: kind as Relation["kind"],
    stands: a.withdrawnAt === null && b.withdrawnAt === null,
  }));
}
