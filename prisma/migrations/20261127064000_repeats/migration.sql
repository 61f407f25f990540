-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "merge_gave" JSONB,
ADD COLUMN     "merged_into" TEXT;

-- CreateTable
CREATE TABLE "kept_apart" (
    "inquiry_id" TEXT NOT NULL,
    "a_id" TEXT NOT NULL,
    "b_id" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_apart_pkey" PRIMARY KEY ("inquiry_id","a_id","b_id")
);

-- CreateIndex
CREATE INDEX "evidence_inquiry_id_merged_into_idx" ON "evidence"("inquiry_id", "merged_into");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_inquiry_id_merged_into_fkey" FOREIGN KEY ("inquiry_id", "merged_into") REFERENCES "evidence"("inquiry_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_inquiry_id_a_id_fkey" FOREIGN KEY ("inquiry_id", "a_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_inquiry_id_b_id_fkey" FOREIGN KEY ("inquiry_id", "b_id") REFERENCES "evidence"("inquiry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is merged away is withdrawn and knows what it gave; a pair is kept apart under one name.
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_merged" CHECK (
    ("merged_into" IS NULL) = ("merge_gave" IS NULL)
    AND ("merged_into" IS NULL OR ("withdrawn_at" IS NOT NULL AND "merged_into" <> "id")));
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_in_order" CHECK (substr("a_id", 2)::int < substr("b_id", 2)::int);
