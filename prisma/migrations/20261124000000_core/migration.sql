-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "analyst" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analyst_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "analyst_id" TEXT NOT NULL,
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "start_key" (
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "start_key_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "kept_form" (
    "token_hash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "ratings_note" TEXT NOT NULL DEFAULT '',
    "visibility" TEXT NOT NULL DEFAULT 'private',
    "open_to_contributions" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "inquiry_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("inquiry_id","analyst_id")
);

-- CreateTable
CREATE TABLE "hypothesis" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "short_name" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT '',
    "source_id" TEXT,
    "via_id" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hypothesis_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateTable
CREATE TABLE "hypothesis_relation" (
    "inquiry_id" TEXT NOT NULL,
    "a_id" TEXT NOT NULL,
    "b_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hypothesis_relation_pkey" PRIMARY KEY ("inquiry_id","a_id","b_id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stake" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "published_on" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_link" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_on" TEXT,
    "places" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "citations_given" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateTable
CREATE TABLE "citation" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evidence_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,
    "via_id" TEXT,
    "locator" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "published_on" TEXT,
    "accessed_on" TEXT,
    "archived_at" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateTable
CREATE TABLE "rating" (
    "inquiry_id" TEXT NOT NULL,
    "evidence_id" TEXT NOT NULL,
    "hypothesis_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "consistency" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("inquiry_id","evidence_id","hypothesis_id","analyst_id")
);

-- CreateTable
CREATE TABLE "evidence_rating" (
    "inquiry_id" TEXT NOT NULL,
    "evidence_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "credibility" INTEGER,
    "relevance" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_rating_pkey" PRIMARY KEY ("inquiry_id","evidence_id","analyst_id")
);

-- CreateTable
CREATE TABLE "source_rating" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "inquiry_id" TEXT,
    "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "source_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "asserted_by" TEXT NOT NULL,
    "asserted_via" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "occurred_on" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateTable
CREATE TABLE "claim_discrepancy" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "against" TEXT NOT NULL,
    "is_ours" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "claim_discrepancy_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateTable
CREATE TABLE "claim_rating" (
    "inquiry_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "evidence_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "consistency" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_rating_pkey" PRIMARY KEY ("inquiry_id","claim_id","evidence_id","analyst_id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "inquiry_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "judged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("inquiry_id","analyst_id")
);

-- CreateTable
CREATE TABLE "judgement_share" (
    "inquiry_id" TEXT NOT NULL,
    "analyst_id" TEXT NOT NULL,
    "hypothesis_id" TEXT NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "judgement_share_pkey" PRIMARY KEY ("inquiry_id","analyst_id","hypothesis_id")
);

-- CreateTable
CREATE TABLE "event" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("chain","sequence")
);

-- CreateTable
CREATE TABLE "event_content" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "event_content_pkey" PRIMARY KEY ("chain","sequence")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "hypotheses" INTEGER NOT NULL DEFAULT 0,
    "evidence" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "sources" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("chain")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_analyst_id_key" ON "account"("analyst_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_owner_id_provider_id_key" ON "credential"("owner_id", "provider_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "kept_form_created_at_idx" ON "kept_form"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_slug_key" ON "inquiry"("slug");

-- CreateIndex
CREATE INDEX "inquiry_visibility_idx" ON "inquiry"("visibility");

-- CreateIndex
CREATE INDEX "membership_analyst_id_idx" ON "membership"("analyst_id");

-- CreateIndex
CREATE INDEX "hypothesis_source_id_inquiry_id_idx" ON "hypothesis"("source_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "hypothesis_via_id_inquiry_id_idx" ON "hypothesis"("via_id", "inquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "hypothesis_inquiry_id_ordinal_key" ON "hypothesis"("inquiry_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "source_ordinal_key" ON "source"("ordinal");

-- CreateIndex
CREATE INDEX "source_link_to_id_idx" ON "source_link"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_link_from_id_to_id_kind_key" ON "source_link"("from_id", "to_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_inquiry_id_ordinal_key" ON "evidence"("inquiry_id", "ordinal");

-- CreateIndex
CREATE INDEX "citation_inquiry_id_evidence_id_idx" ON "citation"("inquiry_id", "evidence_id");

-- CreateIndex
CREATE INDEX "citation_source_id_inquiry_id_idx" ON "citation"("source_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "citation_via_id_inquiry_id_idx" ON "citation"("via_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "rating_inquiry_id_hypothesis_id_idx" ON "rating"("inquiry_id", "hypothesis_id");

-- CreateIndex
CREATE INDEX "source_rating_source_id_rated_at_idx" ON "source_rating"("source_id", "rated_at");

-- CreateIndex
CREATE INDEX "source_rating_analyst_id_idx" ON "source_rating"("analyst_id");

-- CreateIndex
CREATE INDEX "claim_asserted_by_inquiry_id_idx" ON "claim"("asserted_by", "inquiry_id");

-- CreateIndex
CREATE INDEX "claim_asserted_via_inquiry_id_idx" ON "claim"("asserted_via", "inquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_inquiry_id_ordinal_key" ON "claim"("inquiry_id", "ordinal");

-- CreateIndex
CREATE INDEX "claim_discrepancy_inquiry_id_claim_id_idx" ON "claim_discrepancy"("inquiry_id", "claim_id");

-- CreateIndex
CREATE INDEX "judgement_share_inquiry_id_hypothesis_id_idx" ON "judgement_share"("inquiry_id", "hypothesis_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis_relation" ADD CONSTRAINT "hypothesis_relation_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis_relation" ADD CONSTRAINT "hypothesis_relation_inquiry_id_a_id_fkey" FOREIGN KEY ("inquiry_id", "a_id") REFERENCES "hypothesis"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hypothesis_relation" ADD CONSTRAINT "hypothesis_relation_inquiry_id_b_id_fkey" FOREIGN KEY ("inquiry_id", "b_id") REFERENCES "hypothesis"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_link" ADD CONSTRAINT "source_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_link" ADD CONSTRAINT "source_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_link" ADD CONSTRAINT "source_link_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_inquiry_id_evidence_id_fkey" FOREIGN KEY ("inquiry_id", "evidence_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_inquiry_id_evidence_id_fkey" FOREIGN KEY ("inquiry_id", "evidence_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_inquiry_id_hypothesis_id_fkey" FOREIGN KEY ("inquiry_id", "hypothesis_id") REFERENCES "hypothesis"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rating" ADD CONSTRAINT "evidence_rating_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rating" ADD CONSTRAINT "evidence_rating_inquiry_id_evidence_id_fkey" FOREIGN KEY ("inquiry_id", "evidence_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rating" ADD CONSTRAINT "evidence_rating_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_rating" ADD CONSTRAINT "source_rating_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_rating" ADD CONSTRAINT "source_rating_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_asserted_by_fkey" FOREIGN KEY ("asserted_by") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_asserted_via_fkey" FOREIGN KEY ("asserted_via") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_discrepancy" ADD CONSTRAINT "claim_discrepancy_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_discrepancy" ADD CONSTRAINT "claim_discrepancy_inquiry_id_claim_id_fkey" FOREIGN KEY ("inquiry_id", "claim_id") REFERENCES "claim"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_rating" ADD CONSTRAINT "claim_rating_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_rating" ADD CONSTRAINT "claim_rating_inquiry_id_claim_id_fkey" FOREIGN KEY ("inquiry_id", "claim_id") REFERENCES "claim"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_rating" ADD CONSTRAINT "claim_rating_inquiry_id_evidence_id_fkey" FOREIGN KEY ("inquiry_id", "evidence_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_rating" ADD CONSTRAINT "claim_rating_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_analyst_id_fkey" FOREIGN KEY ("analyst_id") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement_share" ADD CONSTRAINT "judgement_share_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement_share" ADD CONSTRAINT "judgement_share_inquiry_id_analyst_id_fkey" FOREIGN KEY ("inquiry_id", "analyst_id") REFERENCES "judgement"("inquiry_id", "analyst_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement_share" ADD CONSTRAINT "judgement_share_inquiry_id_hypothesis_id_fkey" FOREIGN KEY ("inquiry_id", "hypothesis_id") REFERENCES "hypothesis"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Scales and forms, held by the database itself.
ALTER TABLE "analyst" ADD CONSTRAINT "analyst_name" CHECK (btrim("name") <> '');
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80),
  ADD CONSTRAINT "inquiry_visibility" CHECK ("visibility" IN ('private', 'members', 'public')),
  ADD CONSTRAINT "inquiry_open_is_public" CHECK (NOT "open_to_contributions" OR "visibility" = 'public');
ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK ("role" IN ('lead', 'analyst', 'reader'));
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_id" CHECK ("id" = 'H' || "ordinal" AND "ordinal" >= 0),
  ADD CONSTRAINT "hypothesis_two_hands" CHECK ("via_id" IS NULL OR ("source_id" IS NOT NULL AND "via_id" <> "source_id")),
  ADD CONSTRAINT "hypothesis_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "hypothesis_relation" ADD CONSTRAINT "hypothesis_relation_kind" CHECK ("kind" IN ('overlaps', 'part-of')),
  ADD CONSTRAINT "hypothesis_relation_two" CHECK ("a_id" <> "b_id");
ALTER TABLE "source" ADD CONSTRAINT "source_id" CHECK ("id" = 'S' || "ordinal" AND "ordinal" >= 1),
  ADD CONSTRAINT "source_kind" CHECK ("kind" IN ('analysis', 'party', 'government', 'media', 'statistics', 'expert', 'other')),
  ADD CONSTRAINT "source_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "source_link" ADD CONSTRAINT "source_link_kind" CHECK ("kind" IN ('owns', 'republishes', 'same-origin')),
  ADD CONSTRAINT "source_link_two" CHECK ("from_id" <> "to_id");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_id" CHECK ("id" = 'E' || "ordinal" AND "ordinal" >= 1),
  ADD CONSTRAINT "evidence_kind" CHECK ("kind" IN ('report', 'document', 'media', 'testimony', 'assumption', 'absence', 'inference')),
  ADD CONSTRAINT "evidence_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "citation" ADD CONSTRAINT "citation_id" CHECK ("id" = "evidence_id" || '.' || "ordinal"),
  ADD CONSTRAINT "citation_two_hands" CHECK ("via_id" IS NULL OR "via_id" <> "source_id");
ALTER TABLE "rating" ADD CONSTRAINT "rating_consistency" CHECK ("consistency" IN ('II', 'I', 'N', 'C', 'CC', 'NA'));
ALTER TABLE "evidence_rating" ADD CONSTRAINT "evidence_rating_credibility" CHECK ("credibility" BETWEEN 1 AND 6),
  ADD CONSTRAINT "evidence_rating_relevance" CHECK ("relevance" IN ('low', 'medium', 'high')),
  ADD CONSTRAINT "evidence_rating_says_something" CHECK ("credibility" IS NOT NULL OR "relevance" IS NOT NULL);
ALTER TABLE "source_rating" ADD CONSTRAINT "source_rating_reliability" CHECK ("reliability" IN ('A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_id" CHECK ("id" = 'C' || "ordinal" AND "ordinal" >= 1),
  ADD CONSTRAINT "claim_two_hands" CHECK ("asserted_via" IS NULL OR "asserted_via" <> "asserted_by"),
  ADD CONSTRAINT "claim_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "claim_rating" ADD CONSTRAINT "claim_rating_consistency" CHECK ("consistency" IN ('II', 'I', 'N', 'C', 'CC', 'NA'));
ALTER TABLE "judgement_share" ADD CONSTRAINT "judgement_share_probability" CHECK ("probability" BETWEEN 0 AND 100);
ALTER TABLE "event" ADD CONSTRAINT "event_sequence" CHECK ("sequence" >= 1);

-- One current grade per analyst and source; every earlier one stays beside it.
CREATE UNIQUE INDEX "source_rating_current" ON "source_rating" ("source_id", "analyst_id") WHERE "is_current";

-- History is written once. Nobody changes or removes a link of a chain, the application included.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "event_content_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event_content"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
