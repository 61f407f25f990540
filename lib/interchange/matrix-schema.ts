import { z } from "zod";
import { UNSOURCED } from "@/lib/analysis/origins";
import {
  CONSISTENCY,
  CREDIBILITY,
  EVIDENCE_KINDS,
  RELEVANCE,
  RELIABILITY,
  SOURCE_LINK_KINDS,
} from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { findContradictions } from "./contradictions";
import { errorsOf, type MatrixError, onePerPlace } from "./pointer";

/** How large a matrix may be that comes from outside. */
const MATRIX_LIMITS = { hypotheses: 40, evidence: 5_000, sources: 1_000, cells: 100_000 } as const;

/** How many errors are listed; their full number is told beside them. */
const MOST_LISTED = 100;
const LONGEST_ID = 200;

/** A matrix from outside: the matrix, or why it is none. */
export type ParsedMatrix =
  | { readonly ok: true; readonly matrix: MatrixInput }
  | { readonly ok: false; readonly reason: "too-large"; readonly message: string }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      readonly errors: readonly MatrixError[];
      readonly total: number;
    };

const id = z.string().min(1).max(LONGEST_ID);
const probability = z.number().min(0).max(100);

/**
 * What is given by id. Not z.record, which passes over `__proto__` without a word: here it is an id like any other.
 */
const byId = <Value>(value: z.ZodType<Value>) =>
  z.custom<unknown>().transform((given, context): Record<string, Value> => {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      context.addIssue("Invalid input: expected object");
      return z.NEVER;
    }
    const values: [string, Value][] = [];
    for (const [key, one] of Object.entries(given)) {
      const [keyParsed, parsed] = [id.safeParse(key), value.safeParse(one)];
      for (const issue of keyParsed.error?.issues ?? []) {
        context.addIssue({ code: "custom", message: issue.message, path: [key] });
      }
      for (const issue of parsed.error?.issues ?? []) {
        context.addIssue({ code: "custom", message: issue.message, path: [key, ...issue.path] });
      }
      if (parsed.success) values.push([key, parsed.data]);
    }
    return Object.fromEntries(values);
  });

const codeOf = <Code extends string | number>(scale: readonly { readonly code: Code }[]) =>
  z.literal(scale.map(({ code }) => code));

const hypothesis = z.strictObject({ id, prior: z.number().gt(0).optional() });
const source = z.strictObject({ id, reliability: byId(codeOf(RELIABILITY)).optional() });
const sourceLink = z.strictObject({ from: id, to: id, kind: codeOf(SOURCE_LINK_KINDS) });
const citation = z.strictObject({ source: id, via: id.optional() });
const entry = z.strictObject({
  id,
  kind: codeOf(EVIDENCE_KINDS).optional(),
  citations: z.array(citation).optional(),
  credibility: byId(codeOf(CREDIBILITY)).optional(),
  relevance: byId(codeOf(RELEVANCE)).optional(),
});
const rating = z.strictObject({
  evidence: id,
  hypothesis: id,
  analyst: id,
  consistency: codeOf(CONSISTENCY),
});
const judgement = z.strictObject({ analyst: id, probabilities: byId(probability) });
const settings = z.strictObject({
  step: z.number().gt(0).lt(0.25).optional(),
  doubt: z.number().min(0).max(1).optional(),
  unrated: z.number().min(0).max(1).optional(),
});

/** The shape of a matrix: everything about it that can be seen without looking elsewhere in it. */
const shape = z.strictObject({
  hypotheses: z.array(hypothesis).min(2),
  sources: z.array(source).optional(),
  sourceLinks: z.array(sourceLink).optional(),
  evidence: z.array(entry).optional(),
  ratings: z.array(rating).optional(),
  judgements: z.array(judgement).optional(),
  settings: settings.optional(),
});

/** Reads a matrix from the text of a body, and says all that is wrong with it and not only the first thing. */
export function parseMatrix(text: string): ParsedMatrix {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return invalid([{ path: "", message: "This is not JSON." }]);
  }
  const excess = findExcess(body);
  if (excess) return { ok: false, reason: "too-large", message: excess };

  const parsed = shape.safeParse(body);
  const errors = onePerPlace([...errorsOf(parsed.error), ...findContradictions(body, UNSOURCED)]);
  if (!parsed.success || errors.length > 0) return invalid(errors);
  return { ok: true, matrix: parsed.data };
}

function invalid(errors: readonly MatrixError[]): ParsedMatrix {
  return { ok: false, reason: "invalid", errors: errors.slice(0, MOST_LISTED), total: errors.length };
}

/** Why a matrix is too large, if it is; counted before it is looked at more closely. */
function findExcess(body: unknown): string | null {
  const count = (key: keyof typeof MATRIX_LIMITS) => {
    const list: unknown = typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;
    return Array.isArray(list) ? list.length : 0;
  };
  for (const key of ["hypotheses", "evidence", "sources"] as const) {
    if (count(key) > MATRIX_LIMITS[key]) return `At most ${MATRIX_LIMITS[key].toLocaleString("en")} ${key}.`;
  }
  if (count("hypotheses") * count("evidence") <= MATRIX_LIMITS.cells) return null;
  return `At most ${MATRIX_LIMITS.cells.toLocaleString("en")} cells, hypotheses times evidence.`;
}
