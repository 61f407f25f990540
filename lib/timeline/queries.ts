import "server-only";
import { supportedMost } from "@/lib/analysis/stances";
import type { Analysis } from "@/lib/analysis/types";
import type { Actor } from "@/lib/auth/actor";
import { type DateSpan, dateSpan } from "@/lib/date-span";
import { database } from "@/lib/db/client";
import { type EvidenceLine, evidenceWhere, listEvidenceByIds } from "@/lib/evidence/queries";
import type { EvidenceFilter } from "@/lib/evidence/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { listBlindEntries } from "@/lib/rating/queries";

/** An entry in its place in time. */
export interface TimelineEntry {
  readonly line: EvidenceLine;
  /** Null where it has no date that can be placed. */
  readonly span: DateSpan | null;
  /** The hypothesis that it supports most; null where it supports none, and where `isBlind`. */
  readonly supports: string | null;
  /** Whether what others' ratings make of it is left out until whoever asks has given theirs. */
  readonly isBlind: boolean;
}

/** One that has its place there. */
export type DatedEntry = TimelineEntry & { readonly span: DateSpan };

/** More than these, one below another, is no picture. */
const entriesPerPage = 40;

/**
 * The entries that a filter lets through, the earliest first, a page at a time: by the day from which they count, then
 * the shorter span, then their numbers; those without a date last. The order of uncertain dates is not one that the
 * database knows, so it is asked for all dates, and then for the entries of the page.
 *
 * @returns `ids` are those of all pages.
 */
export async function listTimeline(
  actor: Actor,
  scope: InquiryScope,
  analysis: Analysis,
  filter: EvidenceFilter,
): Promise<{ entries: TimelineEntry[]; ids: string[]; pages: number }> {
  const dated = await database().evidence.findMany({
    where: await evidenceWhere(actor, scope, analysis, filter),
    orderBy: { ordinal: "asc" },
    select: { id: true, occurredOn: true },
  });
  const first = (filter.page - 1) * entriesPerPage;
  const shown = dated
    .map(({ id, occurredOn }) => ({ id, span: occurredOn === null ? null : dateSpan(occurredOn) }))
    .sort((one, other) => byTime(one.span, other.span))
    .slice(first, first + entriesPerPage);
  const ids = shown.map(({ id }) => id);
  const [lines, blind] = await Promise.all([
    listEvidenceByIds(scope, ids),
    listBlindEntries(actor, scope, ids),
  ]);
  const supports = supportedMost(analysis);
  return {
    entries: shown.flatMap(({ id, span }) => {
      const line = lines.get(id);
      const isBlind = blind.has(id);
      return line ? [{ line, span, supports: isBlind ? null : (supports.get(id) ?? null), isBlind }] : [];
    }),
    ids: dated.map(({ id }) => id),
    pages: Math.ceil(dated.length / entriesPerPage),
  };
}

function byTime(one: DateSpan | null, other: DateSpan | null): number {
  if (!one || !other) return Number(one === null) - Number(other === null);
  return compare(one.earliest, other.earliest) || compare(one.latest, other.latest);
}

/** By their difference, but that of an infinite day and itself is no number. */
const compare = (one: number, other: number): number => (one === other ? 0 : one - other);
