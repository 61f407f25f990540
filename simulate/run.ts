/** Prints how often each method has the truth first in worlds made to have one, and how good its probabilities are. */
import { brierScore, calibrate } from "@/lib/analysis/after-the-fact";
import { isEqual } from "@/lib/analysis/numbers";
import { type Saying, sayAll } from "./methods";
import { buildWorld, WORLDS, type WorldKind } from "./worlds";

/** How many worlds of each kind, unless a number is given. */
const worlds = Number(process.argv[2] ?? 500);

/** One saying, held against the truth. */
type Trial = Saying & { readonly truth: number };

for (const kind of WORLDS) print(kind, tryMethods(kind));

function tryMethods(kind: WorldKind): ReadonlyMap<string, readonly Trial[]> {
  const trials = new Map<string, Trial[]>();
  for (let seed = 1; seed <= worlds; seed++) {
    const { input, truth } = buildWorld(kind, seed);
    for (const [method, saying] of sayAll(input)) {
      trials.set(method, [...(trials.get(method) ?? []), { ...saying, truth }]);
    }
  }
  return trials;
}

function print(kind: WorldKind, methods: ReadonlyMap<string, readonly Trial[]>): void {
  console.log(`\n### ${kind.name} (${worlds} worlds)\n`);
  console.log("| method | truth first | Brier | log score | calibration error |");
  console.log("| --- | ---: | ---: | ---: | ---: |");
  for (const [method, trials] of methods) {
    const first = `${(mean(trials.map(leadOfTruth)) * 100).toFixed(0)} %`;
    const scores = trials[0]?.isProbability
      ? [brierOf(trials).toFixed(3), logScoreOf(trials).toFixed(3), calibrationErrorOf(trials).toFixed(3)]
      : ["", "", ""];
    console.log(`| ${[method, first, ...scores].join(" | ")} |`);
  }
}

/** 1 where the truth is first, and its share where it is tied. */
function leadOfTruth({ figures, truth }: Trial): number {
  const highest = Math.max(...figures);
  const equals = figures.filter((figure) => isEqual(figure, highest));
  return isEqual(figures[truth] ?? 0, highest) ? 1 / equals.length : 0;
}

function brierOf(trials: readonly Trial[]): number {
  return mean(trials.map(({ figures, truth }) => brierScore([...figures], truth)));
}

/** Minus ln of what the truth was given: 0 is best. */
function logScoreOf(trials: readonly Trial[]): number {
  return mean(trials.map(({ figures, truth }) => -Math.log(Math.max(1e-12, figures[truth] ?? 0))));
}

/** By how much forecast and outcome differ, on the mean over all probabilities given, in tenths of the scale. */
function calibrationErrorOf(trials: readonly Trial[]): number {
  const forecasts = trials.flatMap(({ figures, truth }) =>
    Array.from(figures, (probability, row) => ({ probability, cameTrue: row === truth })),
  );
  return calibrate(forecasts).reduce(
    (sum, bin) =>
      sum + (Math.abs((bin.forecast ?? 0) - (bin.outcome ?? 0)) * bin.forecasts) / forecasts.length,
    0,
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
