import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { isVisibleSource, visibleInquiryIds } from "@/lib/auth/scope";
import { Prisma } from "@/lib/db/generated/client";
import type { Word } from "./fold";
import { SEARCH_KINDS, type SearchKind } from "./kinds";
import { keptLetters, nearEnough } from "./near";
import type { SearchParams } from "./schema";

export const hitsPerPage = 20;
/** What is near is looked for only where there is less than this of what has the very words. */
const few = 5;

const seen = Prisma.sql`SELECT "id" FROM "seen"`;

/** The whole search as one statement, narrow until the last step: only the hits of one page are read in full. */
export function searchStatement(actor: Actor, params: SearchParams, words: readonly Word[]): Prisma.Sql {
  const { text, kind, page, within = "" } = params;
  const where = places(isVisibleSource(actor, seen));
  const phrase = words.map(({ code }) => code).join(" ");
  const exact = where.map((place) =>
    branch(place, hasWords(words), rankOf(place, text, phrase), Prisma.sql`0`),
  );
  const close = where.map((place) =>
    branch(
      place,
      Prisma.sql`(SELECT count(*) FROM "exact") < ${few} AND ${isNearWords(words)}`,
      Prisma.sql`${nearRank}`,
      Prisma.sql`${likeness(words)}`,
    ),
  );
  const union = (branches: readonly Prisma.Sql[]) => Prisma.join([...branches], " UNION ALL ");
  const kinds = Prisma.sql`ARRAY[${Prisma.join(SEARCH_KINDS.map(({ code }) => code))}]`;
  return Prisma.sql`
    WITH "seen" AS MATERIALIZED (
      SELECT "id", "slug", "question" FROM "inquiry" WHERE "id" IN (${visibleInquiryIds(actor)})
    ),
    "exact" AS MATERIALIZED (${union(exact)}),
    "close" AS MATERIALIZED (${union(close)}),
    "hit" AS MATERIALIZED (
      SELECT DISTINCT ON ("kind", "inquiry_id", "id") * FROM (SELECT * FROM "exact" UNION ALL SELECT * FROM "close") AS found
      ORDER BY "kind", "inquiry_id", "id", "rank", "likeness" DESC, "citation_id" NULLS FIRST
    ),
    "shown" AS (
      SELECT hit.*, seen."slug", seen."question", row_number() OVER (
        ORDER BY "rank" = ${nearRank}, "rank" > 0, seen."slug" IS DISTINCT FROM ${within}, "rank", "likeness" DESC,
          array_position(${kinds}, "kind"), seen."slug", "ordinal", hit."id"
      ) AS "at"
      FROM "hit" hit LEFT JOIN "seen" seen ON seen."id" = hit."inquiry_id"
      WHERE ${kind ? Prisma.sql`"kind" = ${kind}` : Prisma.sql`true`}
      ORDER BY "at" LIMIT ${hitsPerPage} OFFSET ${(page - 1) * hitsPerPage}
    )
    SELECT counted."counts", shown."kind", shown."id", shown."slug", shown."question", shown."rank" = ${nearRank} AS "near",
      coalesce(e."statement", h."short_name", c."statement", s."name", i."question") AS "title",
      coalesce(q."quote" || ' ' || q."locator", e."note" || ' ' || search_join(e."places"),
        h."statement" || ' ' || h."origin", c."about" || ' ' || c."place", s."stake" || ' ' || s."description",
        i."summary", '') AS "more",
      coalesce(e."withdrawn_at", h."withdrawn_at", c."withdrawn_at", s."withdrawn_at") IS NOT NULL AS "withdrawn"
    FROM (SELECT json_object_agg("kind", "many") AS "counts" FROM (
      SELECT "kind", count(*) AS "many" FROM "hit" GROUP BY "kind") AS each) AS counted
    LEFT JOIN "shown" shown ON true
    LEFT JOIN "evidence" e ON shown."kind" = 'entry' AND (e."inquiry_id", e."id") = (shown."inquiry_id", shown."id")
    LEFT JOIN "citation" q ON (q."inquiry_id", q."id") = (shown."inquiry_id", shown."citation_id")
    LEFT JOIN "hypothesis" h ON shown."kind" = 'hypothesis' AND (h."inquiry_id", h."id") = (shown."inquiry_id", shown."id")
    LEFT JOIN "claim" c ON shown."kind" = 'claim' AND (c."inquiry_id", c."id") = (shown."inquiry_id", shown."id")
    LEFT JOIN "source" s ON shown."kind" = 'source' AND s."id" = shown."id"
    LEFT JOIN "inquiry" i ON shown."kind" = 'inquiry' AND i."id" = shown."id"
    ORDER BY shown."at"`;
}

/** A table that is searched, and what a hit in it is a hit of. */
interface Place {
  readonly kind: SearchKind;
  readonly columns: Prisma.Sql;
  readonly table: Prisma.Sql;
  readonly isVisible: Prisma.Sql;
  /** What stands in the searched text before the title. */
  readonly lead: Prisma.Sql;
}

function places(isVisibleSource: Prisma.Sql): readonly Place[] {
  const inInquiry = Prisma.sql`"inquiry_id" IN (${seen})`;
  const own = Prisma.sql`"inquiry_id", "id", "ordinal", NULL AS "citation_id"`;
  const number = Prisma.sql`' ' || lower("id") || ' '`;
  const table = (name: string) => Prisma.raw(`"${name}"`);
  return [
    {
      kind: "inquiry",
      columns: Prisma.sql`"id" AS "inquiry_id", "id", 0 AS "ordinal", NULL AS "citation_id"`,
      table: table("inquiry"),
      isVisible: Prisma.sql`"id" IN (${seen})`,
      lead: Prisma.sql`' '`,
    },
    { kind: "hypothesis", columns: own, table: table("hypothesis"), isVisible: inInquiry, lead: number },
    { kind: "entry", columns: own, table: table("evidence"), isVisible: inInquiry, lead: number },
    {
      kind: "entry",
      columns: Prisma.sql`"inquiry_id", "evidence_id" AS "id", 0 AS "ordinal", "id" AS "citation_id"`,
      table: table("citation"),
      isVisible: inInquiry,
      lead: Prisma.sql`' '`,
    },
    { kind: "claim", columns: own, table: table("claim"), isVisible: inInquiry, lead: number },
    {
      kind: "source",
      columns: Prisma.sql`NULL AS "inquiry_id", "id", "ordinal", NULL AS "citation_id"`,
      table: table("source"),
      isVisible: isVisibleSource,
      lead: number,
    },
  ];
}

const branch = (place: Place, matches: Prisma.Sql, rank: Prisma.Sql, likeness: Prisma.Sql) => Prisma.sql`
  SELECT ${place.kind}::text AS "kind", ${place.columns}, (${rank})::int AS "rank", (${likeness})::float AS "likeness"
  FROM ${place.table} WHERE ${place.isVisible} AND (${matches})`;

/** What has the words only nearly; what has them stands before it, the number itself first. */
const nearRank = 4;

const rankOf = ({ lead }: Place, text: string, phrase: string) => Prisma.sql`
  CASE WHEN "id" = upper(${text}) THEN 0
    WHEN starts_with("search_code", ${lead} || ${phrase}) THEN 1
    WHEN "search_code" LIKE ${`% ${phrase}%`} THEN 2 ELSE 3 END`;

/** The code finds the row in the index, the text says whether it is truly there. */
function hasWord({ folded, code, isShort }: Word): Prisma.Sql {
  const inIndex = isShort ? `% ${code}%` : `%${code}%`;
  return Prisma.sql`("search_code" LIKE ${inIndex} AND "search_text" LIKE ${`%${folded}%`})`;
}

const hasWords = (words: readonly Word[]) => Prisma.join(words.map(hasWord), " AND ");

const isNearWords = (words: readonly Word[]) =>
  Prisma.join(
    words.map((word) => {
      if (!word.mayBeNear) return hasWord(word);
      const { code } = word;
      const kept = keptLetters(code.length);
      const [first, last] = [`% ${code.slice(0, kept)}%`, `%${code.slice(-kept)} %`];
      return Prisma.sql`(("search_code" LIKE ${first} OR "search_code" LIKE ${last})
        AND strict_word_similarity(${code}, "search_code") >= ${nearEnough(code.length)} OR ${hasWord(word)})`;
    }),
    " AND ",
  );

const likeness = (words: readonly Word[]) =>
  Prisma.join(
    words.map(({ code }) => Prisma.sql`strict_word_similarity(${code}, "search_code")`),
    " + ",
  );
