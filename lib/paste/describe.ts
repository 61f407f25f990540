import { createHash } from "node:crypto";
import { count, joinWords } from "@/lib/format";
import type { Foreseen, ForeseenLine } from "@/lib/forms";
import type { Row } from "@/lib/rating/row";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { typedSource } from "@/lib/source/typed";
import type { Columns } from "./columns";
import type { Known, Planned } from "./plan";
import type { PasteForm } from "./schema";

/** A plan of some rows, with what it was made against. */
export interface Plan {
  readonly columns: Columns;
  readonly planned: readonly Planned[];
  readonly known: Known;
}

const isSaved = ({ becomes }: Planned): boolean => becomes === "entry" || becomes === "ratings";

/** What saving would do, in a sentence, and row by row. */
export function describePlan(
  plan: Plan,
  stamp: string,
): { preview: string; details: string[]; foreseen: Foreseen } {
  const { columns, planned, known } = plan;
  const many = (becomes: Planned["becomes"]) => planned.filter((row) => row.becomes === becomes).length;
  const saved = planned.filter(isSaved).length;
  const sources = newSources(plan);
  const parts = [
    [many("entry"), count(many("entry"), "new entry", "new entries")],
    [sources.size, count(sources.size, "new source")],
    [
      many("ratings"),
      `your ratings on ${count(many("ratings"), "entry that is there", "entries that are there")}`,
    ],
    [many("nothing"), `${many("nothing")} with nothing new`],
    [many("error"), `${many("error")} that cannot be saved`],
  ] as const;
  const words = parts.flatMap(([number, each]) => (number > 0 ? [each] : []));
  return {
    preview: `${count(planned.length, "row")}: ${joinWords(words)}. Nothing is saved yet.`,
    details: describeColumns(columns),
    foreseen: {
      stamp,
      saveLabel: saved > 0 ? `Save ${count(saved, "row")}` : null,
      lines: planned.map((row) => describeRow(row, known)),
    },
  };
}

/** Marks what was sent, so that what is saved can be told from what was looked at. */
export const stampOf = ({ rows, newKind }: Pick<PasteForm, "rows" | "newKind">): string =>
  createHash("sha256").update(`${newKind} ${rows}`).digest("base64url");

/** The names of sources that the plan makes, by their small letters. */
function newSources({ planned, known }: Plan): Set<string> {
  const typed = planned.flatMap((row) =>
    row.becomes === "entry" ? row.draft.citations.flatMap(({ source, via }) => [source, via]) : [],
  );
  return new Set(
    typed.flatMap((text) => (text === "" || known.sources.has(text) ? [] : [text.toLowerCase()])),
  );
}

/** What was taken for what: where there is no head it was guessed, and what nothing takes is named. */
function describeColumns({ fields, heads, hasHead }: Columns): string[] {
  const passedOver = heads.filter((_, i) => fields[i] === null);
  const taken = fields.flatMap((field, i) => (field === null ? [] : [`${heads[i]} is ${nameOf(field)}`]));
  return [
    ...(hasHead ? [] : [`There is no head, so this is guessed: ${joinWords(taken)}.`]),
    ...(passedOver.length > 0 ? [`Passed over: ${joinWords(passedOver)}.`] : []),
  ];
}

const fieldNames: Readonly<Record<string, string>> = {
  entry: "the number",
  statement: "the statement",
  occurredOn: "the date",
  kind: "the kind",
  "citations.0.source": "the source",
  "citations.0.url": "the link",
};
const nameOf = (field: string): string => fieldNames[field] ?? (field.split(".")[1] || field);

function describeRow(planned: Planned, known: Known): ForeseenLine {
  const { row, statement, notes } = planned;
  const at = `Row ${row}`;
  switch (planned.becomes) {
    case "entry": {
      const { draft } = planned;
      const said = [...describeSources(planned, known), describeCodes(draft)].filter((part) => part !== "");
      const tone = notes.length > 0 ? "warning" : "good";
      return { at, tone, verdict: "New entry", text: statement, notes: [...said, ...notes] };
    }
    case "ratings": {
      const { sent } = planned;
      const changes = describeCodes(sent, known.ownOf(sent.id));
      const tone = notes.length > 0 ? "warning" : "good";
      return { at, tone, verdict: `Your ratings on ${sent.id}`, text: statement, notes: [changes, ...notes] };
    }
    case "nothing":
      return { at, tone: "info", verdict: `${planned.id} stands already`, text: statement, notes };
    case "error":
      return { at, tone: "danger", verdict: "Cannot be saved", text: statement, notes: planned.errors };
  }
}

function describeSources(planned: Extract<Planned, { becomes: "entry" }>, { sources }: Known): string[] {
  const hand = (text: string, kind: string | null) => {
    const found = sources.get(text);
    if (found) return typedSource(found);
    const label = SOURCE_KINDS.find(({ code }) => code === kind)?.label.toLowerCase();
    return `new source “${text}” (${label})`;
  };
  return planned.draft.citations.map(({ source, sourceKind, via, viaKind }) =>
    via === "" ? hand(source, sourceKind) : `${hand(source, sourceKind)} via ${hand(via, viaKind)}`,
  );
}

/** Codes in short, each with the one before it where there was one. */
function describeCodes(
  given: {
    readonly consistency: Readonly<Record<string, string | null>>;
    readonly credibility: number | null;
    readonly relevance: string | null;
  },
  own?: Row,
): string {
  const change = (name: string, before: string | number | null | undefined, code: string | number | null) => {
    if (code === null || code === before) return [];
    return [before ? `${name} ${before} → ${code}` : `${name} ${code}`];
  };
  return [
    ...Object.entries(given.consistency).flatMap(([id, code]) => change(id, own?.consistency[id], code)),
    ...change("credibility", own?.credibility, given.credibility),
    ...change("relevance", own?.relevance, given.relevance),
  ].join(", ");
}
