import { z } from "zod";

/** What of a line says who has it; all else says where it stands there. */
const hands = new Set(["id", "source", "sourceKind", "via", "viaKind"]);

const sourceless = "Name the source in which this stands, or empty the rest of the line.";

/**
 * The lines of a form that say where something stands, each with its place in the form, without those left empty. One
 * with a quote, a link or a place and no source could not be kept: it is refused, lest what was typed be lost.
 */
export function typedLines<Line extends { readonly source: string; readonly via: string }>(
  list: readonly Line[],
  context: z.RefinementCtx,
): (Line & { readonly field: number })[] {
  const lines = list.map((line, field) => ({ ...line, field }));
  const stray = lines.filter(({ field: _, ...line }) => !hasHand(line) && saysWhere(line));
  for (const { field } of stray)
    context.addIssue({ code: "custom", path: [field, "source"], message: sourceless });
  return stray.length > 0 ? z.NEVER : lines.filter(hasHand);
}

const hasHand = ({ source, via }: { readonly source: string; readonly via: string }): boolean =>
  source !== "" || via !== "";

const saysWhere = (line: object): boolean =>
  Object.entries(line).some(([name, text]) => !hands.has(name) && text !== "" && text !== null);
