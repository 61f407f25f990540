import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { type InquiryScope, verdictIn } from "@/lib/inquiry/scope";
import type { Matrix } from "@/lib/matrix/queries";
import { may } from "@/lib/policy";
import { type Echo, findEchoes, findRepeats, type Repeat } from "./find";
import { type Alike, Likeness } from "./likeness";
import { inOrder } from "./order";

/** What in an inquiry seems to be told twice. */
export interface Repeats {
  /** Pairs of entries that count, the nearest first. */
  readonly pairs: readonly Repeat[];
  /** Pairs of sources, the nearest first. */
  readonly echoes: readonly Echo[];
  /** Whether there may be more of either: where very many are alike, not all are compared. */
  readonly isPartial: boolean;
}

const found = new WeakMap<Matrix, Promise<Repeats>>();

/**
 * What seems to be told twice, compared once for each state of an inquiry: whatever changes an entry, a citation, a link
 * or a pair that is kept apart writes an event, and with it comes another matrix.
 */
export function getRepeats(scope: InquiryScope, matrix: Matrix): Promise<Repeats> {
  const known = found.get(matrix) ?? findAll(scope, matrix);
  found.set(matrix, known);
  known.catch(() => found.delete(matrix));
  return known;
}

async function findAll(scope: InquiryScope, { analysis, input }: Matrix): Promise<Repeats> {
  const [rows, apart] = await Promise.all([
    database().evidence.findMany({
      where: { inquiryId: scope.id, OR: [{ withdrawnAt: null }, { mergedIntoId: { not: null } }] },
      orderBy: { ordinal: "asc" },
      select: {
        id: true,
        statement: true,
        mergedIntoId: true,
        citations: {
          where: { source: { withdrawnAt: null }, OR: [{ viaId: null }, { via: { withdrawnAt: null } }] },
          orderBy: { ordinal: "asc" },
          select: { sourceId: true, viaId: true, quote: true },
        },
      },
    }),
    database().keptApart.findMany({ where: { inquiryId: scope.id }, select: { aId: true, bId: true } }),
  ]);
  const kept = new Set(apart.map(({ aId, bId }) => `${aId}/${bId}`));
  const isApart = (one: string, other: string) => kept.has(inOrder(one, other).join("/"));
  const counting = new Set(analysis.evidence.map(({ id }) => id));
  const standing = rows.filter(({ id }) => counting.has(id));
  const pairs = findRepeats(standing, isApart);
  // Two that were merged cite their sources side by side now; that these say the same is as true as before.
  const telling = withMerged(rows, counting);
  const told = telling.length === standing.length ? pairs : findRepeats(telling, isApart);
  const groups = new Map(analysis.sources.map(({ id, group }) => [id, group]));
  const links = new Set((input.sourceLinks ?? []).map(({ from, to }) => inOrder(from, to).join("/")));
  const echoes = findEchoes(telling, told.found, {
    groupOf: (source) => groups.get(source) ?? source,
    isLinked: (one, other) => links.has(inOrder(one, other).join("/")),
  });
  return {
    pairs: pairs.found,
    echoes: echoes.found,
    isPartial: pairs.isPartial || echoes.isPartial,
  };
}

/** The entries that count, and those for which one of them stands. */
function withMerged<Entry extends { readonly id: string; readonly mergedIntoId: string | null }>(
  entries: readonly Entry[],
  counting: ReadonlySet<string>,
): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isTold = ({ id, mergedIntoId }: Entry): boolean => {
    const into = mergedIntoId === null ? undefined : byId.get(mergedIntoId);
    return into === undefined ? counting.has(id) : isTold(into);
  };
  return entries.filter(isTold);
}

const warnedOf = 3;

/** The entries that are not withdrawn and say nearly what somebody is about to add, the nearest first. */
export async function findNear(scope: InquiryScope, statement: string): Promise<Alike[]> {
  const entries = await database().evidence.findMany({
    where: { inquiryId: scope.id, withdrawnAt: null },
    orderBy: { ordinal: "asc" },
    select: { id: true, statement: true },
  });
  const wordings = entries.map(({ id, statement: text }) => ({ where: id, text }));
  return new Likeness(wordings).near(statement).slice(0, warnedOf);
}

const settledShown = 10;

/** Pairs that somebody has settled, the latest first: those that are merged, and those that are kept apart. */
export async function listSettled(scope: InquiryScope): Promise<{ one: string; other: string }[]> {
  const [merged, apart] = await Promise.all([
    database().evidence.findMany({
      where: { inquiryId: scope.id, mergedIntoId: { not: null } },
      orderBy: [{ withdrawnAt: "desc" }, { ordinal: "desc" }],
      take: settledShown,
      select: { id: true, mergedIntoId: true, withdrawnAt: true },
    }),
    database().keptApart.findMany({
      where: { inquiryId: scope.id },
      orderBy: [{ keptAt: "desc" }, { bId: "desc" }, { aId: "desc" }],
      take: settledShown,
      select: { aId: true, bId: true, keptAt: true },
    }),
  ]);
  const pairs = [
    ...merged.map(({ id, mergedIntoId, withdrawnAt }) => ({
      pair: inOrder(id, mergedIntoId ?? id),
      at: withdrawnAt?.getTime() ?? 0,
    })),
    ...apart.map(({ aId, bId, keptAt }) => ({ pair: [aId, bId] as const, at: keptAt.getTime() })),
  ];
  return pairs
    .sort((a, b) => b.at - a.at)
    .slice(0, settledShown)
    .map(({ pair: [one, other] }) => ({ one, other }));
}

/** Two entries side by side, and what can be done with them. */
export async function listPairs(
  actor: Actor,
  scope: InquiryScope,
  pairs: readonly { readonly one: string; readonly other: string }[],
) {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const [entries, apart] = await Promise.all([
    database().evidence.findMany({
      where: { inquiryId: scope.id, id: { in: ids } },
      select: {
        id: true,
        statement: true,
        kind: true,
        occurredOn: true,
        places: true,
        version: true,
        createdById: true,
        withdrawnAt: true,
        mergedIntoId: true,
        citations: {
          orderBy: { ordinal: "asc" },
          select: {
            id: true,
            quote: true,
            source: { select: { id: true, name: true } },
            via: { select: { id: true, name: true } },
          },
        },
      },
    }),
    database().keptApart.findMany({
      where: { inquiryId: scope.id, aId: { in: ids }, bId: { in: ids } },
      select: { aId: true, bId: true },
    }),
  ]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const kept = new Set(apart.map(({ aId, bId }) => `${aId}/${bId}`));
  const verdict = verdictIn(scope, "changeEvidence");
  return pairs.flatMap((pair) => {
    const [one, other] = [byId.get(pair.one), byId.get(pair.other)];
    if (!one || !other) return [];
    const isOwn = [one, other].every(
      ({ createdById }) => actor.kind === "person" && createdById === actor.analystId,
    );
    return [
      {
        one,
        other,
        stands: standingOf(one, other, kept.has(`${one.id}/${other.id}`)),
        maySettle: actor.kind === "person" && may(verdict, { isOwn, hasReason: true }),
        needsReason: !isOwn,
      },
    ];
  });
}

export type ShownPair = Awaited<ReturnType<typeof listPairs>>[number];

interface Standing {
  readonly id: string;
  readonly withdrawnAt: Date | null;
  readonly mergedIntoId: string | null;
}

/** `withdrawn`: one of the two counts no more, for another reason than that they are merged. */
type PairStanding = "open" | "apart" | "merged" | "withdrawn";

function standingOf(one: Standing, other: Standing, isApart: boolean): PairStanding {
  if (one.mergedIntoId === other.id || other.mergedIntoId === one.id) return "merged";
  if (one.withdrawnAt !== null || other.withdrawnAt !== null) return "withdrawn";
  return isApart ? "apart" : "open";
}
