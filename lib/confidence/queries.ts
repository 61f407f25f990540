import "server-only";
import type { ConfidenceLevel } from "@/lib/analysis/scales";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

/** The confidence that an analyst stated, and why. */
export interface StatedConfidence {
  readonly level: ConfidenceLevel;
  readonly reason: string;
  /** The level that was suggested at the time. */
  readonly suggested: ConfidenceLevel;
  readonly by: string;
  readonly at: Date;
  readonly version: number;
}

/** Null where nobody stated any: then the suggested one stands. */
export async function findStatedConfidence(scope: InquiryScope): Promise<StatedConfidence | null> {
  const stated = await database().statedConfidence.findUnique({
    where: { inquiryId: scope.id },
    select: {
      level: true,
      reason: true,
      suggested: true,
      statedAt: true,
      version: true,
      statedBy: { select: { name: true } },
    },
  });
  return (
    stated && {
      level: stated.level as ConfidenceLevel,
      reason: stated.reason,
      suggested: stated.suggested as ConfidenceLevel,
      by: stated.statedBy.name,
      at: stated.statedAt,
      version: stated.version,
    }
  );
}
