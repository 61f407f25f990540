import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { hashContent, hashLink, installationChain, newSalt } from "./chain";

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
 * Appends one event to a chain, inside the caller's transaction. The head of the chain is locked from here to the
 * end of the transaction, so this is the last thing a write does; parallel writers queue, and no gap or fork can
 * arise. Where a write touches several chains, use {@link recordInChains}, which locks them in one order.
 *
 * @returns the event's sequence in its chain.
 */
export async function record(
  tx: Transaction,
  chain: string,
  actorId: string | null,
  change: Change,
): Promise<number> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT "sequence", "hash" FROM "chain_head" WHERE "chain" = ${chain} FOR UPDATE`;
  if (!head) throw new Error(`chain ${chain} has no head`);
  const content = {
    before: change.before ?? null,
    after: change.after ?? null,
    reason: change.reason ?? "",
  };
  const salt = newSalt();
  const link = {
    chain,
    sequence: head.sequence + 1,
    at: new Date(),
    actorId,
    action: change.action,
    subject: change.subject,
    contentHash: hashContent(salt, content),
    previousHash: head.hash,
  };
  const hash = hashLink(link);
  await tx.event.create({ data: { ...link, hash } });
  await tx.eventContent.create({
    data: {
      chain,
      sequence: link.sequence,
      salt,
      before: content.before === null ? Prisma.DbNull : (content.before as Prisma.InputJsonValue),
      after: content.after === null ? Prisma.DbNull : (content.after as Prisma.InputJsonValue),
      reason: content.reason,
    },
  });
  await tx.chainHead.update({ where: { chain }, data: { sequence: link.sequence, hash } });
  return link.sequence;
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

/**
 * Gives out the next number of a kind in an inquiry: H1, H2 …, never reused. Locks the head of the chain.
 *
 * @returns the number and the id made of it.
 */
export async function nextId(
  tx: Transaction,
  inquiryId: string,
  kind: keyof typeof prefixes,
): Promise<{ ordinal: number; id: string }> {
  const head = await tx.chainHead.update({ where: { chain: inquiryId }, data: { [kind]: { increment: 1 } } });
  return { ordinal: head[kind], id: `${prefixes[kind]}${head[kind]}` };
}

/** Gives out the next number of a source: S1, S2 … over the installation. */
export async function nextSourceId(tx: Transaction): Promise<{ ordinal: number; id: string }> {
  const head = await tx.chainHead.update({
    where: { chain: installationChain },
    data: { sources: { increment: 1 } },
  });
  return { ordinal: head.sources, id: `S${head.sources}` };
}
