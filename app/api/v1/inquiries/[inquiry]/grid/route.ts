import { groundOf, readGrid } from "@/lib/grid/queries";
import { packRow } from "@/lib/grid/row";
import { gridRows } from "@/lib/grid/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { problem } from "@/lib/interchange/problem";
import { fresh, withinInquiry } from "@/lib/interchange/within-inquiry";
import { getMatrix } from "@/lib/matrix/queries";
import { figuresIn } from "@/lib/what-if/figures";

/** The matrix as the reader may see it: the rows named in `rows`, or all; none where `unless` names their ground. */
export const GET = withinInquiry(async (request, { actor, scope }) => {
  const asked = gridRows.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return problem(400, { detail: "`rows` lists up to 200 entries, such as E1,E14." });
  const [matrix, hypotheses] = await Promise.all([getMatrix(scope.id), listHypotheses(scope)]);
  const ground = groundOf(scope, matrix);
  const isSame = asked.data.unless === ground;
  const ids = isSame ? [] : (asked.data.rows ?? matrix.analysis.evidence.map(({ id }) => id));
  const grid = await readGrid(actor, scope, matrix, hypotheses, ids);
  return fresh({
    ...grid,
    rows: grid.rows.map(packRow),
    figures: [...figuresIn(matrix)],
    reader: actor.kind === "person" ? actor.analystId : null,
    ground,
    isSame,
  });
});
