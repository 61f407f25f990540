import "server-only";
import type { Consistency } from "@/lib/analysis/scales";
import type { Transaction } from "@/lib/db/client";
import type { RowRating } from "@/lib/evidence/schema";

/** What one analyst says of one entry, as the history shows it. */
export interface Row {
  readonly consistency: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly credibility: number | null;
  readonly relevance: string | null;
  readonly gradeReason: string;
}

/** What stands of an analyst's row on an entry. */
export async function readRow(
  tx: Transaction,
  inquiryId: string,
  evidenceId: string,
  analystId: string,
): Promise<Row> {
  const cells = await tx.rating.findMany({
    where: { inquiryId, evidenceId, analystId },
    orderBy: { hypothesisId: "asc" },
  });
  const grades = await tx.evidenceRating.findUnique({
    where: { inquiryId_evidenceId_analystId: { inquiryId, evidenceId, analystId } },
  });
  return {
    consistency: Object.fromEntries(cells.map((cell) => [cell.hypothesisId, cell.consistency])),
    reasons: Object.fromEntries(
      cells.filter((cell) => cell.reason !== "").map((cell) => [cell.hypothesisId, cell.reason]),
    ),
    credibility: grades?.credibility ?? null,
    relevance: grades?.relevance ?? null,
    gradeReason: grades?.reason ?? "",
  };
}

/** Brings an analyst's row to what was sent. Hypotheses that were not sent keep what they had. */
export async function saveRow(
  tx: Transaction,
  inquiryId: string,
  evidenceId: string,
  analystId: string,
  sent: Pick<RowRating, "consistency" | "reasons" | "credibility" | "relevance" | "gradeReason">,
): Promise<void> {
  for (const [hypothesisId, consistency] of Object.entries(sent.consistency)) {
    const key = { inquiryId, evidenceId, hypothesisId, analystId };
    await saveCell(tx, key, consistency, sent.reasons[hypothesisId] ?? "");
  }
  const key = { inquiryId, evidenceId, analystId };
  if (sent.credibility === null && sent.relevance === null) {
    await tx.evidenceRating.deleteMany({ where: key });
    return;
  }
  const given = {
    credibility: sent.credibility,
    relevance: sent.relevance,
    reason: sent.gradeReason,
    ratedAt: new Date(),
  };
  await tx.evidenceRating.upsert({
    where: { inquiryId_evidenceId_analystId: key },
    create: { ...key, ...given },
    update: given,
  });
}

interface CellKey {
  readonly inquiryId: string;
  readonly evidenceId: string;
  readonly hypothesisId: string;
  readonly analystId: string;
}

/** Brings one cell to what was given; null takes the rating back. Without a reason the one that stands is kept. */
export async function saveCell(
  tx: Transaction,
  key: CellKey,
  consistency: Consistency | null,
  reason: string | undefined,
): Promise<void> {
  if (consistency === null) {
    await tx.rating.deleteMany({ where: key });
    return;
  }
  const given = { consistency, ratedAt: new Date(), ...(reason === undefined ? {} : { reason }) };
  await tx.rating.upsert({
    where: { inquiryId_evidenceId_hypothesisId_analystId: key },
    create: { ...key, ...given },
    update: given,
  });
}

/** Whether a row was sent at all: some code, on some hypothesis or of the entry itself. */
export function saysSomething(sent: Pick<RowRating, "consistency" | "credibility" | "relevance">): boolean {
  return (
    sent.credibility !== null ||
    sent.relevance !== null ||
    Object.values(sent.consistency).some((given) => given !== null)
  );
}

/** Whether all these hypotheses are of this inquiry. */
export async function areHypothesesHere(
  tx: Transaction,
  inquiryId: string,
  ids: readonly string[],
): Promise<boolean> {
  return (await tx.hypothesis.count({ where: { inquiryId, id: { in: [...ids] } } })) === ids.length;
}

export const strangeHypothesis = "One of these hypotheses is not in this inquiry.";
