import "server-only";
import { Prisma } from "@/lib/db/generated/client";
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

/** The ids of what `visibleInquiries` says, for queries that Prisma cannot express; a test holds the two together. */
export function visibleInquiryIds(actor: Actor): Prisma.Sql {
  if (actor.kind === "nobody") return Prisma.sql`SELECT "id" FROM "inquiry" WHERE "visibility" = 'public'`;
  return Prisma.sql`
    SELECT "id" FROM "inquiry" WHERE "visibility" IN ('public', 'members')
    UNION SELECT "inquiry_id" FROM "membership" WHERE "analyst_id" = ${actor.analystId}`;
}

/** What `visibleSources` says of a row of "source", given the ids of the inquiries that somebody sees; held together too. */
export function isVisibleSource(actor: Actor, inquiryIds: Prisma.Sql): Prisma.Sql {
  if (actor.kind === "person" && actor.isAdministrator) return Prisma.sql`true`;
  const citing = [
    ["citation", "source_id", "via_id"],
    ["claim", "asserted_by", "asserted_via"],
    ["claim_appearance", "source_id", "via_id"],
    ["hypothesis", "source_id", "via_id"],
  ].map(([table, first, second]) => {
    const by = Prisma.raw(`"source"."id" IN (c."${first}", c."${second}")`);
    const from = Prisma.raw(`"${table}"`);
    return Prisma.sql`EXISTS (SELECT 1 FROM ${from} c WHERE ${by} AND c."inquiry_id" IN (${inquiryIds}))`;
  });
  const own = actor.kind === "person" ? [Prisma.sql`"source"."created_by" = ${actor.analystId}`] : [];
  return Prisma.sql`(${Prisma.join([...citing, ...own], " OR ")})`;
}
