import { fresh, withinInquiry } from "@/lib/interchange/within-inquiry";
import { getMatrix } from "@/lib/matrix/queries";
import { listSourceNames } from "@/lib/source/queries";
import { matterOf } from "@/lib/what-if/view";

/** What a browser needs to reckon what would come of striking something in the matrix. */
export const GET = withinInquiry(async (_request, { scope }) => {
  const [matrix, sources] = await Promise.all([getMatrix(scope.id), listSourceNames(scope)]);
  return fresh({
    matter: matterOf(matrix.input, matrix.analysis, sources),
    voice: { isRanking: matrix.isRanking, lexicon: matrix.lexicon },
  });
});
