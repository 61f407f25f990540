import { isBlank, SCALES } from "./codes";
import type { Columns } from "./columns";

/** The scale whose codes a field holds; null where it holds a text. */
function scaleOf(field: string): keyof typeof SCALES | null {
  if (field.startsWith("consistency.")) return "consistency";
  if (/^citations\.\d+\.(source|via)Kind$/.test(field)) return "sourceKind";
  return field === "credibility" || field === "relevance" || field === "kind" ? field : null;
}

/** What the cells of a row say, by field, with every code as the forms have it; and a sentence for each that is none. */
export function readCells(
  cells: readonly string[],
  { fields, heads }: Columns,
): { values: ReadonlyMap<string, string>; errors: readonly string[] } {
  const values = new Map<string, string>();
  const errors: string[] = [];
  fields.forEach((field, i) => {
    const text = (cells[i] ?? "").normalize("NFC");
    if (field === null || text === "") return;
    const scale = scaleOf(field);
    if (!scale) values.set(field, text);
    else if (!isBlank(text)) {
      const code = SCALES[scale].read(text);
      if (code === null)
        errors.push(`“${shortened(text)}” under ${heads[i]} is not one of: ${SCALES[scale].says}.`);
      else values.set(field, code);
    }
  });
  return { values, errors };
}

const shortened = (text: string): string => (text.length > 40 ? `${[...text].slice(0, 40).join("")}…` : text);
