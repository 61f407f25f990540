import "server-only";
import type { Lexicon } from "@/lib/analysis/scales";
import { database, type Transaction } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

/** How an inquiry reckons and speaks. */
export interface Method {
  readonly step: number;
  readonly doubt: number;
  readonly unrated: number;
  readonly lexicon: Lexicon;
  readonly isBlind: boolean;
  readonly version: number;
}

export async function getMethod(scope: InquiryScope, db: Transaction = database()): Promise<Method> {
  const { lexicon, blindRating, methodVersion, ...settings } = await db.inquiry.findUniqueOrThrow({
    where: { id: scope.id },
    select: {
      step: true,
      doubt: true,
      unrated: true,
      lexicon: true,
      blindRating: true,
      methodVersion: true,
    },
  });
  return { ...settings, lexicon: lexicon as Lexicon, isBlind: blindRating, version: methodVersion };
}
