import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { searchWords, type Word } from "./fold";
import { highlight, type Segment } from "./highlight";
import type { SearchKind } from "./kinds";
import type { SearchParams } from "./schema";
import { hitsPerPage, searchStatement } from "./statement";

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly href: string;
  /** Null for a source, which stands over inquiries. */
  readonly inquiry: { readonly slug: string; readonly question: string } | null;
  readonly title: readonly Segment[];
  /** What else of it has the words; null where the title says it all. */
  readonly excerpt: readonly Segment[] | null;
  readonly isWithdrawn: boolean;
  /** Found by words that are near to those looked for, not by these. */
  readonly isNear: boolean;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly pages: number;
  /** How many there are of each kind, whatever kind is asked for. */
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>;
}

interface Row {
  readonly counts: Readonly<Partial<Record<SearchKind, number>>> | null;
  readonly kind: SearchKind | null;
  readonly id: string;
  readonly slug: string | null;
  readonly question: string | null;
  readonly title: string;
  readonly more: string;
  readonly withdrawn: boolean;
  readonly near: boolean;
}

/** Everything somebody may see that has these words: by number first, then by how it has them. One query. */
export async function search(actor: Actor, params: SearchParams): Promise<SearchResult> {
  const words = searchWords(params.text);
  if (words.length === 0) return { hits: [], total: 0, pages: 0, counts: {} };
  const rows = await database().$queryRaw<Row[]>(searchStatement(actor, params, words));
  const counts = rows[0]?.counts ?? {};
  const total = params.kind
    ? (counts[params.kind] ?? 0)
    : Object.values(counts).reduce((sum, number) => sum + number, 0);
  const hits = rows.flatMap((row) => (row.kind ? [toHit({ ...row, kind: row.kind }, words)] : []));
  return { hits, total, pages: Math.ceil(total / hitsPerPage), counts };
}

function toHit(row: Row & { readonly kind: SearchKind }, words: readonly Word[]): SearchHit {
  const { kind, id, slug, question } = row;
  return {
    kind,
    id,
    href: addressOf(kind, id, slug ?? ""),
    inquiry: kind === "source" || slug === null || question === null ? null : { slug, question },
    title: highlight(row.title, words, { longest: 240 }) ?? [],
    excerpt: highlight(row.more.trim(), words, { longest: 200, mustHit: true }),
    isWithdrawn: row.withdrawn,
    isNear: row.near,
  };
}

function addressOf(kind: SearchKind, id: string, slug: string): string {
  if (kind === "source") return `/sources/${id}`;
  const inquiry = `/inquiries/${slug}`;
  if (kind === "hypothesis") return `${inquiry}/hypotheses/${id}`;
  if (kind === "entry") return `${inquiry}/evidence/${id}`;
  return kind === "claim" ? `${inquiry}/claims/${id}` : inquiry;
}
