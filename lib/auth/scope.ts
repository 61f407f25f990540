import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "./actor";

/** The inquiries that exist for somebody, as a `where`. The words of `mayRead` in the database's language. */
export function visibleInquiries(actor: Actor): Prisma.InquiryWhereInput {
  if (actor.kind === "nobody") return { visibility: "public" };
  return {
    OR: [
      { visibility: { in: ["public", "members"] } },
      { memberships: { some: { analystId: actor.analystId } } },
    ],
  };
}

/**
 * The sources that exist for somebody: named in an inquiry they see, made by them, or any for an administrator.
 */
export function visibleSources(actor: Actor): Prisma.SourceWhereInput {
  if (actor.kind === "person" && actor.isAdministrator) return {};
  const inquiry = visibleInquiries(actor);
  return {
    OR: [
      { citations: { some: { inquiry } } },
      { relays: { some: { inquiry } } },
      { claims: { some: { inquiry } } },
      { proposals: { some: { inquiry } } },
      { passedOn: { some: { inquiry } } },
      { relayed: { some: { inquiry } } },
      { carries: { some: { inquiry } } },
      { carriesOn: { some: { inquiry } } },
      ...(actor.kind === "person" ? [{ createdById: actor.analystId }] : []),
    ],
  };
}
