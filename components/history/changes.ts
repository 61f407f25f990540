import { CREDIBILITY, EVIDENCE_KINDS, LEXICONS, RELEVANCE } from "@/lib/analysis/scales";
import { NOTICED_BY } from "@/lib/discrepancy/schema";
import { formatEdtf } from "@/lib/format";
import { MEMBER_ROLES, VISIBILITIES } from "@/lib/inquiry/visibility";

/** One field of an event, as words. Null: there was, or is, nothing. */
export interface FieldChange {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is different between the two sides of an event, field by field. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label): FieldChange[] => {
    const from = was.get(label) ?? null;
    const to = is.get(label) ?? null;
    return from === to ? [] : [{ label, from, to }];
  });
}

/** One text of an event's side, as it stands there. */
export function textOf(side: unknown, name: string): string | null {
  const value = isRecord(side) ? side[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

type Plain = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What fields are called, in the order in which they are told: the database keeps none. */
const labels: Readonly<Record<string, string>> = {
  question: "Question",
  summary: "Summary",
  statement: "Statement",
  kind: "Kind",
  occurredOn: "When",
  places: "Where",
  note: "Note",
  merged: "Merged into it",
  copied: "Ratings",
  credibility: "Credibility",
  relevance: "Relevance",
  gradeReason: "Reason of both grades",
  reliability: "Reliability",
  consistency: "Fit",
  reason: "Reason",
  assertedById: "Asserted by",
  assertedViaId: "Through",
  assertedOn: "Asserted on",
  about: "What it is about",
  place: "Where",
  says: "It says",
  against: "Against it stands",
  isOurs: "Noticed by the analysts",
  noticedBy: "Who noticed",
  noticedByName: "Who that was",
  claimId: "Claim that it reports",
  shortName: "Short name",
  origin: "Put forward by",
  ratingsNote: "Note on the ratings",
  visibility: "Who can see it",
  isOpen: "Open to contributions",
  hypotheses: "Hypotheses",
  evidence: "Entries",
  claims: "Claims",
  ratings: "Ratings",
  analysts: "Analysts",
  lead: "Lead",
  role: "Role",
  citations: "Citations",
  appearances: "Appearances",
  step: "Step",
  doubt: "Doubt",
  unrated: "Weight of what nobody judged",
  lexicon: "Words for likelihood",
  isBlind: "Blind rating",
  since: "Since",
  until: "Until",
};

const rank = ([name]: readonly [string, unknown]): number => Object.keys(labels).indexOf(name);

/** Fields that hold one value for each hypothesis. */
const labelsByHypothesis: Readonly<Record<string, (id: string) => string>> = {
  consistency: (id) => `Fit with ${id}`,
  reasons: (id) => `Reason for ${id}`,
  prior: (id) => `Prior weight of ${id}`,
  probability: (id) => `Probability of ${id}, of 100`,
};

function fieldsOf(side: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  const put = (label: string, text: string | null) => {
    if (text !== null && text !== "") fields.set(label, text);
  };
  const told = Object.entries(isRecord(side) ? side : {}).sort((a, b) => rank(a) - rank(b));
  for (const [name, value] of told) {
    if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) {
        put(labelsByHypothesis[name]?.(key) ?? `${labelOf(name)} ${key}`, words(name, inner));
      }
    } else if ((name === "citations" || name === "appearances") && Array.isArray(value)) {
      const noun = name === "citations" ? "Citation" : "Appearance";
      for (const line of value.filter(isRecord)) put(`${noun} ${line.id}`, citationWords(line));
    } else {
      put(labelOf(name), words(name, value));
    }
  }
  return fields;
}

const labelOf = (name: string): string => labels[name] ?? name;

function words(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(String).join("\n");
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  switch (name) {
    case "kind":
      return labelIn(EVIDENCE_KINDS, text);
    case "relevance":
      return labelIn(RELEVANCE, text);
    case "visibility":
      return labelIn(VISIBILITIES, text);
    case "role":
      return labelIn(MEMBER_ROLES, text);
    case "lexicon":
      return labelIn(LEXICONS, text);
    case "credibility":
      return `${text}, ${labelIn(CREDIBILITY, text).toLowerCase()}`;
    case "noticedBy":
      return labelIn(NOTICED_BY, text);
    case "occurredOn":
    case "assertedOn":
    case "since":
    case "until":
      return formatEdtf(text);
    default:
      return text;
  }
}

const labelIn = (
  scale: readonly { readonly code: string | number; readonly label: string }[],
  code: string,
): string => scale.find((step) => String(step.code) === code)?.label ?? code;

function citationWords(citation: Plain): string {
  const text = (name: string) => textOf(citation, name) ?? "";
  const dated = (name: string, word: string) =>
    text(name) === "" ? "" : `${word} ${formatEdtf(text(name))}`;
  return [
    text("viaId") === "" ? text("sourceId") : `${text("sourceId")} via ${text("viaId")}`,
    text("locator"),
    text("quote") === "" ? "" : `“${text("quote")}”`,
    text("url"),
    dated("publishedOn", "published"),
    dated("appearedOn", "appeared"),
    dated("accessedOn", "looked up"),
    text("archivedAt") === "" ? "" : `archived at ${text("archivedAt")}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
