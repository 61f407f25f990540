-- AlterTable
ALTER TABLE "inquiry" ADD COLUMN     "blind_rating" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "doubt" DOUBLE PRECISION NOT NULL DEFAULT 0.4,
ADD COLUMN     "lexicon" TEXT NOT NULL DEFAULT 'icd203',
ADD COLUMN     "method_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "step" DOUBLE PRECISION NOT NULL DEFAULT 0.2,
ADD COLUMN     "unrated" DOUBLE PRECISION NOT NULL DEFAULT 0.25;

-- AlterTable
ALTER TABLE "hypothesis" ADD COLUMN     "prior" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "stated_confidence" (
    "inquiry_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "suggested" TEXT NOT NULL,
    "stated_by" TEXT NOT NULL,
    "stated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stated_confidence_pkey" PRIMARY KEY ("inquiry_id")
);

-- AddForeignKey
ALTER TABLE "stated_confidence" ADD CONSTRAINT "stated_confidence_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stated_confidence" ADD CONSTRAINT "stated_confidence_stated_by_fkey" FOREIGN KEY ("stated_by") REFERENCES "analyst"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Scales and forms, held by the database itself. NaN counts as more than any number.
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_step" CHECK ("step" > 0 AND "step" < 0.25),
  ADD CONSTRAINT "inquiry_doubt" CHECK ("doubt" BETWEEN 0 AND 1),
  ADD CONSTRAINT "inquiry_unrated" CHECK ("unrated" BETWEEN 0 AND 1),
  ADD CONSTRAINT "inquiry_lexicon" CHECK ("lexicon" IN ('icd203', 'phia'));
ALTER TABLE "hypothesis" ADD CONSTRAINT "hypothesis_prior" CHECK ("prior" > 0 AND "prior" <= 1000000);
ALTER TABLE "stated_confidence" ADD CONSTRAINT "stated_confidence_level" CHECK ("level" IN ('low', 'moderate', 'high')),
  ADD CONSTRAINT "stated_confidence_suggested" CHECK ("suggested" IN ('low', 'moderate', 'high')),
  ADD CONSTRAINT "stated_confidence_reason" CHECK (btrim("reason") <> '');
