import "server-only";
import type { ConfidenceLevel } from "@/lib/analysis/scales";
import type { Person } from "@/lib/auth/actor";
import { conflict } from "@/lib/conflict";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, type InquiryScope, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, missing, type Outcome } from "@/lib/outcome";
import type { ConfidenceRemoval, ConfidenceStatement } from "./schema";

/**
 * States the analytic confidence of an inquiry in place of the suggested one, with a written reason.
 *
 * @param suggested What the engine suggests at the moment, kept beside the statement.
 */
export function stateConfidence(
  actor: Person,
  { slug, version, level, reason }: ConfidenceStatement,
  suggested: ConfidenceLevel,
): Promise<Outcome<{ version: number }>> {
  return write<{ version: number }>(async (tx) => {
    const found = await findStanding(tx, actor, slug);
    if (!found.ok) return found;
    const { scope, stood, before } = found.value;
    if ((stood?.version ?? 0) !== version) {
      return conflict(tx, {
        ...contested(scope.id, stood?.version ?? 0),
        theirs: { level: stood?.level ?? "", reason: stood?.reason ?? "" },
        yours: { level, reason },
      });
    }
    const sequence = await record(tx, scope.id, actor.analystId, {
      action: "confidence.stated",
      subject: "confidence",
      before,
      after: { level, suggested },
      reason,
    });
    // Its place in the history as its version: never used twice, even after one was taken back.
    const statement = {
      level,
      reason,
      suggested,
      statedById: actor.analystId,
      statedAt: new Date(),
      version: sequence,
    };
    await tx.statedConfidence.upsert({
      where: { inquiryId: scope.id },
      create: { inquiryId: scope.id, ...statement },
      update: statement,
    });
    return done({ version: sequence });
  });
}

/** Takes the statement back: what is suggested stands again. */
export function takeBackConfidence(
  actor: Person,
  { slug, version, reason }: ConfidenceRemoval,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const found = await findStanding(tx, actor, slug);
    if (!found.ok) return found;
    const { scope, stood, before } = found.value;
    if (!stood) return done(null);
    if (stood.version !== version) {
      return conflict(tx, {
        ...contested(scope.id, stood.version),
        theirs: { level: stood.level, reason: stood.reason },
        yours: { level: "", reason },
        fields: [],
      });
    }
    await tx.statedConfidence.delete({ where: { inquiryId: scope.id } });
    await record(tx, scope.id, actor.analystId, {
      action: "confidence.taken-back",
      subject: "confidence",
      before,
      reason,
    });
    return done(null);
  });
}

/** Its version is its place in the history and counts no changes. */
const contested = (chain: string, version: number) =>
  ({
    chain,
    subject: "confidence",
    edited: "confidence.stated",
    opened: null,
    version,
    fields: [
      { name: "level", label: "Confidence", of: ({ level }: Statement) => level },
      { name: "reason", label: "Why", of: ({ reason }: Statement) => reason },
    ],
  }) as const;

interface Statement {
  readonly level: string;
  readonly reason: string;
}

/** What is stated now, for somebody who may change it; nobody else changes it until this write ends. */
async function findStanding(tx: Transaction, actor: Person, slug: string) {
  const scope: InquiryScope | null = await findInquiry(actor, slug, tx);
  if (!scope) return missing;
  if (!mayIn(scope, "stateConfidence")) return forbidden;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.id}/confidence`}, 0))`;
  const stood = await tx.statedConfidence.findUnique({ where: { inquiryId: scope.id } });
  return done({ scope, stood, before: stood && { level: stood.level, suggested: stood.suggested } });
}
