-- What a search looks through, in the form in which it looks; docs/decisions has a note on why so.

DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS "pg_trgm";
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'Searching needs the extension pg_trgm, which the role % may not create here. Have an administrator of the database run CREATE EXTENSION pg_trgm; in it, and start again.', current_user;
  WHEN feature_not_supported OR undefined_file THEN
    RAISE EXCEPTION 'Searching needs the extension pg_trgm, which this PostgreSQL does not bring. It is in the package of contributed modules (often called postgresql-contrib): install that, and start again.';
END;
$$;

-- lib/search/fold.ts does just the same; a test holds the two together.
-- Small letters without accents, vowel points or joiners, whatever form they were typed in.
CREATE FUNCTION "search_fold"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(replace(replace(replace(translate(
    lower(regexp_replace(normalize($1, NFKD),
      '[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u2060-\u2069\ufeff]',
      '', 'g')),
    'ςøđðħıłŋŧ', 'σoddhilnt'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

-- Folded text in a to z and 0 to 9, words between single spaces. pg_trgm drops every other letter in a database whose
-- locale is C, as ours is. A letter of another alphabet becomes one sign, a character of the Han kind three, so that
-- one such character alone can be looked up. Different letters can have one sign: it finds, search_text decides.
CREATE FUNCTION "search_code"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(' ' || coalesce(string_agg(
    CASE
      WHEN p BETWEEN 97 AND 122 OR p BETWEEN 48 AND 57 THEN c
      WHEN p < 192 OR p IN (215, 247, 1470, 1548, 1563, 1567, 1748, 2404, 2405)
        OR p BETWEEN 8192 AND 11263 OR p BETWEEN 12288 AND 12351 THEN ' '
      WHEN p < 11904 THEN substr('0123456789abcdefghijklmnopqrstuvwxyz', p % 36 + 1, 1)
      ELSE substr('0123456789abcdefghijklmnopqrstuvwxyz', p / 1296 % 36 + 1, 1)
        || substr('0123456789abcdefghijklmnopqrstuvwxyz', p / 36 % 36 + 1, 1)
        || substr('0123456789abcdefghijklmnopqrstuvwxyz', p % 36 + 1, 1)
    END, '' ORDER BY n), '') || ' ', ' +', ' ', 'g')
  FROM unnest(string_to_array($1, NULL)) WITH ORDINALITY AS letter(c, n), LATERAL (SELECT ascii(c)) AS point(p)
$$;

-- array_to_string is not marked immutable, because it takes arrays of everything; of texts it is.
CREATE FUNCTION "search_join"(text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_string($1, ' ')
$$;

ALTER TABLE "inquiry"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("question" || ' ' || "summary")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("question" || ' ' || "summary"))) STORED;
ALTER TABLE "hypothesis"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("id" || ' ' || "short_name" || ' ' || "statement" || ' ' || "origin")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("id" || ' ' || "short_name" || ' ' || "statement" || ' ' || "origin"))) STORED;
ALTER TABLE "evidence"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("id" || ' ' || "statement" || ' ' || "search_join"("places") || ' ' || "note")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("id" || ' ' || "statement" || ' ' || "search_join"("places") || ' ' || "note"))) STORED;
ALTER TABLE "citation"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("quote" || ' ' || "locator")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("quote" || ' ' || "locator"))) STORED;
ALTER TABLE "claim"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("id" || ' ' || "statement" || ' ' || "about" || ' ' || "place")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("id" || ' ' || "statement" || ' ' || "about" || ' ' || "place"))) STORED;
ALTER TABLE "source"
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS ("search_fold"("id" || ' ' || "name" || ' ' || "kind" || ' ' || "stake" || ' ' || "description")) STORED,
  ADD COLUMN "search_code" TEXT GENERATED ALWAYS AS ("search_code"("search_fold"("id" || ' ' || "name" || ' ' || "kind" || ' ' || "stake" || ' ' || "description"))) STORED;

CREATE INDEX "inquiry_search" ON "inquiry" USING gin ("search_code" gin_trgm_ops);
CREATE INDEX "hypothesis_search" ON "hypothesis" USING gin ("search_code" gin_trgm_ops);
CREATE INDEX "evidence_search" ON "evidence" USING gin ("search_code" gin_trgm_ops);
CREATE INDEX "citation_search" ON "citation" USING gin ("search_code" gin_trgm_ops);
CREATE INDEX "claim_search" ON "claim" USING gin ("search_code" gin_trgm_ops);
CREATE INDEX "source_search" ON "source" USING gin ("search_code" gin_trgm_ops);
