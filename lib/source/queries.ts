import "server-only";
import { groupBy } from "@/lib/analysis/group-by";
import type { Reliability } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { visibleInquiries, visibleSources } from "@/lib/auth/scope";
import { database, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/pattern";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { countingRoles } from "@/lib/policy";
import type { SourceKind } from "./kinds";
import { typedNumber } from "./typed";

const sourcesPerPage = 50;

export interface SourceLine {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly stake: string;
  readonly withdrawnAt: Date | null;
  /** Of the grades given by anybody, how many of each letter. */
  readonly grades: readonly { readonly reliability: Reliability; readonly count: number }[];
  /** Entries that rest on it, in inquiries that the reader sees. */
  readonly entries: number;
}

/** The sources somebody sees, in the order of their numbers, a page at a time. */
export async function listSources(
  actor: Actor,
  { text, page }: { text: string; page: number },
): Promise<{ lines: SourceLine[]; total: number; pages: number }> {
  const where = {
    AND: [
      visibleSources(actor),
      ...(text === ""
        ? []
        : [
            {
              OR: [
                { name: { contains: literally(text), mode: "insensitive" as const } },
                { id: text.toUpperCase() },
              ],
            },
          ]),
    ],
  };
  const inquiry = visibleInquiries(actor);
  const [total, sources] = await Promise.all([
    database().source.count({ where }),
    database().source.findMany({
      where,
      orderBy: { ordinal: "asc" },
      skip: (page - 1) * sourcesPerPage,
      take: sourcesPerPage,
      select: { id: true, name: true, kind: true, stake: true, withdrawnAt: true },
    }),
  ]);
  const ids = sources.map(({ id }) => id);
  const [grades, citations] = await Promise.all([
    database().sourceRating.groupBy({
      by: ["sourceId", "reliability"],
      where: { sourceId: { in: ids }, isCurrent: true },
      _count: true,
      orderBy: [{ sourceId: "asc" }, { reliability: "asc" }],
    }),
    database().citation.findMany({
      where: {
        OR: [{ sourceId: { in: ids } }, { viaId: { in: ids } }],
        inquiry,
        evidence: { withdrawnAt: null },
      },
      select: { inquiryId: true, evidenceId: true, sourceId: true, viaId: true },
    }),
  ]);
  const entriesOf = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const { inquiryId, evidenceId, sourceId, viaId } of citations) {
    for (const hand of [sourceId, viaId]) if (hand) entriesOf.get(hand)?.add(`${inquiryId}/${evidenceId}`);
  }
  const lines = sources.map((source) => ({
    ...source,
    kind: source.kind as SourceKind,
    grades: grades
      .filter((grade) => grade.sourceId === source.id)
      .map((grade) => ({ reliability: grade.reliability as Reliability, count: grade._count })),
    entries: entriesOf.get(source.id)?.size ?? 0,
  }));
  return { lines, total, pages: Math.ceil(total / sourcesPerPage) };
}

/** What to suggest where a source is asked for: those of the inquiry first, then others somebody sees. */
export async function suggestSources(
  actor: Actor,
  scope: InquiryScope,
): Promise<{ id: string; name: string }[]> {
  const inInquiry = await database().source.findMany({
    where: {
      withdrawnAt: null,
      OR: [{ citations: { some: { inquiryId: scope.id } } }, { relays: { some: { inquiryId: scope.id } } }],
    },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
  const known = new Set(inInquiry.map(({ id }) => id));
  const others = await database().source.findMany({
    where: { AND: [visibleSources(actor), { withdrawnAt: null }] },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
  return [...inInquiry, ...others.filter(({ id }) => !known.has(id))].slice(0, 200);
}

export interface Grade {
  readonly analystId: string;
  /** Null where the reader shares no inquiry with the author. */
  readonly author: string | null;
  readonly reliability: Reliability;
  /** Null where the reader does not see the inquiry it was written in. */
  readonly reason: string | null;
  readonly writtenIn: { readonly slug: string; readonly question: string } | null;
  readonly ratedAt: Date;
  readonly isCurrent: boolean;
  /** When another took its place, or its author took it back; null while it stands. */
  readonly endedAt: Date | null;
}

const linkColumns = { id: true, kind: true, reason: true, since: true, until: true, version: true } as const;
const mostLinks = 100;
const mostGrades = 200;

/** One source, with every grade it was given, as far as the reader may know; null where it is none of theirs. */
export async function findSource(actor: Actor, id: string) {
  const source = await database().source.findFirst({
    where: { AND: [{ id }, visibleSources(actor)] },
    select: {
      id: true,
      name: true,
      kind: true,
      stake: true,
      description: true,
      url: true,
      publishedOn: true,
      withdrawnAt: true,
      withdrawnReason: true,
      version: true,
      createdById: true,
      linksFrom: {
        where: { to: visibleSources(actor) },
        orderBy: { id: "asc" },
        take: mostLinks,
        select: { ...linkColumns, to: { select: { id: true, name: true } } },
      },
      linksTo: {
        where: { from: visibleSources(actor) },
        orderBy: { id: "asc" },
        take: mostLinks,
        select: { ...linkColumns, from: { select: { id: true, name: true } } },
      },
      _count: {
        select: {
          ratings: true,
          linksFrom: { where: { to: visibleSources(actor) } },
          linksTo: { where: { from: visibleSources(actor) } },
        },
      },
    },
  });
  if (!source) return null;
  const grades = await database().sourceRating.findMany({
    where: { sourceId: id },
    orderBy: [{ isCurrent: "desc" }, { ratedAt: "desc" }, { id: "desc" }],
    take: mostGrades,
    select: {
      analystId: true,
      reliability: true,
      reason: true,
      inquiryId: true,
      ratedAt: true,
      isCurrent: true,
      endedAt: true,
      analyst: {
        select: {
          name: true,
          memberships: { where: { inquiry: visibleInquiries(actor) }, take: 1, select: { role: true } },
        },
      },
    },
  });
  const inquiries = await database().inquiry.findMany({
    where: {
      AND: [{ id: { in: grades.flatMap(({ inquiryId }) => inquiryId ?? []) } }, visibleInquiries(actor)],
    },
    select: { id: true, slug: true, question: true },
  });
  const seen = new Map(inquiries.map(({ id: inquiryId, ...inquiry }) => [inquiryId, inquiry]));
  const self = actor.kind === "person" ? actor.analystId : null;
  const { _count, ...said } = source;
  return {
    ...said,
    kind: source.kind as SourceKind,
    /** How many links and grades there are; the lists are cut at a hundred each way, and at two hundred. */
    linkCount: _count.linksFrom + _count.linksTo,
    gradeCount: _count.ratings,
    grades: grades.map(({ analyst, inquiryId, reason, ...grade }): Grade => {
      const writtenIn = seen.get(inquiryId ?? "") ?? null;
      const isOwn = grade.analystId === self;
      return {
        ...grade,
        reliability: grade.reliability as Reliability,
        author: isOwn || analyst.memberships.length > 0 || writtenIn ? analyst.name : null,
        reason: isOwn || writtenIn ? reason : null,
        writtenIn,
      };
    }),
  };
}

export type SourceFound = NonNullable<Awaited<ReturnType<typeof findSource>>>;

/** Names of the sources that an inquiry cites, by id. */
export async function listSourceNames(scope: InquiryScope): Promise<Map<string, string>> {
  const sources = await database().source.findMany({
    where: {
      OR: [{ citations: { some: { inquiryId: scope.id } } }, { relays: { some: { inquiryId: scope.id } } }],
    },
    orderBy: { ordinal: "asc" },
    select: { id: true, name: true },
  });
  return new Map(sources.map(({ id, name }) => [id, name]));
}

/** The same of all that it names, with those that assert its claims, pass them on or carry them. */
export async function listNamedSources(scope: InquiryScope): Promise<Map<string, string>> {
  const here = { some: { inquiryId: scope.id } };
  const sources = await database().source.findMany({
    where: {
      OR: [
        { citations: here },
        { relays: here },
        { claims: here },
        { relayed: here },
        { carries: here },
        { carriesOn: here },
      ],
    },
    orderBy: { ordinal: "asc" },
    select: { id: true, name: true },
  });
  return new Map(sources.map(({ id, name }) => [id, name]));
}

/** A grade that counts in an inquiry, with its reason as far as the reader sees where it was written. */
export interface CountingGrade {
  readonly author: string;
  readonly reliability: Reliability;
  readonly reason: string | null;
  readonly ratedAt: Date;
}

const mostCountingGrades = 200;

/** The grades of some sources that count in an inquiry, those of its own analysts and leads; the latest first. */
export async function listCountingGrades(
  actor: Actor,
  scope: InquiryScope,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CountingGrade[]>> {
  const memberships = { some: { inquiryId: scope.id, role: { in: [...countingRoles] } } };
  const grades = await database().sourceRating.findMany({
    where: { isCurrent: true, sourceId: { in: [...sourceIds] }, analyst: { memberships } },
    orderBy: [{ ratedAt: "desc" }, { id: "desc" }],
    take: mostCountingGrades,
    select: {
      sourceId: true,
      analystId: true,
      reliability: true,
      reason: true,
      inquiryId: true,
      ratedAt: true,
      judgedAt: true,
      analyst: { select: { name: true } },
    },
  });
  const seen = await database().inquiry.findMany({
    where: {
      AND: [{ id: { in: grades.flatMap(({ inquiryId }) => inquiryId ?? []) } }, visibleInquiries(actor)],
    },
    select: { id: true },
  });
  const isSeen = new Set(seen.map(({ id }) => id));
  const self = actor.kind === "person" ? actor.analystId : null;
  return groupBy(
    grades.map(({ analyst, analystId, inquiryId, reason, reliability, ratedAt, judgedAt, sourceId }) => ({
      sourceId,
      // A grade that was given again is as old as it was.
      ratedAt: judgedAt ?? ratedAt,
      author: analyst.name,
      reliability: reliability as Reliability,
      reason: analystId === self || isSeen.has(inquiryId ?? "") ? reason : null,
    })),
    ({ sourceId }) => sourceId,
  );
}

/** What a source is called, for whoever typed something that means it. */
export interface NamedSource {
  readonly id: string;
  readonly name: string;
}

/**
 * The sources that typed texts mean, as far as this person can see them: by number, or by name in any case.
 *
 * @param standing Sources that are named there already: they are meant even where they are withdrawn.
 */
export function findTypedSources(
  actor: Actor,
  texts: readonly string[],
  db: Transaction = database(),
  standing: readonly string[] = [],
): Promise<Map<string, NamedSource>> {
  return findTyped(actor, texts, db, { OR: [{ withdrawnAt: null }, { id: { in: [...standing] } }] });
}

/** The same of those that are withdrawn, so that whoever names one can be told. */
export function findTypedWithdrawn(
  actor: Actor,
  texts: readonly string[],
  db: Transaction,
): Promise<Map<string, NamedSource>> {
  return findTyped(actor, texts, db, { withdrawnAt: { not: null } });
}

async function findTyped(
  actor: Actor,
  texts: readonly string[],
  db: Transaction,
  among: Prisma.SourceWhereInput,
): Promise<Map<string, NamedSource>> {
  const numbers = texts.flatMap((text) => typedNumber(text) ?? []);
  const names = texts.filter((text) => typedNumber(text) === undefined);
  const sources = await db.source.findMany({
    where: {
      AND: [
        visibleSources(actor),
        among,
        { OR: [{ id: { in: numbers } }, { name: { in: names, mode: "insensitive" } }] },
      ],
    },
    orderBy: [{ withdrawnAt: { sort: "asc", nulls: "first" } }, { ordinal: "asc" }],
    select: { id: true, name: true },
  });
  const byId = new Map(sources.map((source) => [source.id, source]));
  // Of several that bear one name the first to be made is meant, one that counts before one that does not.
  const byName = new Map(sources.toReversed().map((source) => [source.name.toLowerCase(), source]));
  return new Map(
    texts.flatMap((text) => {
      const number = typedNumber(text);
      const found = number ? byId.get(number) : byName.get(text.toLowerCase());
      return found ? [[text, found] as const] : [];
    }),
  );
}

/** The source that one typed text means. */
export async function findTypedSource(actor: Actor, text: string): Promise<string | null> {
  return (await findTypedSources(actor, [text])).get(text)?.id ?? null;
}
