import { citationFaults } from "@/lib/evidence/citation-faults";
import { type EvidenceDraft, evidenceDraft, rowRating } from "@/lib/evidence/schema";
import { fieldErrors } from "@/lib/fields";
import type { Row, SentRow } from "@/lib/rating/row";
import { Likeness } from "@/lib/repeat/likeness";
import type { SourceKind } from "@/lib/source/kinds";
import { typedName, typedNumber } from "@/lib/source/typed";
import { readCells } from "./cells";
import type { Columns } from "./columns";
import type { PastedRow } from "./table";

/** An entry that is there. */
export interface KnownEntry {
  readonly id: string;
  readonly statement: string;
  readonly isWithdrawn: boolean;
}

/** What the plan is made against. */
export interface Known {
  readonly slug: string;
  readonly entries: readonly KnownEntry[];
  /** What was typed for a source, and the source that it means. */
  readonly sources: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** What whoever pastes has given an entry before. */
  readonly ownOf: (evidenceId: string) => Row;
  /** What kind of source a new one is, where the row does not say. */
  readonly newKind: SourceKind;
}

/** What one row becomes. */
export type Planned = {
  readonly row: number;
  readonly statement: string;
  readonly notes: readonly string[];
} & (
  | { readonly becomes: "entry"; readonly draft: EvidenceDraft }
  | { readonly becomes: "ratings"; readonly sent: SentRow }
  | { readonly becomes: "nothing"; readonly id: string }
  | { readonly becomes: "error"; readonly errors: readonly string[] }
);

/** A row, read as far as can be without looking elsewhere. */
export interface ReadRow {
  readonly row: number;
  /** Texts and codes by the path of their field; empty ones are left out. */
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly string[];
  /** The entry that is there and which the row is about. */
  readonly target: KnownEntry | null;
}

/** Reads the cells of each row, and finds the entry it is about: by its statement, to the letter, else by its number. */
export function readRows(
  rows: readonly PastedRow[],
  columns: Columns,
  entries: readonly KnownEntry[],
): ReadRow[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // Where two say the same, the one that counts is meant, and of those the first.
  const inOrder = entries.toReversed().sort((a, b) => Number(b.isWithdrawn) - Number(a.isWithdrawn));
  const byStatement = new Map(inOrder.map((entry) => [entry.statement, entry]));
  return (columns.hasHead ? rows.slice(1) : rows).map(({ row, cells }) => {
    const { values, errors } = readCells(cells, columns);
    const statement = values.get("statement");
    const number = values.get("entry")?.toUpperCase() ?? "";
    const target = (statement && byStatement.get(statement)) || byId.get(number) || null;
    return { row, values, errors, target };
  });
}

/** What each row becomes. Nothing is asked for here, so that the preview and the saving plan alike. */
export function planRows(rows: readonly ReadRow[], known: Known): Planned[] {
  const likeness = new Likeness(known.entries.map(({ id, statement }) => ({ where: id, text: statement })));
  /** By entry or by statement, the row that is about it. */
  const taken = new Map<string, number>();
  return rows.map((read): Planned => {
    const { row, values, target } = read;
    const statement = values.get("statement") ?? target?.statement ?? "";
    const planned = target ? planRatings(read, target, known) : planEntry(read, known, likeness);
    const subject = target?.id ?? `new: ${statement}`;
    const before = taken.get(subject);
    if (before !== undefined && planned.becomes !== "error")
      return {
        row,
        statement,
        notes: [],
        becomes: "error",
        errors: [`Row ${before} is about the same already.`],
      };
    if (planned.becomes !== "error") taken.set(subject, row);
    if (planned.becomes === "entry") likeness.add({ where: `row ${row}`, text: statement });
    return planned;
  });
}

function planRatings({ row, values, errors }: ReadRow, target: KnownEntry, known: Known): Planned {
  const { id, isWithdrawn } = target;
  const statement = values.get("statement") ?? target.statement;
  const isOther = statement !== target.statement;
  if (isOther || errors.length > 0) {
    const other = `${id} says something else here. A paste changes no statement: edit ${id} on its page, or leave the number away to add this as a new entry.`;
    return { row, statement, notes: [], becomes: "error", errors: isOther ? [other, ...errors] : errors };
  }
  const { consistency, credibility, relevance } = formOf(values, known.newKind);
  const given = rowRating.parse({ slug: known.slug, id, consistency, credibility, relevance });
  const own = known.ownOf(id);
  const sent = mergeRow(id, own, given);
  const isSame =
    Object.keys(sent.consistency).length === 0 &&
    sent.credibility === own.credibility &&
    sent.relevance === own.relevance;
  const notes = isWithdrawn ? [`${id} is withdrawn, and stays so.`] : [];
  return isSame
    ? { row, statement, notes, becomes: "nothing", id }
    : { row, statement, notes, becomes: "ratings", sent };
}

/** One's row as it will be: what is given and differs, over what stands. Empty cells take nothing back. */
export function mergeRow(
  id: string,
  own: Row,
  given: Pick<EvidenceDraft, "consistency" | "credibility" | "relevance">,
): SentRow {
  const cells = Object.entries(given.consistency).filter(
    ([hypothesis, code]) => code !== null && code !== own.consistency[hypothesis],
  );
  return {
    id,
    consistency: Object.fromEntries(cells),
    reasons: own.reasons,
    credibility: given.credibility ?? own.credibility,
    relevance: given.relevance ?? own.relevance,
    gradeReason: own.gradeReason,
  };
}

function planEntry({ row, values, errors }: ReadRow, known: Known, likeness: Likeness): Planned {
  const statement = values.get("statement") ?? "";
  const fail = (sentences: readonly string[]): Planned => ({
    row,
    statement,
    notes: [],
    becomes: "error",
    errors: sentences,
  });
  const number = values.get("entry");
  if (statement === "")
    return fail([
      number ? `There is no entry ${number} here.` : "It has neither a statement nor the number of an entry.",
      ...errors,
    ]);
  const form = evidenceDraft.safeParse({ ...formOf(values, known.newKind), slug: known.slug });
  if (!form.success) return fail([...errors, ...Object.values(fieldErrors(form.error))]);
  const draft = form.data;
  const faults = [...errors, ...sourceFaults(draft, known)];
  if (faults.length > 0) return fail(faults);
  const like = likeness.nearest(statement);
  const notes = [
    ...(number ? [`There is no ${number} here: it gets the next number.`] : []),
    ...(like ? [`Much like ${like.where}: “${like.text}”`] : []),
  ];
  return { row, statement, notes, becomes: "entry", draft };
}

/** What is wrong with the sources of an entry. */
function sourceFaults({ citations }: EvidenceDraft, { sources }: Known): string[] {
  const ids = new Map([...sources].map(([text, { id }]) => [text, id]));
  const faults = Object.values(citationFaults(citations, ids));
  for (const text of citations.flatMap(({ source, via }) => [source, via])) {
    const number = typedNumber(text);
    if (number === undefined) continue;
    const found = sources.get(text);
    const name = typedName(text);
    if (!found) faults.push(`There is no source ${number}, or it is withdrawn.`);
    else if (name !== undefined && name !== found.name)
      faults.push(
        `${number} is “${found.name}” here. Give the name alone for a new source, or the number alone.`,
      );
  }
  return faults;
}

/** What is typed for sources anywhere in some rows. */
export function typedSources(rows: readonly ReadRow[]): string[] {
  const typed = rows.flatMap(({ values }) =>
    [...values].flatMap(([field, text]) => (/^citations\.\d+\.(source|via)$/.test(field) ? [text] : [])),
  );
  return [...new Set(typed)];
}

/** The values as the form of an entry holds them; whatever source is new is of the kind that was said for all. */
function formOf(values: ReadonlyMap<string, string>, newKind: SourceKind): Record<string, unknown> {
  const fields: Record<string, string> = { kind: "report" };
  const consistency: Record<string, string> = {};
  const citations: Record<string, string>[] = [];
  for (const [field, value] of values) {
    const [name = "", key = "", part = ""] = field.split(".");
    if (name === "consistency") consistency[key] = value;
    else if (name === "citations")
      citations[Number(key)] = {
        sourceKind: newKind,
        viaKind: newKind,
        ...citations[Number(key)],
        [part]: value,
      };
    else fields[name] = value;
  }
  return { ...fields, consistency, citations: Array.from(citations, (citation) => citation ?? {}) };
}
