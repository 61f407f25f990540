import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import {
  type EventContent,
  type EventLink,
  hashContent,
  hashLink,
  installationChain,
  newSalt,
} from "./chain";

/** Something that was done, as one event. */
export interface Change {
  /** noun.verb */
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

interface Head {
  sequence: number;
  hash: string;
}

/**
 * Appends events to a chain in their order, inside the caller's transaction, with as many queries for many as for one.
 * The head of the chain is locked from here to the end of the transaction, so this is the last thing a write does;
 * parallel writers queue, and no gap or fork can arise. Where a write touches several chains, use
 * {@link recordInChains}, which locks them in one order.
 *
 * @returns the last event's sequence in its chain.
 */
export async function recordAll(
  tx: Transaction,
  chain: string,
  actorId: string | null,
  changes: readonly Change[],
): Promise<number> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT "sequence", "hash" FROM "chain_head" WHERE "chain" = ${chain} FOR UPDATE`;
  if (!head) throw new Error(`chain ${chain} has no head`);
  const at = new Date();
  let { sequence, hash } = head;
  const events: (EventLink & { hash: string })[] = [];
  const contents: (EventContent & { sequence: number; salt: string })[] = [];
  for (const change of changes) {
    const content = {
      before: change.before ?? null,
      after: change.after ?? null,
      reason: change.reason ?? "",
    };
    const salt = newSalt();
    const link = {
      chain,
      sequence: ++sequence,
      at,
      actorId,
      action: change.action,
      subject: change.subject,
      contentHash: hashContent(salt, content),
      previousHash: hash,
    };
    hash = hashLink(link);
    events.push({ ...link, hash });
    contents.push({ ...content, sequence, salt });
  }
  await tx.event.createMany({ data: events });
  await tx.eventContent.createMany({
    data: contents.map(({ before, after, ...content }) => ({
      ...content,
      chain,
      before: before === null ? Prisma.DbNull : (before as Prisma.InputJsonValue),
      after: after === null ? Prisma.DbNull : (after as Prisma.InputJsonValue),
    })),
  });
  await tx.chainHead.update({ where: { chain }, data: { sequence, hash } });
  return sequence;
}

/** Appends one event to a chain, as {@link recordAll} does. */
export function record(
  tx: Transaction,
  chain: string,
  actorId: string | null,
  change: Change,
): Promise<number> {
  return recordAll(tx, chain, actorId, [change]);
}

/** Appends one event to each of several chains, locking their heads in one order (the installation's first). */
export async function recordInChains(
  tx: Transaction,
  actorId: string | null,
  changes: readonly { readonly chain: string; readonly change: Change }[],
): Promise<void> {
  const rank = (chain: string) => (chain === installationChain ? "" : chain);
  const ordered = [...changes].sort((a, b) => (rank(a.chain) < rank(b.chain) ? -1 : 1));
  for (const { chain, change } of ordered) await record(tx, chain, actorId, change);
}

/**
 * Takes the installation's head before an inquiry's, for a write that needs an inquiry's first: two that took them the
 * other way round would wait for each other.
 */
export async function lockInstallation(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "chain_head" WHERE "chain" = ${installationChain} FOR UPDATE`;
}

/** Opens the chain of a new inquiry (or the installation's, once). */
export async function openChain(tx: Transaction, chain: string): Promise<void> {
  await tx.chainHead.createMany({ data: [{ chain }], skipDuplicates: true });
}

const prefixes = { hypotheses: "H", evidence: "E", claims: "C" } as const;

interface Numbered {
  readonly ordinal: number;
  readonly id: string;
}

/** `many` numbers up to the last one given out, each with the id made of it. */
const upTo = (last: number, many: number, prefix: string): Numbered[] =>
  Array.from({ length: many }, (_, i) => {
    const ordinal = last - many + 1 + i;
    return { ordinal, id: `${prefix}${ordinal}` };
  });

/** Gives out the next numbers of a kind in an inquiry: H1, H2 …, never reused. Locks the head of the chain. */
export async function nextIds(
  tx: Transaction,
  inquiryId: string,
  kind: keyof typeof prefixes,
  many: number,
): Promise<Numbered[]> {
  const head = await tx.chainHead.update({
    where: { chain: inquiryId },
    data: { [kind]: { increment: many } },
  });
  return upTo(head[kind], many, prefixes[kind]);
}

/** Gives out the next number of a kind, as {@link nextIds} does. */
export async function nextId(
  tx: Transaction,
  inquiryId: string,
  kind: keyof typeof prefixes,
): Promise<Numbered> {
  const [given] = await nextIds(tx, inquiryId, kind, 1);
  if (!given) throw new Error("no number was given out");
  return given;
}

/** Gives out the next numbers of sources: S1, S2 … over the installation. */
export async function nextSourceIds(tx: Transaction, many: number): Promise<Numbered[]> {
  const head = await tx.chainHead.update({
    where: { chain: installationChain },
    data: { sources: { increment: many } },
  });
  return upTo(head.sources, many, "S");
}
