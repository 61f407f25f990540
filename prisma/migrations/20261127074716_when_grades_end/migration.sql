-- AlterTable
ALTER TABLE "source_rating" ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "judged_at" TIMESTAMPTZ(3);

-- A grade ended with the analyst's next of that source, or when they took it back, which the history knows.
UPDATE "source_rating" g SET "ended_at" = greatest(g."rated_at", coalesce(least(
  (SELECT min(n."rated_at") FROM "source_rating" n
   WHERE n."source_id" = g."source_id" AND n."analyst_id" = g."analyst_id" AND n."id" <> g."id" AND n."rated_at" > g."rated_at"),
  (SELECT min(e."at") FROM "event" e JOIN "event_content" c USING ("chain", "sequence")
   WHERE e."chain" = 'installation' AND e."action" = 'source.graded' AND e."subject" = g."source_id"
     AND e."actor_id" = g."analyst_id" AND e."at" > g."rated_at"
     AND jsonb_typeof(c."after") = 'object' AND c."after" ->> 'reliability' IS NULL)
), g."rated_at"))
WHERE NOT g."is_current";

ALTER TABLE "source_rating" ADD CONSTRAINT "source_rating_ended" CHECK ("is_current" = ("ended_at" IS NULL));
