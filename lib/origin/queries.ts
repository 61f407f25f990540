import "server-only";
import type { SourceLinkKind } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { visibleInquiries, visibleSources } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { type JoiningLink, joiningKinds } from "./joined";
import { type Link, type Relay, type Reliances, reliancesOf } from "./reliance";

/** So many edges are read. */
const most = 300;

interface RelayRow {
  readonly source_id: string;
  readonly via_id: string;
  readonly entries: number;
}
const relayOf = ({ source_id: source, via_id: via, entries }: RelayRow): Relay => ({ source, via, entries });

/**
 * Who rests on whom in an inquiry: by its relayed citations, and by links between some sources.
 *
 * @param sourceIds Those that it cites, and others that its reader sees and through which those are joined.
 */
export async function listReliances(scope: InquiryScope, sourceIds: readonly string[]): Promise<Reliances> {
  const [relays, links, withdrawn] = await Promise.all([
    database().$queryRaw<RelayRow[]>`
      SELECT c."source_id", c."via_id", count(DISTINCT c."evidence_id")::int AS entries FROM "citation" c
      JOIN "evidence" e ON e."inquiry_id" = c."inquiry_id" AND e."id" = c."evidence_id" AND e."withdrawn_at" IS NULL
      WHERE c."inquiry_id" = ${scope.id} AND c."via_id" IS NOT NULL
      GROUP BY 1, 2 ORDER BY entries DESC, 1, 2 LIMIT ${most}`,
    database().sourceLink.findMany({
      where: { fromId: { in: [...sourceIds] }, toId: { in: [...sourceIds] } },
      orderBy: { id: "asc" },
      take: most,
      select: { fromId: true, toId: true, kind: true },
    }),
    database().source.findMany({
      where: { id: { in: [...sourceIds] }, withdrawnAt: { not: null } },
      select: { id: true },
    }),
  ]);
  return {
    edges: reliancesOf(relays.map(relayOf), links.map(linkOf)),
    withdrawn: new Set(withdrawn.map(({ id }) => id)),
  };
}

/** The links that join some sources to one origin, as far as both ends are somebody's to see, with how each is known. */
export async function listJoiningLinks(
  actor: Actor,
  sourceIds: readonly string[],
): Promise<readonly JoiningLink[]> {
  const among = { AND: [{ id: { in: [...sourceIds] } }, visibleSources(actor)] };
  const named = { select: { id: true, name: true } };
  return database().sourceLink.findMany({
    where: { kind: { in: [...joiningKinds] }, from: among, to: among },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true, kind: true, reason: true, since: true, until: true, from: named, to: named },
  });
}

/** How far the surroundings of a source are followed. */
const FARTHEST = 4;

/**
 * The surroundings of one source: whom it rests on and who rests on it, and theirs, a few steps on, by relayed
 * citations in inquiries that somebody sees and by links between sources that they see.
 */
export async function findSurroundings(
  actor: Actor,
  sourceId: string,
): Promise<Reliances & { readonly names: ReadonlyMap<string, string> }> {
  let near: readonly string[] = [sourceId];
  const seen = new Set(near);
  const relays = new Map<string, Relay>();
  const links = new Map<string, Link>();
  for (let step = 0; step < FARTHEST && near.length > 0 && relays.size + links.size < most; step++) {
    const among = { in: [...near] };
    const [citations, joined] = await Promise.all([
      database().citation.groupBy({
        by: ["sourceId", "viaId"],
        where: {
          OR: [{ sourceId: among }, { viaId: among }],
          viaId: { not: null },
          inquiry: visibleInquiries(actor),
          evidence: { withdrawnAt: null },
        },
        _count: { evidenceId: true },
        orderBy: [{ sourceId: "asc" }, { viaId: "asc" }],
        take: most,
      }),
      database().sourceLink.findMany({
        where: {
          OR: [{ fromId: among }, { toId: among }],
          from: visibleSources(actor),
          to: visibleSources(actor),
        },
        orderBy: { id: "asc" },
        take: most,
        select: { fromId: true, toId: true, kind: true },
      }),
    ]);
    for (const { sourceId: source, viaId: via, _count } of citations) {
      if (via) relays.set(`${source} ${via}`, { source, via, entries: _count.evidenceId });
    }
    for (const link of joined) links.set(`${link.fromId} ${link.toId} ${link.kind}`, linkOf(link));
    const reached = [
      ...citations.flatMap(({ sourceId: source, viaId: via }) => (via ? [source, via] : [source])),
      ...joined.flatMap(({ fromId, toId }) => [fromId, toId]),
    ];
    near = [...new Set(reached)].filter((id) => !seen.has(id));
    for (const id of near) seen.add(id);
  }
  const edges = reliancesOf([...relays.values()], [...links.values()]);
  const sources = await database().source.findMany({
    where: { id: { in: [...seen] } },
    select: { id: true, name: true, withdrawnAt: true },
  });
  return {
    edges,
    withdrawn: new Set(sources.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id)),
    names: new Map(sources.map(({ id, name }) => [id, name])),
  };
}

const linkOf = ({ fromId, toId, kind }: { fromId: string; toId: string; kind: string }): Link => ({
  from: fromId,
  to: toId,
  kind: kind as SourceLinkKind,
});
