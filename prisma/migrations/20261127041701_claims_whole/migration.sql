-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "claim_id" TEXT;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "parts_given" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "claim_discrepancy" ADD COLUMN     "created_by" TEXT,
ADD COLUMN     "ordinal" INTEGER,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_reason" TEXT;

-- Those that stood before bear their number in their id: C3.1.
UPDATE "claim_discrepancy" SET "ordinal" = split_part("id", '.', 2)::integer;
ALTER TABLE "claim_discrepancy" ALTER COLUMN "ordinal" SET NOT NULL;
UPDATE "claim" c SET "parts_given" = d.given FROM (
  SELECT "inquiry_id", "claim_id", max("ordinal") AS given FROM "claim_discrepancy" GROUP BY 1, 2
) d WHERE (c."inquiry_id", c."id") = (d."inquiry_id", d."claim_id");

-- CreateTable
CREATE TABLE "claim_appearance" (
    "inquiry_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,
    "via_id" TEXT,
    "locator" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "appeared_on" TEXT,

    CONSTRAINT "claim_appearance_pkey" PRIMARY KEY ("inquiry_id","id")
);

-- CreateIndex
CREATE INDEX "claim_appearance_inquiry_id_claim_id_idx" ON "claim_appearance"("inquiry_id", "claim_id");

-- CreateIndex
CREATE INDEX "claim_appearance_source_id_inquiry_id_idx" ON "claim_appearance"("source_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "claim_appearance_via_id_inquiry_id_idx" ON "claim_appearance"("via_id", "inquiry_id");

-- CreateIndex
CREATE INDEX "evidence_inquiry_id_claim_id_idx" ON "evidence"("inquiry_id", "claim_id");

-- CreateIndex
CREATE INDEX "claim_rating_inquiry_id_evidence_id_idx" ON "claim_rating"("inquiry_id", "evidence_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_inquiry_id_claim_id_fkey" FOREIGN KEY ("inquiry_id", "claim_id") REFERENCES "claim"("inquiry_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claim_appearance" ADD CONSTRAINT "claim_appearance_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_appearance" ADD CONSTRAINT "claim_appearance_inquiry_id_claim_id_fkey" FOREIGN KEY ("inquiry_id", "claim_id") REFERENCES "claim"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_appearance" ADD CONSTRAINT "claim_appearance_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_appearance" ADD CONSTRAINT "claim_appearance_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_discrepancy" ADD CONSTRAINT "claim_discrepancy_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Scales and forms, held by the database itself.
ALTER TABLE "claim_discrepancy" ADD CONSTRAINT "claim_discrepancy_id" CHECK ("id" = "claim_id" || '.' || "ordinal"),
  ADD CONSTRAINT "claim_discrepancy_withdrawn" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "claim_appearance" ADD CONSTRAINT "claim_appearance_id" CHECK ("id" = "claim_id" || '.' || "ordinal"),
  ADD CONSTRAINT "claim_appearance_two_hands" CHECK ("via_id" IS NULL OR "via_id" <> "source_id");
