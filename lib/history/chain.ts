import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";

/** The chain of accounts, sources and links between sources; every inquiry has one of its own. */
export const installationChain = "installation";

/** What an event says. Everything is plain JSON. */
export interface EventContent {
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
}

/** One link of a chain, without its own hash. */
export interface EventLink {
  readonly chain: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly contentHash: string;
  readonly previousHash: string;
}

export const newSalt = (): string => randomBytes(32).toString("hex");

/** SHA-256, in hex, of the salt and the content as canonical JSON (RFC 8785). */
export function hashContent(salt: string, content: EventContent): string {
  return sha256({
    salt,
    before: content.before ?? null,
    after: content.after ?? null,
    reason: content.reason,
  });
}

/** SHA-256, in hex, of a link as canonical JSON (RFC 8785); it covers the hash of the link before. */
export function hashLink(link: EventLink): string {
  return sha256({
    chain: link.chain,
    sequence: link.sequence,
    at: link.at.toISOString(),
    actorId: link.actorId,
    action: link.action,
    subject: link.subject,
    contentHash: link.contentHash,
    previousHash: link.previousHash,
  });
}

function sha256(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("an event's content must be plain JSON");
  return createHash("sha256").update(text).digest("hex");
}
