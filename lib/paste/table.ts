import { CsvError, parse } from "csv-parse/sync";
import { unguardText } from "@/lib/interchange/formula-guard";

/** One row of what was pasted, with its number in the spreadsheet, the first being 1. */
export interface PastedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export type PastedTable =
  | { readonly ok: true; readonly rows: readonly PastedRow[] }
  | { readonly ok: false; readonly message: string };

/** Read no further: what has more rows than may be pasted is turned away whatever follows. */
const mostRead = 2_000;

/**
 * The rows and cells of a text as a spreadsheet puts it on the clipboard (tabs between cells, quotes round those that
 * hold tabs or line breaks) or writes it into a file (commas or semicolons). Formulas that our own files defused are
 * texts again; rows without a word are passed over, and keep their numbers.
 *
 * @param isHead Whether the cells of a first row name columns.
 */
export function readTable(text: string, isHead: (cells: readonly string[]) => boolean): PastedTable {
  const plain = text.replace(/^\uFEFF/, "").replace(/(\r?\n)+$/, "");
  const [headed] = ["\t", ";", ","].filter((sign) => {
    const cells = firstCells(plain, sign);
    return cells.length > 1 && isHead(cells);
  });
  // Tabs may stand within the cells of a file whose head has other signs between them.
  if (headed === "\t" || (!headed && plain.includes("\t"))) {
    const quoted = split(plain, "\t", true);
    // Quotes that close nowhere are words: spreadsheets copy them as they stand in the cell.
    return quoted.ok ? quoted : split(plain, "\t", false);
  }
  if (headed) return split(plain, headed, true);
  const even = [";", ","].map((sign) => split(plain, sign, true)).find(isEven);
  return even ?? split(plain, "\t", false);
}

const firstCells = (text: string, sign: string): string[] =>
  (text.split("\n", 1)[0] ?? "").split(sign).map((cell) => cell.trim().replace(/^"|"$/g, ""));

/** Commas stand in sentences as well: without a head they part cells where they make as many of each row. */
function isEven(table: PastedTable): boolean {
  if (!table.ok || table.rows.length < 2) return false;
  const [first] = table.rows;
  const width = first?.cells.length ?? 0;
  return width > 1 && table.rows.every(({ cells }) => cells.length === width);
}

function split(text: string, delimiter: string, hasQuotes: boolean): PastedTable {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      quote: hasQuotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      to: mostRead,
    });
    const rows = records.map((cells, i) => ({
      row: i + 1,
      cells: cells.map((cell) => unguardText(cell.replaceAll("\r\n", "\n").trim())),
    }));
    return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      ok: false,
      message: "A quotation mark is opened and closed nowhere. Close it, or take it away.",
    };
  }
}
