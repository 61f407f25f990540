import "server-only";
import type { Person } from "@/lib/auth/actor";
import { listInquiriesMovedBy } from "@/lib/citing/queries";
import { describeEffect } from "@/lib/matrix/effect";
import { getMatrices, type Matrix } from "@/lib/matrix/queries";
import type { Outcome } from "@/lib/outcome";
import { listBlindEntriesIn } from "@/lib/rating/queries";

interface Moved {
  readonly id: string;
  readonly question: string;
}

/** What moved in inquiries since they stood like this, a line for each, as far as it is somebody's to read. */
export async function describeEffects(
  actor: Person,
  inquiries: readonly Moved[],
  stood: ReadonlyMap<string, Matrix>,
): Promise<readonly string[]> {
  const ids = inquiries.map(({ id }) => id);
  const [now, hidden] = await Promise.all([getMatrices(ids), listBlindEntriesIn(actor, ids)]);
  return inquiries.flatMap(({ id, question }) => {
    const [before, after] = [stood.get(id), now.get(id)];
    return before && after
      ? [`${question} ${describeEffect(before, after, hidden.get(id) ?? new Set())}`]
      : [];
  });
}

/** Does something to a source, and says what it moved in each inquiry that cites it and that the actor sees. */
export async function withEffects<T>(
  actor: Person,
  sourceId: string,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; effects: readonly string[] }>> {
  const inquiries = await listInquiriesMovedBy(actor, sourceId);
  const stood = await getMatrices(inquiries.map(({ id }) => id));
  const outcome = await act();
  if (!outcome.ok) return outcome;
  return {
    ok: true,
    value: { value: outcome.value, effects: await describeEffects(actor, inquiries, stood) },
  };
}
