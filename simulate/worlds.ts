import type { Consistency, Credibility, Reliability } from "@/lib/analysis/scales";
import type { CitationInput, EvidenceInput, MatrixInput, RatingInput } from "@/lib/analysis/types";
import { numbersFrom } from "../bench/random";

/** How a kind of world is made. */
export type WorldKind = {
  readonly name: string;
  /** How many separate findings there are, and how many origins report them. */
  readonly findings: number;
  readonly origins: number;
  /** The share of the origins that all push one false hypothesis. */
  readonly deceptive: number;
  /** How often the first finding is entered, 1 unless told. */
  readonly entered?: number;
  /** How what an origin reports is cited. */
  readonly citing?:
    | "directly"
    | "relayed"
    | "through-papers"
    | "beside-worthless"
    | "beside-unjudged"
    | "corroborated"
    | "one-report-many-citations";
};

export const WORLDS: readonly WorldKind[] = [
  { name: "honest", findings: 24, origins: 12, deceptive: 0 },
  { name: "one origin in five deceives", findings: 24, origins: 12, deceptive: 0.2 },
  { name: "half deceive", findings: 24, origins: 12, deceptive: 0.5 },
  { name: "one in five, one origin", findings: 24, origins: 1, deceptive: 0.2 },
  { name: "one in five, five origins", findings: 24, origins: 5, deceptive: 0.2 },
  { name: "one in five, six findings", findings: 6, origins: 12, deceptive: 0.2 },
  { name: "one in five, sixty findings", findings: 60, origins: 12, deceptive: 0.2 },
  { name: "one report entered 11 times", findings: 24, origins: 12, deceptive: 0.2, entered: 11 },
  { name: "one report entered 30 times", findings: 24, origins: 12, deceptive: 0.2, entered: 30 },
  {
    name: "one report with 11 citations",
    findings: 24,
    origins: 12,
    deceptive: 0.2,
    citing: "one-report-many-citations",
  },
  { name: "relayed by two agencies", findings: 24, origins: 12, deceptive: 0.2, citing: "relayed" },
  {
    name: "each party through many papers",
    findings: 24,
    origins: 5,
    deceptive: 0.2,
    citing: "through-papers",
  },
  { name: "worthless companions", findings: 24, origins: 12, deceptive: 0.2, citing: "beside-worthless" },
  {
    name: "corroborated by an unjudged source",
    findings: 24,
    origins: 12,
    deceptive: 0.2,
    citing: "beside-unjudged",
  },
  {
    name: "corroborated by a judged source",
    findings: 24,
    origins: 12,
    deceptive: 0.2,
    citing: "corroborated",
  },
];

/** A matrix, and the row of the hypothesis that is true in it. */
export type World = { readonly input: MatrixInput; readonly truth: number };

const HYPOTHESES = ["H1", "H2", "H3", "H4"];
const ANALYSTS = ["ana", "ben", "cleo"];
const PAPERS = Array.from({ length: 12 }, (_, row) => `paper-${row}`);
const STEPS: readonly Consistency[] = ["II", "I", "N", "C", "CC"];

/** The chance that an honest origin of a grade is right in what it reports; otherwise it points anywhere. */
const GRADES: readonly { readonly code: Reliability; readonly chance: number }[] = [
  { code: "A", chance: 0.8 },
  { code: "B", chance: 0.65 },
  { code: "C", chance: 0.5 },
  { code: "D", chance: 0.35 },
];

/** One world of a kind: the same for the same seed. */
export function buildWorld(kind: WorldKind, seed: number): World {
  const random = numbersFrom(seed * 7919 + kind.name.length);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  /** About normal, of standard deviation 1. */
  const noise = () => (random() + random() + random() + random() - 2) * Math.sqrt(3);

  const truth = below(HYPOTHESES.length);
  const lie = (truth + 1 + below(HYPOTHESES.length - 1)) % HYPOTHESES.length;
  // Whether an origin deceives cannot be seen from its grade.
  const origins = Array.from({ length: kind.origins }, (_, row) => {
    const grade = pick(GRADES);
    return { id: `origin-${row}`, grade, deceives: random() < kind.deceptive };
  });
  const biases = ANALYSTS.map(() => HYPOTHESES.map(() => noise() * 0.3));

  const evidence: EvidenceInput[] = [];
  const ratings: RatingInput[] = [];
  for (let finding = 0; finding < kind.findings; finding++) {
    const origin = pick(origins);
    const isRight = random() < origin.grade.chance;
    const points = origin.deceives ? lie : isRight ? truth : below(HYPOTHESES.length);
    const fits = HYPOTHESES.map((_, row) => (row === points ? 1.2 : -0.5) + noise() * 0.8);
    const credibility = pick<Credibility>([1, 2, 2, 3, 3, 4]);
    const copies = finding === 0 ? (kind.entered ?? 1) : 1;
    for (let copy = 0; copy < copies; copy++) {
      const id = `entry-${finding}-${copy}`;
      evidence.push({ id, citations: cite(origin.id, finding), credibility: { ana: credibility } });
      ANALYSTS.forEach((analyst, person) => {
        HYPOTHESES.forEach((hypothesis, row) => {
          if (random() < 0.1) return;
          const seen = (fits[row] ?? 0) + (biases[person]?.[row] ?? 0) + noise() * 0.5;
          const consistency = STEPS[Math.max(0, Math.min(4, Math.round(seen) + 2))] ?? "N";
          ratings.push({ evidence: id, hypothesis, analyst, consistency });
        });
      });
    }
  }
  const judged = (id: string, code: Reliability) => ({ id, reliability: { ana: code } });
  return {
    truth,
    input: {
      hypotheses: HYPOTHESES.map((id) => ({ id })),
      sources: [
        ...origins.map(({ id, grade }) => judged(id, grade.code)),
        ...PAPERS.map((id) => judged(id, "B")),
        { id: "unknown" },
        judged("worthless", "E"),
        judged("second", "B"),
      ],
      evidence,
      ratings,
      judgements: ANALYSTS.map((analyst) => ({ analyst, probabilities: judge(analyst) })),
    },
  };

  function cite(source: string, finding: number): readonly CitationInput[] {
    switch (kind.citing) {
      case "relayed":
        return [{ source, via: finding % 2 === 0 ? "paper-0" : "paper-1" }];
      case "through-papers":
        return [{ source, via: pick(PAPERS) }];
      case "beside-unjudged":
        return [{ source }, { source: "unknown" }];
      case "beside-worthless":
        return [{ source }, { source: "worthless" }];
      case "corroborated":
        return [{ source }, { source: "second" }];
      case "one-report-many-citations":
        return finding === 0 ? PAPERS.slice(0, 11).map((via) => ({ source, via })) : [{ source }];
      default:
        return [{ source }];
    }
  }

  /** People go by the sum of what they see, feel it too strongly, and do not sum to a hundred. */
  function judge(analyst: string): Record<string, number> {
    const felt = HYPOTHESES.map((hypothesis) => {
      const own = ratings.filter((one) => one.analyst === analyst && one.hypothesis === hypothesis);
      return Math.exp(
        own.reduce((sum, { consistency }) => sum + Math.max(-2, STEPS.indexOf(consistency) - 2), 0) * 0.15 +
          noise() * 0.7,
      );
    });
    const whole = felt.reduce((sum, one) => sum + one, 0) * (0.8 + random() * 0.4);
    return Object.fromEntries(
      HYPOTHESES.map((id, row) => [id, Math.min(100, Math.max(0.1, ((felt[row] ?? 0) / whole) * 100))]),
    );
  }
}
