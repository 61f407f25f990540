import { analystNames } from "@/lib/analyst/queries";
import { fresh, withinInquiry } from "@/lib/interchange/within-inquiry";
import { getMatrix } from "@/lib/matrix/queries";
import { seenBy } from "@/lib/matrix/seen-by";
import { listSourceNames } from "@/lib/source/queries";
import { groundOf, matterOf } from "@/lib/what-if/view";

/** What a browser needs to reckon what would come of striking something in the matrix, and what it leaves out. */
export const GET = withinInquiry(async (_request, { actor, scope }) => {
  const [{ matrix, hidden }, sources] = await Promise.all([
    getMatrix(scope.id).then((whole) => seenBy(actor, scope, whole)),
    listSourceNames(scope),
  ]);
  const matter = matterOf(matrix.input, matrix.analysis, sources);
  const analysts = await analystNames([...groundOf(matter).analysts]);
  return fresh({
    matter,
    sources: Object.fromEntries(sources),
    analysts: Object.fromEntries(analysts),
    voice: { isRanking: matrix.isRanking, lexicon: matrix.lexicon },
    hidden,
  });
});
