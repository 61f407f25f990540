-- AlterTable
ALTER TABLE "source_link" ADD COLUMN     "since" TEXT,
ADD COLUMN     "until" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "source_rating" ADD COLUMN     "replaced_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "source_rating_replaced_id_key" ON "source_rating"("replaced_id");

-- AddForeignKey
ALTER TABLE "source_rating" ADD CONSTRAINT "source_rating_replaced_id_fkey" FOREIGN KEY ("replaced_id") REFERENCES "source_rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
