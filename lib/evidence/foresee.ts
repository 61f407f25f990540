import { createHash } from "node:crypto";
import type { Analysis } from "@/lib/analysis/types";
import { count, joinWords } from "@/lib/format";
import type { Foreseen } from "@/lib/forms";
import type { Alike } from "@/lib/repeat/likeness";
import { draftId } from "./preview";
import type { EvidenceDraft } from "./schema";

/** Marks a statement, so that one who was shown what it repeats can save it all the same. */
export const stampOf = (statement: string): string =>
  createHash("sha256").update(statement).digest("base64url");

/**
 * The entries that a draft nearly repeats.
 *
 * @param mayChange Whether whoever drafts may add a citation to an entry, be it others'.
 */
export function describeNear(
  near: readonly Alike[],
  { slug, statement, intent }: Pick<EvidenceDraft, "slug" | "statement" | "intent">,
  mayChange: boolean,
): Foreseen | null {
  if (near.length === 0) return null;
  return {
    stamp: stampOf(statement),
    saveLabel: intent === "another" ? "Save all the same and add another" : "Save all the same",
    lines: near.map(({ where, text }) => ({
      at: where,
      tone: "warning",
      verdict: `${where} says nearly the same:`,
      text,
      notes: [],
      link: mayChange
        ? {
            href: `/inquiries/${slug}/evidence/${where}/edit`,
            label: `Add your citation to ${where} instead`,
          }
        : { href: `/inquiries/${slug}/evidence/${where}`, label: `See ${where}` },
    })),
  };
}

/**
 * That a drafted entry comes from where others come from, in a sentence; null where it brings an origin of its own, or
 * cites nothing.
 */
export function describeOrigins(
  withDraft: Analysis,
  citations: readonly { readonly source: string; readonly via?: string | undefined }[],
): string | null {
  const drafted = withDraft.evidence.find(({ id }) => id === draftId);
  const others = withDraft.evidence.filter(({ id }) => id !== draftId);
  const isShared = (origin: string) => others.some(({ origins }) => origins.includes(origin));
  if (!drafted || citations.length === 0 || !drafted.origins.every(isShared)) return null;
  const hands = [...new Set(citations.map(({ source, via }) => (via ? `${source} via ${via}` : source)))];
  const leaning = others.filter(({ leansOn }) => leansOn === drafted.leansOn).length;
  const also = leaning > 0 ? `, as ${count(leaning, "other")} ${leaning === 1 ? "does" : "do"}` : "";
  const lean = hands.length === 1 ? "leans" : "lean";
  return `This adds no origin: ${joinWords(hands)} ${lean} on ${drafted.leansOn}${also}.`;
}
