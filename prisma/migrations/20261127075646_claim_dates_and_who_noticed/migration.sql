-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "asserted_on" TEXT;

-- AlterTable
ALTER TABLE "claim_discrepancy" ADD COLUMN     "noticed_by" TEXT NOT NULL DEFAULT 'us',
ADD COLUMN     "noticed_by_name" TEXT NOT NULL DEFAULT '';

-- What stood before was noticed by the analysts or by the source itself.
UPDATE "claim_discrepancy" SET "noticed_by" = 'source' WHERE NOT "is_ours";
ALTER TABLE "claim_discrepancy" DROP COLUMN "is_ours";

-- Scales and forms, held by the database itself.
ALTER TABLE "claim_discrepancy" ADD CONSTRAINT "claim_discrepancy_noticed_by" CHECK ("noticed_by" IN ('us', 'source', 'other')),
  ADD CONSTRAINT "claim_discrepancy_noticed_by_name" CHECK (("noticed_by" = 'other') = ("noticed_by_name" <> ''));
