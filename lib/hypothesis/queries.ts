import "server-only";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

export interface Hypothesis {
  readonly id: string;
  readonly shortName: string;
  /** Its weight before any evidence, over 0. */
  readonly prior: number;
  readonly statement: string;
  readonly origin: string;
  readonly source: { readonly id: string; readonly name: string } | null;
  readonly via: { readonly id: string; readonly name: string } | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
  readonly createdById: string | null;
}

const columns = {
  id: true,
  shortName: true,
  prior: true,
  statement: true,
  origin: true,
  source: { select: { id: true, name: true } },
  via: { select: { id: true, name: true } },
  withdrawnAt: true,
  withdrawnReason: true,
  version: true,
  createdById: true,
} as const;

/** The hypotheses of an inquiry in their order, withdrawn ones among them. */
export function listHypotheses(scope: InquiryScope): Promise<Hypothesis[]> {
  return database().hypothesis.findMany({
    where: { inquiryId: scope.id },
    orderBy: [{ position: "asc" }, { ordinal: "asc" }],
    take: 200,
    select: columns,
  });
}

export function findHypothesis(scope: InquiryScope, id: string): Promise<Hypothesis | null> {
  return database().hypothesis.findUnique({
    where: { inquiryId_id: { inquiryId: scope.id, id } },
    select: columns,
  });
}
