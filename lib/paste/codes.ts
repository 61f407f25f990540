import { CONSISTENCY, CREDIBILITY, EVIDENCE_KINDS, RELEVANCE } from "@/lib/analysis/scales";
import { SOURCE_KINDS } from "@/lib/source/kinds";

type Scale = readonly { readonly code: string | number; readonly label: string }[];

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** A code as people write it: itself in any case, or its words. Null where it is none. */
const codeIn =
  (scale: Scale) =>
  (text: string): string | null => {
    const row = scale.find(({ code, label }) =>
      [String(code), label].some((name) => plain(name) === plain(text)),
    );
    return row ? String(row.code) : null;
  };

const byWords = codeIn(CONSISTENCY);

/** A number of -2 to 2 with any kind of minus, or "n/a", besides the codes and their words. */
function consistencyCode(text: string): string | null {
  const words = plain(text);
  if (["n/a", "n.a.", "not applicable"].includes(words)) return "NA";
  const number = /^([+-]?)([0-2])(?:[.,]0+)?$/.exec(words.replace(/[−–—‐‑]/, "-"));
  if (!number) return byWords(text);
  const value = Number(number[2]) * (number[1] === "-" ? -1 : 1);
  return CONSISTENCY.find((row) => row.value === value)?.code ?? null;
}

/** What a cell of a scale can be: how it is read, and what to say where it is nothing of the scale. */
export const SCALES = {
  consistency: { read: consistencyCode, says: "II, I, N, C, CC, NA, −2 to 2, or the words of these" },
  credibility: { read: codeIn(CREDIBILITY), says: "1 to 6, or the words of these" },
  relevance: { read: codeIn(RELEVANCE), says: "low, medium or high" },
  kind: {
    read: codeIn(EVIDENCE_KINDS),
    says: EVIDENCE_KINDS.map(({ label }) => label.toLowerCase()).join(", "),
  },
  sourceKind: {
    read: codeIn(SOURCE_KINDS),
    says: SOURCE_KINDS.map(({ label }) => label.toLowerCase()).join(", "),
  },
} as const;

/** What people put where there is nothing to say; our matrix does so as well. */
export const isBlank = (text: string): boolean => /^[-–—?·]?$/u.test(text);
