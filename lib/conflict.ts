import "server-only";
import { analystNames } from "./analyst/queries";
import type { Transaction } from "./db/client";
import type { ConflictField, FormValues } from "./forms";

/** A field of something two people may edit, as its form has it. */
export interface ComparedField<Content> {
  readonly name: string;
  readonly label: string;
  readonly of: (content: Content) => string | null;
  /** What it takes to fill the field, where that is not one control of its name. */
  readonly fill?: (content: Content) => FormValues;
}

/** Something that somebody edits over a version that stands no more. */
export interface Contest<Content> {
  readonly chain: string;
  readonly subject: string;
  /** What an edit of it is called in the history; to withdraw it and the like raises its version as well. */
  readonly edited: `${string}.${string}`;
  /** The version that was edited; null where versions do not count the changes. */
  readonly opened: number | null;
  readonly version: number;
  /** What stands in the database, as an edit writes it into the history. */
  readonly theirs: Content;
  /** What was sent. */
  readonly yours: Content;
  readonly fields: readonly ComparedField<Content>[];
}

/**
 * The refusal that tells the second of two writers who was first, and where they differ. A field that the second left as
 * they found it is the first's, and goes into their form: they never meant to set it back.
 */
export async function conflict<Content>(tx: Transaction, contest: Contest<Content>) {
  const { version, theirs, yours, fields } = contest;
  const { last, found } = await changesSince(tx, contest);
  const names = await analystNames(last?.actorId ? [last.actorId] : [], tx);
  const differing = fields.filter(({ of }) => (of(theirs) ?? "") !== (of(yours) ?? ""));
  const isUntouched = ({ of }: ComparedField<Content>) =>
    found !== null && (of(found) ?? "") === (of(yours) ?? "");
  return {
    ok: false,
    reason: "conflict",
    conflict: {
      by: names.get(last?.actorId ?? "") ?? null,
      at: (last?.at ?? new Date()).toISOString(),
      version,
      fields: differing
        .filter((field) => !isUntouched(field))
        .map(
          ({ name, label, of }): ConflictField => ({
            name,
            label,
            theirs: of(theirs) ?? "",
            yours: of(yours) ?? "",
          }),
        ),
      adopted: differing.filter(isUntouched).map(({ name, label, of, fill }) => ({
        label,
        values: fill ? fill(theirs) : { [name]: of(theirs) ?? "" },
      })),
    },
  } as const;
}

/**
 * The last change since the version that was edited, and what that version held: what stands now with everything set
 * back that the changes since say they found; null where none is known.
 */
async function changesSince<Content>(
  tx: Transaction,
  { chain, subject, edited, opened, version, theirs }: Contest<Content>,
) {
  const noun = edited.split(".")[0];
  const since = opened === null ? 0 : version - opened;
  const changes = await tx.event.findMany({
    where: {
      chain,
      subject,
      action: {
        in: [
          edited,
          ...["withdrawn", "restored", "taken-back", "unrelated", "merged", "parted"].map(
            (verb) => `${noun}.${verb}`,
          ),
        ],
      },
    },
    orderBy: { sequence: "desc" },
    take: Math.max(1, since),
  });
  const contents = await tx.eventContent.findMany({
    where: { chain, sequence: { in: since > 0 ? changes.map(({ sequence }) => sequence) : [] } },
    orderBy: { sequence: "desc" },
    select: { before: true },
  });
  const befores = contents.flatMap(({ before }) => (isRecord(before) ? [before] : []));
  const found = befores.length === 0 ? null : (Object.assign({}, theirs, ...befores) as Content);
  return { last: changes[0] ?? null, found };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
