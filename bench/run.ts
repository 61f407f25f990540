/** Prints what an analysis costs, stage by stage, beside a bare pass over the ratings and beside the naive way. */
import { cpus, totalmem } from "node:os";
import { analyse, findingsOf } from "@/lib/analysis/analyse";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { effectsOfEntries, findDrops } from "@/lib/analysis/drops";
import { findLinchpins } from "@/lib/analysis/linchpins";
import { compile } from "@/lib/analysis/matrix";
import { reckon } from "@/lib/analysis/reckoning";
import type { MatrixInput } from "@/lib/analysis/types";
import { whatIf } from "@/lib/analysis/what-if";
import { withoutAnalyst, withoutEvidence, withoutSource } from "@/lib/analysis/without";
import { buildWorld, type Size } from "./world";

const SIZES: readonly Size[] = [
  { entries: 1_000, hypotheses: 12, analysts: 10 },
  { entries: 1_000, hypotheses: 10, analysts: 20 },
  { entries: 10_000, hypotheses: 10, analysts: 20 },
];

/** How often each is run untimed first, for the compiler to know it, and timed then. */
const WARM_UPS = 5;
const RUNS = 5;
/** Of all drops the naive way computes so many of each kind, and is scaled up: it would run for hours. */
const NAIVE_SAMPLE = 3;

type Row = { readonly what: string; readonly times: readonly number[] };

const table = SIZES.map(measure);
print();

function measure(size: Size): readonly Row[] {
  const input = buildWorld(size);
  const matrix = compile(input);
  const reckoning = reckon(matrix);
  const effects = effectsOfEntries(reckoning);
  const numbers = Float64Array.from(matrix.consistency.code);
  const [entry, source, analyst] = [
    matrix.entries[7] ?? "",
    matrix.sources[7] ?? "",
    matrix.analysts[7] ?? "",
  ];
  return [
    row("bare pass over the ratings, one typed array", () => sum(numbers)),
    row("ids into rows and columns", () => compile(input)),
    row("weights, origins, posterior", () => reckon(matrix)),
    row("scores, flags, words, cells", () => findingsOf(reckoning)),
    row("all drops", () => findDrops(reckoning, effects)),
    row("linchpins", () => findLinchpins(reckoning, effects)),
    row("without drops, from plain data: analyse", () => analyse(input)),
    row("whole, from plain data: analyseWhole", () => analyseWhole(input)),
    row("what if: an entry struck", () => whatIf(reckoning, { evidence: [entry] })),
    row("what if: a source struck", () => whatIf(reckoning, { sources: [source] })),
    row("what if: an analyst struck", () => whatIf(reckoning, { analysts: [analyst] })),
    row("what if: a prior dragged", () =>
      whatIf(reckoning, { priors: new Map([[matrix.hypotheses[0] ?? "", 0.3]]) }),
    ),
    row("what if: the doubt set otherwise", () => whatIf(reckoning, { settings: { doubt: 0.3 } })),
    { what: "all drops by recomputing each (scaled up)", times: [naiveDrops(input)] },
  ];
}

function row(what: string, run: () => unknown): Row {
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) run();
  const times = Array.from({ length: RUNS }, () => time(run));
  return { what, times };
}

/** Processor time, collecting garbage included: what others do on the machine counts less than on a clock. */
function time(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (let place = 0; place < numbers.length; place++) total += numbers[place] as number;
  return total;
}

/** What all drops would take if each were a matrix of its own. */
function naiveDrops(input: MatrixInput): number {
  const { evidence = [], sources = [] } = input;
  const analysts = analyse(input).analysts;
  const kinds = [
    { ids: evidence, without: withoutEvidence },
    { ids: sources, without: withoutSource },
    { ids: analysts, without: withoutAnalyst },
  ];
  return kinds.reduce((total, { ids, without }) => {
    const sample = ids.slice(0, NAIVE_SAMPLE);
    const spent = time(() => sample.map(({ id }) => reckon(compile(without(input, id)))));
    return total + (spent / sample.length) * ids.length;
  }, 0);
}

function print(): void {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${processor?.model ?? "?"}, ${memory} GiB.`);
  console.log(
    `Milliseconds of processor time, median of ${RUNS} (fastest), after ${WARM_UPS} untimed runs.\nEntries × hypotheses × analysts.\n`,
  );
  const heads = SIZES.map(
    ({ entries, hypotheses, analysts }) => `${entries.toLocaleString("en")} × ${hypotheses} × ${analysts}`,
  );
  console.log(`| | ${heads.join(" | ")} |`);
  console.log(`| --- | ${heads.map(() => "---:").join(" | ")} |`);
  table[0]?.forEach(({ what }, place) => {
    const cells = table.map((rows) => inWords(rows[place]?.times ?? []));
    console.log(`| ${what} | ${cells.join(" | ")} |`);
  });
}

function inWords(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const [fastest = 0, median = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  const places = (time: number) => time.toLocaleString("en", { maximumFractionDigits: time < 10 ? 2 : 0 });
  return sorted.length > 1 ? `${places(median)} (${places(fastest)})` : places(median);
}
