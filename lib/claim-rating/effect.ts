import "server-only";
import type { ClaimFindings } from "@/lib/analysis/claims";
import { VERDICTS } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { entriesBeforeSums } from "@/lib/claim/blind";
import { judgeAll } from "@/lib/claim/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import type { Outcome } from "@/lib/outcome";
import { listBlindPairs, type Pair } from "./queries";

/**
 * Does something to an inquiry and says in one line how a claim stands then, and how it stood before: without figures
 * where these would tell what others gave an entry that whoever did it has not rated.
 */
export async function withVerdict<T>(
  actor: Actor,
  scope: InquiryScope,
  claimId: string,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; effect: string }>> {
  const before = await judge(scope, claimId);
  const outcome = await act();
  if (!outcome.ok) return outcome;
  const after = await judge(scope, claimId);
  const told = [before, after].flatMap((findings) => findings ?? []);
  const pairs = told.flatMap(({ origins }) =>
    origins.flatMap((origin) => origin.evidence.map((evidence) => ({ claim: claimId, evidence }))),
  );
  const blindPairs = await listBlindPairs(actor, scope, pairs);
  const blind = new Set(pairs.flatMap((pair) => (blindPairs.has(nameOf(pair)) ? [pair.evidence] : [])));
  const hidesSums = told.some((findings) => entriesBeforeSums(findings, blind).length > 0);
  return { ok: true, value: { value: outcome.value, effect: inOneLine(claimId, before, after, hidesSums) } };
}

async function judge(scope: InquiryScope, claimId: string): Promise<ClaimFindings | null> {
  const judged = await judgeAll(scope, await getMatrix(scope.id));
  return judged.get(claimId)?.findings ?? null;
}

const nameOf = ({ claim, evidence }: { claim: string; evidence: string }): Pair => `${claim}/${evidence}`;

function inOneLine(
  id: string,
  before: ClaimFindings | null,
  after: ClaimFindings | null,
  hidesSums: boolean,
): string {
  if (!after) return `${id} is withdrawn and counts nowhere.`;
  if (before && hidesSums)
    return before.verdict === after.verdict
      ? `${id} stays ${inWords(after)}.`
      : `${id} was ${inWords(before)}, and is now ${inWords(after)}.`;
  if (hidesSums) return `${id} stands again: ${inWords(after)}.`;
  const now = `${inWords(after)}, P ${after.probability.toFixed(2)}`;
  if (!before) return `${id} stands again: ${now}.`;
  const was = before.probability.toFixed(2);
  if (before.verdict === after.verdict)
    return was === after.probability.toFixed(2)
      ? `${id} stays as it was: ${now}.`
      : `${id} stays ${now} (was ${was}).`;
  return `${id} was ${inWords(before)}, P ${was}, and is now ${now}.`;
}

const inWords = ({ verdict }: ClaimFindings): string =>
  (VERDICTS.find(({ code }) => code === verdict)?.label ?? verdict).toLowerCase();
