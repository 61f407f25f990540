import { type Refusal, refusalSentence } from "@/lib/outcome";
import { problem } from "./problem";

const STATUS = {
  missing: 404,
  forbidden: 403,
  "reason-needed": 403,
  invalid: 400,
  conflict: 409,
  "too-many": 429,
} as const satisfies Record<Refusal["reason"], number>;

/** What was expected and not done, as a problem. */
export const refused = (refusal: Refusal): Response =>
  problem(STATUS[refusal.reason], { detail: refusalSentence(refusal) });
