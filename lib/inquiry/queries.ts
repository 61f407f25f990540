import "server-only";
import type { Lexicon } from "@/lib/analysis/scales";
import type { WholeAnalysis } from "@/lib/analysis/types";
import type { Actor } from "@/lib/auth/actor";
import { visibleInquiries } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { literally } from "@/lib/db/pattern";
import { getMatrices, wholeAnalysis } from "@/lib/matrix/queries";
import { installationPolicy, type MemberRole, type Visibility } from "@/lib/policy";
import type { InquiryScope } from "./scope";

export interface InquiryCard {
  readonly slug: string;
  readonly question: string;
  readonly visibility: Visibility;
  readonly hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  readonly analysts: number;
  readonly changedAt: Date | null;
  readonly analysis: WholeAnalysis;
  readonly isRanking: boolean;
  readonly lexicon: Lexicon;
}

const cardsPerPage = 12;

/** The inquiries somebody sees, the newest first, a page at a time. */
export async function listInquiries(
  actor: Actor,
  { text, page }: { text: string; page: number },
): Promise<{ cards: InquiryCard[]; total: number; pages: number }> {
  const where = {
    AND: [
      visibleInquiries(actor),
      ...(text === "" ? [] : [{ question: { contains: literally(text), mode: "insensitive" as const } }]),
    ],
  };
  const [total, inquiries] = await Promise.all([
    database().inquiry.count({ where }),
    database().inquiry.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * cardsPerPage,
      take: cardsPerPage,
      select: {
        id: true,
        slug: true,
        question: true,
        visibility: true,
        hypotheses: {
          where: { withdrawnAt: null },
          orderBy: [{ position: "asc" }, { ordinal: "asc" }],
          select: { id: true, shortName: true },
        },
        _count: {
          select: {
            memberships: { where: { role: { not: "reader" } } },
          },
        },
      },
    }),
  ]);
  const ids = inquiries.map(({ id }) => id);
  const [matrices, changes] = await Promise.all([
    getMatrices(ids),
    database().event.groupBy({ by: ["chain"], where: { chain: { in: ids } }, _max: { at: true } }),
  ]);
  const changedAt = new Map(changes.map(({ chain, _max }) => [chain, _max.at]));
  const cards = inquiries.flatMap(({ id, _count, ...inquiry }): InquiryCard[] => {
    const matrix = matrices.get(id);
    if (!matrix) return [];
    return [
      {
        ...inquiry,
        visibility: inquiry.visibility as Visibility,
        analysts: _count.memberships,
        changedAt: changedAt.get(id) ?? null,
        analysis: wholeAnalysis(matrix),
        isRanking: matrix.isRanking,
        lexicon: matrix.lexicon,
      },
    ];
  });
  return { cards, total, pages: Math.ceil(total / cardsPerPage) };
}

export interface Member {
  readonly analystId: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly hasAccount: boolean;
}

/** Who belongs to an inquiry: leads first, then by name. */
export async function listMembers(scope: InquiryScope): Promise<Member[]> {
  const order: readonly MemberRole[] = ["lead", "analyst", "reader"];
  const memberships = await database().membership.findMany({
    where: { inquiryId: scope.id },
    take: 500,
    select: {
      analystId: true,
      role: true,
      analyst: { select: { name: true, account: { select: { id: true } } } },
    },
  });
  return memberships
    .map(({ analystId, role, analyst }) => ({
      analystId,
      name: analyst.name,
      role: role as MemberRole,
      hasAccount: analyst.account !== null,
    }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.name < b.name ? -1 : 1));
}

/** Every inquiry by address, for an administrator who looks for one to come into; null for anybody else. */
export async function listAllInquiries(actor: Actor) {
  if (actor.kind === "nobody") return null;
  if (installationPolicy.enterInquiry[actor.isAdministrator ? "administrator" : "account"] !== "yes")
    return null;
  const inquiries = await database().inquiry.findMany({
    orderBy: { createdAt: "desc" },
    take: 200,
    select: {
      slug: true,
      visibility: true,
      createdAt: true,
      memberships: { where: { analystId: actor.analystId }, select: { role: true } },
      _count: { select: { memberships: true } },
    },
  });
  return inquiries.map(({ memberships, _count, ...inquiry }) => ({
    ...inquiry,
    members: _count.memberships,
    isMember: memberships.length > 0,
  }));
}
