import "server-only";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

/** The claims of an inquiry, with who asserts them and what stands against them. */
export function listClaims(scope: InquiryScope) {
  return database().claim.findMany({
    where: { inquiryId: scope.id },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: {
      id: true,
      statement: true,
      about: true,
      place: true,
      occurredOn: true,
      withdrawnAt: true,
      withdrawnReason: true,
      assertedBy: { select: { id: true, name: true } },
      assertedVia: { select: { id: true, name: true } },
      discrepancies: {
        orderBy: { id: "asc" },
        select: { id: true, says: true, against: true, isOurs: true },
      },
    },
  });
}
