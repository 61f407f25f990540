import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { resolveSources, type TypedSource } from "@/lib/source/resolve";
import { citationFaults, type TypedCitation } from "./citation-faults";

/** A citation as the database holds it, without its keys. */
export interface CitationRow {
  readonly sourceId: string;
  readonly viaId: string | null;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string;
  readonly publishedOn: string | null;
  readonly accessedOn: string | null;
  readonly archivedAt: string | null;
}

export type StandingCitation = CitationRow & { readonly id: string };

export type ReadCitation = CitationRow & { readonly id: string | null };

/**
 * Turns the typed citations of one entry or of many into rows, making new sources on the way; or says which fields are
 * in doubt.
 *
 * @param standing What the entry cites already, whose sources may be withdrawn.
 */
export async function readCitations(
  tx: Transaction,
  actor: Person,
  lists: readonly (readonly TypedCitation[])[],
  standing: readonly CitationRow[] = [],
): Promise<{ rows: ReadCitation[][] } | { errors: Record<string, string> }> {
  const typed = lists.flat();
  const errors = citationFaults(typed);
  if (Object.keys(errors).length > 0) return { errors };
  const hands = standing.flatMap(({ sourceId, viaId }) => (viaId === null ? [sourceId] : [sourceId, viaId]));
  const resolved = await resolveSources(tx, actor, typed.flatMap(handsOf), hands);
  if ("errors" in resolved) return resolved;
  const { ids } = resolved;
  const faults = citationFaults(typed, ids);
  if (Object.keys(faults).length > 0) return { errors: faults };
  const toRow = (line: TypedCitation): ReadCitation => ({
    id: line.id || null,
    sourceId: ids.get(line.source) ?? "",
    viaId: line.via === "" ? null : (ids.get(line.via) ?? ""),
    locator: line.locator,
    url: line.url,
    quote: line.quote,
    publishedOn: line.publishedOn,
    accessedOn: line.accessedOn,
    archivedAt: line.archivedAt,
  });
  return { rows: lists.map((list) => list.map(toRow)) };
}

/** Who asserts it and, if somebody does, who passes it on. */
function handsOf({ field, source, sourceKind, via, viaKind }: TypedCitation): TypedSource[] {
  const name = (part: string) => `citations.${field}.${part}`;
  const asserter = {
    field: name("source"),
    text: source,
    newKind: sourceKind,
    kindField: name("sourceKind"),
  };
  if (via === "") return [asserter];
  return [asserter, { field: name("via"), text: via, newKind: viaKind, kindField: name("viaKind") }];
}

/**
 * Brings the citations of an entry to what was sent: those that stood before are changed in place, new ones get the
 * next number of the entry, and those no longer sent go (the history keeps them).
 */
export async function saveCitations(
  tx: Transaction,
  inquiryId: string,
  evidenceId: string,
  rows: readonly ReadCitation[],
): Promise<void> {
  const standing = await tx.citation.findMany({ where: { inquiryId, evidenceId }, select: { id: true } });
  const free = new Set(standing.map(({ id }) => id));
  const kept: (CitationRow & { id: string })[] = [];
  const fresh: CitationRow[] = [];
  for (const { id, ...row } of rows) {
    // An id that is sent twice stands once; the second line is a new one.
    if (id && free.delete(id)) kept.push({ ...row, id });
    else fresh.push(row);
  }
  await tx.citation.deleteMany({ where: { inquiryId, evidenceId, id: { in: [...free] } } });
  const { citationsGiven } = await tx.evidence.update({
    where: { inquiryId_id: { inquiryId, id: evidenceId } },
    data: { citationsGiven: { increment: fresh.length } },
    select: { citationsGiven: true },
  });
  for (const { id, ...row } of kept) {
    await tx.citation.update({ where: { inquiryId_id: { inquiryId, id } }, data: row });
  }
  await tx.citation.createMany({
    data: fresh.map((row, index) => {
      const ordinal = citationsGiven - fresh.length + index + 1;
      return { ...row, inquiryId, evidenceId, ordinal, id: `${evidenceId}.${ordinal}` };
    }),
  });
}

/** The citations of an entry, in their order. */
export function listCitations(
  tx: Transaction,
  inquiryId: string,
  evidenceId: string,
): Promise<StandingCitation[]> {
  return tx.citation.findMany({
    where: { inquiryId, evidenceId },
    orderBy: { ordinal: "asc" },
    select: {
      id: true,
      sourceId: true,
      viaId: true,
      locator: true,
      url: true,
      quote: true,
      publishedOn: true,
      accessedOn: true,
      archivedAt: true,
    },
  });
}
