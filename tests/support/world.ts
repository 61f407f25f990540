/**
 * An installation of its own for one file of tests, and the people in it. What they do goes through the schemas of
 * the forms and the same mutations as in the product.
 */
import { createHash, randomBytes } from "node:crypto";
import { redeemStartKey, signUp } from "@/lib/account/mutations";
import { signUpForm, welcomeForm } from "@/lib/account/schema";
import { actorOf, type Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { addEvidence } from "@/lib/evidence/mutations";
import { evidenceDraft } from "@/lib/evidence/schema";
import { verifyChains } from "@/lib/history/verify";
import { changeMembership, createInquiry, editInquiry } from "@/lib/inquiry/mutations";
import { inquiryDraft, inquiryEdit, membershipChange } from "@/lib/inquiry/schema";
import { findInquiry, type InquiryScope } from "@/lib/inquiry/scope";
import type { Outcome } from "@/lib/outcome";
import type { MemberRole, Visibility } from "@/lib/policy";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { freshDatabase } from "./database";

/** Opens an empty installation; from here on the product's code works on it. */
export async function openWorld() {
  const { url, drop } = await freshDatabase();
  process.env.DATABASE_URL = url;
  return {
    url,
    close: async () => {
      await database().$disconnect();
      await drop();
    },
  };
}

/** The value of something that was done; fails with the refusal where it was not. */
export function granted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome)}`);
}

const passwords = "a few plain words";
let accounts = 0;

const addressOf = (person: Person): Promise<string> =>
  database()
    .account.findUniqueOrThrow({ where: { id: person.accountId } })
    .then(({ email }) => email);

/** Somebody new, with an account made by signing up. */
export async function makePerson(name: string): Promise<Person> {
  const email = `person-${++accounts}@example.org`;
  const { accountId } = granted(await signUp(signUpForm.parse({ name, email, password: passwords })));
  return personOf(accountId);
}

/** A one-time key, as the start command would print it. */
export async function makeKey(): Promise<string> {
  const key = randomBytes(24).toString("base64url");
  const keyHash = createHash("sha256").update(key).digest("hex");
  await database().startKey.create({ data: { keyHash } });
  return key;
}

/** The first administrator, by the one-time key. */
export async function makeAdministrator(name: string): Promise<Person> {
  const { accountId } = granted(
    await redeemStartKey(welcomeForm.parse({ key: await makeKey(), name, email: "", password: "" })),
  );
  return personOf(accountId);
}

export async function personOf(accountId: string): Promise<Person> {
  const { analystId } = await database().account.findUniqueOrThrow({ where: { id: accountId } });
  const actor = await actorOf(analystId);
  if (actor.kind === "nobody") throw new Error("this account is closed");
  return actor;
}

/** An inquiry led by somebody, with two hypotheses if nothing else is said. */
export async function makeInquiry(
  lead: Person,
  {
    question = "Who did it?",
    hypotheses = ["The one", "The other"],
    visibility = "private",
    isOpen = false,
  }: {
    question?: string;
    hypotheses?: readonly string[];
    visibility?: Visibility;
    isOpen?: boolean;
  } = {},
): Promise<InquiryScope> {
  const draft = inquiryDraft.parse({ question, hypotheses: hypotheses.join("\n") });
  const { slug } = granted(await createInquiry(lead, draft));
  if (visibility !== "private" || isOpen) {
    const edit = { slug, version: "1", question, visibility, ...(isOpen ? { isOpen: "on" } : {}) };
    granted(await editInquiry(lead, inquiryEdit.parse(edit)));
  }
  return scopeOf(lead, slug);
}

/** The inquiry as it now is for somebody who sees it. */
export async function scopeOf(person: Person, slug: string): Promise<InquiryScope> {
  const scope = await findInquiry(person, slug);
  if (!scope) throw new Error(`${person.name} does not see ${slug}`);
  return scope;
}

export async function enrol(
  lead: Person,
  slug: string,
  person: Person,
  role: MemberRole | "none",
): Promise<void> {
  const change = membershipChange.parse({ slug, email: await addressOf(person), role });
  granted(await changeMembership(lead, change));
}

/** The form of an entry as a browser sends it, with what is named here in place of the usual. */
export const draftEntry = (slug: string, fields: Record<string, unknown> = {}) =>
  evidenceDraft.parse({ slug, statement: "Something was seen.", kind: "report", ...fields });

/** @returns the new entry's id. */
export async function addEntry(
  person: Person,
  slug: string,
  fields: Record<string, unknown> = {},
): Promise<string> {
  return granted(await addEvidence(person, draftEntry(slug, fields))).id;
}

/** The history of a chain as "sequence action subject", the first event first. */
export async function historyOf(chain: string): Promise<string[]> {
  const events = await database().event.findMany({ where: { chain }, orderBy: { sequence: "asc" } });
  return events.map(({ action, subject }) => `${action} ${subject}`);
}

/** What `npm run verify` would say of the whole installation. */
export async function findFaults(url: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const fault of verifyChains(url)) faults.push(fault);
  return faults;
}

/** Somebody with the database's own rights, whom no trigger stops. */
export function tamper(url: string, statement: string): Promise<void> {
  return withConnection(url, async (sql) => {
    await sql.unsafe(`SET session_replication_role = replica; ${statement}`);
  });
}
