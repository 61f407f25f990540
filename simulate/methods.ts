import { averageJudgement } from "@/lib/analysis/judgement";
import { compile, type Matrix } from "@/lib/analysis/matrix";
import { softmax } from "@/lib/analysis/posterior";
import { type Reckoning, reckon } from "@/lib/analysis/reckoning";
import { type InconsistencyMethod, scoreBy } from "@/lib/analysis/scores";
import type { MatrixInput } from "@/lib/analysis/types";

/** What a method says of a world: figures by hypothesis, the highest first, and whether they are probabilities. */
export type Saying = { readonly figures: Float64Array; readonly isProbability: boolean };

const DOUBTS = [0.1, 0.4, 0.8];
const SCORES: readonly InconsistencyMethod[] = ["heuer", "parc", "squared", "burton"];

/** Every method on one matrix, by name. */
export function sayAll(input: MatrixInput): ReadonlyMap<string, Saying> {
  const matrix = compile(input);
  const reckoning = reckon(matrix);
  const said = new Map<string, Saying>();
  for (const doubt of DOUBTS) {
    const settings = { ...matrix.settings, doubt };
    said.set(`posterior, doubt ${doubt}`, probable(reckon({ ...matrix, settings }).posterior));
  }
  said.set("plain product", probable(plainProduct(reckoning)));
  said.set("judgement, averaged", probable(averageJudgement(matrix) ?? new Float64Array()));
  said.set("plain average", probable(plainAverage(matrix)));
  for (const method of SCORES) {
    const figures = scoreBy(method, reckoning).scores.map((score) => -score);
    said.set(method, { figures, isProbability: false });
  }
  return said;
}

function probable(figures: Float64Array): Saying {
  return { figures, isProbability: true };
}

/** What the posterior would be if no origin were doubted and every entry were its own witness. */
function plainProduct({ matrix, likelihoods }: Reckoning): Float64Array {
  const support = matrix.logPriors.slice();
  likelihoods.forEach((amount, cell) => {
    const hypothesis = cell % support.length;
    support[hypothesis] = (support[hypothesis] ?? 0) + amount;
  });
  return softmax(support);
}

/** The analysts' numbers averaged as they are, and only then scaled to sum to 1. */
function plainAverage({ judgements, hypotheses }: Matrix): Float64Array {
  const sums = Float64Array.from(hypotheses, (_, row) =>
    judgements.reduce((sum, { probabilities }) => sum + (probabilities[row] ?? 0), 0),
  );
  const whole = sums.reduce((sum, one) => sum + one, 0);
  return sums.map((one) => one / whole);
}
