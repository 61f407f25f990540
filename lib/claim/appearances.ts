import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { Hands } from "./hands";
import type { AppearanceDraft } from "./schema";

/** An appearance as the database holds it, without its keys. */
export interface AppearanceRow extends Hands {
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string;
  readonly appearedOn: string | null;
}

export type ReadAppearance = AppearanceRow & { readonly id: string | null };

/** What was typed, with the sources it turned out to name. */
export const toAppearance = (
  { id, locator, url, quote, appearedOn }: AppearanceDraft,
  hands: Hands,
): ReadAppearance => ({ ...hands, id: id || null, locator, url, quote, appearedOn });

/**
 * Brings the appearances of a claim to what was sent: those that stood before are changed in place, new ones get the
 * next numbers of the claim, and those no longer sent go (the history keeps them).
 */
export async function saveAppearances(
  tx: Transaction,
  inquiryId: string,
  claimId: string,
  rows: readonly ReadAppearance[],
): Promise<void> {
  const standing = await listAppearances(tx, inquiryId, claimId);
  const free = new Set(standing.map(({ id }) => id));
  const kept: (AppearanceRow & { id: string })[] = [];
  const fresh: AppearanceRow[] = [];
  for (const { id, ...row } of rows) {
    // An id that is sent twice stands once; the second line is a new one.
    if (id && free.delete(id)) kept.push({ ...row, id });
    else fresh.push(row);
  }
  await tx.claimAppearance.deleteMany({ where: { inquiryId, claimId, id: { in: [...free] } } });
  for (const { id, ...row } of kept) {
    await tx.claimAppearance.update({ where: { inquiryId_id: { inquiryId, id } }, data: row });
  }
  const first = await takeNumbers(tx, inquiryId, claimId, fresh.length);
  await tx.claimAppearance.createMany({
    data: fresh.map((row, index) => {
      const ordinal = first + index;
      return { ...row, inquiryId, claimId, ordinal, id: `${claimId}.${ordinal}` };
    }),
  });
}

/**
 * Gives out numbers of a claim's parts, which its appearances and discrepancies share and nothing gets twice. Locks
 * the claim.
 *
 * @returns the first of them.
 */
export async function takeNumbers(
  tx: Transaction,
  inquiryId: string,
  claimId: string,
  count: number,
): Promise<number> {
  const { partsGiven } = await tx.claim.update({
    where: { inquiryId_id: { inquiryId, id: claimId } },
    data: { partsGiven: { increment: count } },
    select: { partsGiven: true },
  });
  return partsGiven - count + 1;
}

export function listAppearances(
  tx: Transaction,
  inquiryId: string,
  claimId: string,
): Promise<(AppearanceRow & { id: string })[]> {
  return tx.claimAppearance.findMany({
    where: { inquiryId, claimId },
    orderBy: { ordinal: "asc" },
    select: {
      id: true,
      sourceId: true,
      viaId: true,
      locator: true,
      url: true,
      quote: true,
      appearedOn: true,
    },
  });
}
