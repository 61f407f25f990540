import "server-only";
import type { ClaimFindings } from "@/lib/analysis/claims";
import { VERDICTS } from "@/lib/analysis/scales";
import { judgeAll } from "@/lib/claim/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import type { Outcome } from "@/lib/outcome";

/** Does something to an inquiry and says in one line how a claim stands then, and how it stood before. */
export async function withVerdict<T>(
  scope: InquiryScope,
  claimId: string,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; effect: string }>> {
  const before = await judge(scope, claimId);
  const outcome = await act();
  if (!outcome.ok) return outcome;
  const after = await judge(scope, claimId);
  return { ok: true, value: { value: outcome.value, effect: inOneLine(claimId, before, after) } };
}

async function judge(scope: InquiryScope, claimId: string): Promise<ClaimFindings | null> {
  const judged = await judgeAll(scope, await getMatrix(scope.id));
  return judged.get(claimId)?.findings ?? null;
}

function inOneLine(id: string, before: ClaimFindings | null, after: ClaimFindings | null): string {
  if (!after) return `${id} is withdrawn and counts nowhere.`;
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
