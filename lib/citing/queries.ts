import "server-only";
import type { Actor, Person } from "@/lib/auth/actor";
import { visibleInquiries } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { countingRoles, type MemberRole, type Visibility } from "@/lib/policy";
import { citing, citingBeyond } from "@/lib/source/citing";

/** So many inquiries are looked at on the page of a source, the newest first. */
const mostCiting = 20;

/** How many inquiries somebody sees that cite a source or have a claim of its. */
export const countCitingInquiries = (actor: Actor, sourceId: string): Promise<number> =>
  database().inquiry.count({ where: { AND: [visibleInquiries(actor), citing([sourceId])] } });

/**
 * The inquiries somebody sees that cite a source or have a claim of its: what rests on it there, what they are in
 * each, and whose grades of the source count in it. The newest first.
 */
export async function listCitingInquiries(actor: Actor, sourceId: string) {
  const analystId = actor.kind === "person" ? actor.analystId : "";
  const cites = { OR: [{ sourceId }, { viaId: sourceId }] };
  const graded = { sourceRatings: { some: { sourceId, isCurrent: true } } };
  const inquiries = await database().inquiry.findMany({
    where: { AND: [visibleInquiries(actor), citing([sourceId])] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostCiting,
    select: {
      id: true,
      slug: true,
      question: true,
      visibility: true,
      openToContributions: true,
      hypotheses: {
        where: { withdrawnAt: null },
        orderBy: [{ position: "asc" }, { ordinal: "asc" }],
        take: 200,
        select: { id: true, shortName: true, sourceId: true, viaId: true },
      },
      memberships: {
        where: { OR: [{ analystId }, { role: { in: [...countingRoles] }, analyst: graded }] },
        select: { analystId: true, role: true },
      },
      claims: {
        where: {
          OR: [
            { assertedById: sourceId },
            { assertedViaId: sourceId },
            { appearances: { some: { OR: [{ sourceId }, { viaId: sourceId }] } } },
          ],
        },
        orderBy: { ordinal: "asc" },
        take: 500,
        select: { id: true, statement: true, withdrawnAt: true, assertedById: true, assertedViaId: true },
      },
      citations: {
        where: cites,
        orderBy: { evidence: { ordinal: "asc" } },
        take: 500,
        select: { evidence: { select: { id: true, statement: true, withdrawnAt: true } } },
      },
    },
  });
  return inquiries.map(({ citations, memberships, claims, openToContributions: isOpen, ...inquiry }) => ({
    ...inquiry,
    isOpen,
    visibility: inquiry.visibility as Visibility,
    role:
      (memberships.find((member) => member.analystId === analystId)?.role as MemberRole | undefined) ?? null,
    countingAnalysts: memberships
      .filter(({ role }) => countingRoles.includes(role as MemberRole))
      .map((member) => member.analystId),
    claims: claims.map(({ assertedById, assertedViaId, ...claim }) => ({
      ...claim,
      /** Whether it asserts the claim or passes it on; else the claim only appears in it. */
      isItsWord: assertedById === sourceId || assertedViaId === sourceId,
    })),
    proposals: inquiry.hypotheses.filter(
      (hypothesis) => hypothesis.sourceId === sourceId || hypothesis.viaId === sourceId,
    ),
    entries: [...new Map(citations.map(({ evidence }) => [evidence.id, evidence])).values()],
  }));
}

export type CitingInquiry = Awaited<ReturnType<typeof listCitingInquiries>>[number];

/**
 * Whether whoever made a source cannot withdraw it themselves, because inquiries cite it that are not theirs to move.
 * False for everybody else.
 */
export async function isBeyondItsMaker(
  actor: Actor,
  { id, createdById }: { readonly id: string; readonly createdById: string | null },
): Promise<boolean> {
  if (actor.kind === "nobody" || actor.isAdministrator || createdById !== actor.analystId) return false;
  return (await database().inquiry.count({ where: citingBeyond(id, actor.analystId) })) > 0;
}

/** The inquiries in which a person's grade of a source counts, or will once it is written in `writtenIn`. */
export async function listCountingInquiries(
  actor: Person,
  sourceId: string,
  writtenIn: string,
): Promise<{ id: string }[]> {
  return database().inquiry.findMany({
    where: {
      AND: [
        visibleInquiries(actor),
        citing([sourceId]),
        {
          OR: [
            { slug: writtenIn },
            { memberships: { some: { analystId: actor.analystId, role: { in: [...countingRoles] } } } },
          ],
        },
      ],
    },
    take: 100,
    select: { id: true },
  });
}

/** The inquiries that somebody sees and that withdrawing a source moves, or putting it back. */
export async function listInquiriesMovedBy(
  actor: Person,
  sourceId: string,
): Promise<{ id: string; question: string }[]> {
  return database().inquiry.findMany({
    where: { AND: [visibleInquiries(actor), citing([sourceId])] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, question: true },
  });
}
