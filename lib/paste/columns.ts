import { SCALES } from "./codes";
import type { PastedRow } from "./table";

/** A hypothesis that a column can be of. */
export interface Hypothesis {
  readonly id: string;
  readonly shortName: string;
}

/**
 * What each column holds, as the path of a field in the form of an entry, or `entry` for its number; null where
 * nothing here takes it.
 */
export interface Columns {
  readonly fields: readonly (string | null)[];
  /** What each column is called, for sentences. */
  readonly heads: readonly string[];
  readonly hasHead: boolean;
}

const fieldNames: readonly (readonly [field: string, ...names: string[]])[] = [
  ["entry", "entry", "id", "no", "no.", "nr", "number", "entry id", "entry number"],
  ["statement", "statement", "evidence", "text", "what"],
  ["kind", "kind", "type"],
  ["occurredOn", "date", "when", "when it happened", "occurred", "occurred on"],
  ["places", "places", "place", "where", "location"],
  ["note", "note", "notes", "comment", "comments", "remark", "remarks"],
  ["credibility", "credibility"],
  ["relevance", "relevance"],
];

const citationNames: readonly (readonly [field: string, ...names: string[]])[] = [
  ["source", "source", "source that asserts it"],
  ["sourceKind", "source kind", "kind of source"],
  ["via", "via", "through", "relay"],
  ["viaKind", "via kind", "kind of via"],
  ["locator", "locator", "place in it", "page"],
  ["url", "url", "link", "address"],
  ["quote", "quote", "quotation"],
  ["publishedOn", "published", "published on"],
  ["accessedOn", "accessed", "accessed on"],
  ["archivedAt", "archived", "archived copy"],
];

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/** The field that a column's head names; "source 2" is the source of a second citation. */
function fieldOf(head: string, hypotheses: readonly Hypothesis[]): string | null {
  const name = plain(head);
  if (name === "") return null;
  const hypothesis = hypotheses.find(({ id, shortName }) =>
    [id, shortName, `${id} · ${shortName}`, `${id} ${shortName}`, `${id}: ${shortName}`].some(
      (each) => plain(each) === name,
    ),
  );
  const known = fieldNames.find(([, ...names]) => names.includes(name));
  if (known) return known[0];
  const [, base = "", place = "1"] = /^(.*?)(?: (\d{1,2}))?$/.exec(name) ?? [];
  const cited = citationNames.find(([, ...names]) => names.includes(base));
  if (cited && Number(place) > 0) return `citations.${Number(place) - 1}.${cited[0]}`;
  return hypothesis ? `consistency.${hypothesis.id}` : null;
}

/** Whether the cells of a first row name columns: without a statement or a number nothing could come of the others. */
export const isHead =
  (hypotheses: readonly Hypothesis[]) =>
  (cells: readonly string[]): boolean =>
    cells.some((cell) => ["entry", "statement"].includes(fieldOf(cell, hypotheses) ?? ""));

/** What the columns hold: by their heads, or without heads by what stands in them. A field that comes twice counts once. */
export function findColumns(rows: readonly PastedRow[], hypotheses: readonly Hypothesis[]): Columns {
  const first = rows[0]?.cells ?? [];
  const hasHead = isHead(hypotheses)(first);
  const found = hasHead ? first.map((head) => fieldOf(head, hypotheses)) : guessColumns(rows, hypotheses);
  const fields = found.map((field, i) => (found.indexOf(field) === i ? field : null));
  return {
    fields,
    heads: fields.map((_, i) => (hasHead && first[i]) || `column ${i + 1}`),
    hasHead,
  };
}

const year = /^-?\d{4}(-\d{2}){0,2}([~?%]|\/.*)?$/;

/**
 * Without heads: numbers of entries, codes (where there are as many such columns as hypotheses), dates, kinds and
 * links show themselves; of the others the first is the statement and the second its source.
 */
function guessColumns(rows: readonly PastedRow[], hypotheses: readonly Hypothesis[]): (string | null)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, i) =>
    rows.map(({ cells }) => cells[i] ?? "").filter((cell) => cell !== ""),
  );
  const isEach = (cells: readonly string[], test: (cell: string) => boolean) =>
    cells.length > 0 && cells.every(test);
  const coded = columns.flatMap((cells, i) =>
    isEach(cells, (cell) => SCALES.consistency.read(cell) !== null) ? [i] : [],
  );
  const rated = new Map(
    coded.length === hypotheses.length ? coded.map((column, i) => [column, hypotheses[i]?.id]) : [],
  );
  const texts = ["statement", "citations.0.source"];
  return columns.map((cells, i) => {
    const hypothesis = rated.get(i);
    if (hypothesis) return `consistency.${hypothesis}`;
    if (cells.length === 0 || coded.includes(i)) return null;
    if (isEach(cells, (cell) => /^E\d{1,7}$/i.test(cell))) return "entry";
    if (isEach(cells, (cell) => year.test(cell))) return "occurredOn";
    if (isEach(cells, (cell) => SCALES.kind.read(cell) !== null)) return "kind";
    if (isEach(cells, (cell) => /^https?:\/\/\S+$/i.test(cell))) return "citations.0.url";
    return texts.shift() ?? null;
  });
}
