import "server-only";
import { createHash } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Person } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { readSettings } from "@/lib/env";
import { installationChain } from "@/lib/history/chain";
import { lockInstallation, openChain, record } from "@/lib/history/record";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { installationPolicy } from "@/lib/policy";
import type { AccountChange, AccountEdit, SignUp, Welcome } from "./schema";

const emailTaken = invalid({ email: "There is an account with this address already. Sign in instead." });

/** A new account with its analyst. Never an administrator. */
export async function signUp(given: SignUp): Promise<Outcome<{ accountId: string }>> {
  if (readSettings(process.env).signup === "closed") return forbidden;
  const password = await hashPassword(given.password);
  return write(async (tx) => {
    if (await tx.account.count({ where: { email: given.email } })) return emailTaken;
    const account = await makeAccount(tx, {
      name: given.name,
      email: given.email,
      password,
      isAdministrator: false,
    });
    return done({ accountId: account.id });
  });
}

const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Whether a one-time key is good, and whether its holder will be the first administrator. A look spends nothing. */
export async function inspectStartKey(key: string): Promise<{ isFirst: boolean } | null> {
  const found = await database().startKey.findFirst({ where: { keyHash: hashKey(key), spentAt: null } });
  if (!found) return null;
  return {
    isFirst: (await database().account.count({ where: { isAdministrator: true, closedAt: null } })) === 0,
  };
}

/**
 * Spends a one-time key. On an installation without administrators its holder becomes the first, and leads the
 * inquiries that nobody leads (the shipped one); afterwards it signs the first administrator in.
 */
export async function redeemStartKey(given: Welcome): Promise<Outcome<{ accountId: string }>> {
  const password = given.password === null ? null : await hashPassword(given.password);
  return write(async (tx) => {
    // One at a time: a second holder of the same key waits, and finds it spent.
    const key = await tx.startKey.findFirst({ where: { keyHash: hashKey(given.key), spentAt: null } });
    if (!key)
      return invalid(
        {},
        "This key has been used, or a newer one was printed. Start the server again for a fresh one.",
      );
    const first = await tx.account.findFirst({
      where: { isAdministrator: true, closedAt: null },
      orderBy: { createdAt: "asc" },
    });
    if (!first && given.name === "") return invalid({ name: "Say what others should call you." });
    if (given.email && (await tx.account.count({ where: { email: given.email } }))) return emailTaken;
    const { count } = await tx.startKey.updateMany({
      where: { keyHash: key.keyHash, spentAt: null },
      data: { spentAt: new Date() },
    });
    if (count === 0) return invalid({}, "This key has just been used.");
    if (first) return done({ accountId: first.id });
    const account = await makeAccount(tx, {
      name: given.name,
      email: given.email,
      password,
      isAdministrator: true,
    });
    const leaderless = await tx.inquiry.findMany({
      where: { memberships: { none: { role: "lead" } } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of leaderless) {
      await tx.membership.create({ data: { inquiryId: id, analystId: account.analystId, role: "lead" } });
      await record(tx, id, account.analystId, {
        action: "member.changed",
        subject: given.name,
        before: { role: "none" },
        after: { role: "lead" },
      });
    }
    return done({ accountId: account.id });
  });
}

/** Name, address and password of one's own account. */
export async function editAccount(actor: Person, edit: AccountEdit): Promise<Outcome<{ version: number }>> {
  const password = edit.password === null ? null : await hashPassword(edit.password);
  const standing = await database().credential.findFirst({
    where: { ownerId: actor.accountId, providerId: "credential" },
  });
  const knowsPassword =
    !standing?.password ||
    (await verifyPassword({ hash: standing.password, password: edit.currentPassword }));
  return write(async (tx) => {
    const account = await tx.account.findUnique({ where: { id: actor.accountId } });
    if (!account) return missing;
    const changesEmail = edit.email !== null && edit.email !== account.email;
    if ((changesEmail || password) && !knowsPassword) {
      return invalid({
        currentPassword: "Give your present password to change the address or the password.",
      });
    }
    if (!standing && changesEmail && !password) {
      return invalid({ password: "An address alone does not sign you in: choose a password with it." });
    }
    if (!standing && password && account.email.endsWith(".invalid") && !changesEmail) {
      return invalid({ email: "Give the e-mail address that you will sign in with." });
    }
    if (changesEmail && edit.email && (await tx.account.count({ where: { email: edit.email } }))) {
      return invalid({ email: "There is an account with this address already." });
    }
    const { count } = await tx.account.updateMany({
      where: { id: actor.accountId, version: edit.version },
      data: { name: edit.name, ...(edit.email ? { email: edit.email } : {}), version: { increment: 1 } },
    });
    if (count === 0)
      return invalid({}, "Your account was changed in another window. Reload the page to see how it stands.");
    await tx.analyst.update({ where: { id: actor.analystId }, data: { name: edit.name } });
    if (password) await setPassword(tx, actor.accountId, password);
    await record(tx, installationChain, actor.analystId, {
      action: "account.edited",
      subject: account.name,
      before: { name: account.name },
      after: { name: edit.name, newAddress: changesEmail, newPassword: password !== null },
    });
    return done({ version: edit.version + 1 });
  });
}

/** Closes or opens an account, or makes somebody an administrator or not; by an administrator. */
export function changeAccount(
  actor: Person,
  { id, change }: AccountChange,
): Promise<Outcome<{ name: string }>> {
  return write(async (tx) => {
    if (installationPolicy.runAccounts[actor.isAdministrator ? "administrator" : "account"] !== "yes")
      return missing;
    // One at a time, each asking anew whether they still may: two administrators cannot close each other.
    await lockInstallation(tx);
    const isStill = await tx.account.count({
      where: { id: actor.accountId, isAdministrator: true, closedAt: null },
    });
    if (isStill === 0) return missing;
    const account = await tx.account.findUnique({ where: { id } });
    if (!account) return missing;
    if (id === actor.accountId)
      return invalid({}, "Your own account is for another administrator to change.");
    await tx.account.update({
      where: { id },
      data: {
        ...(change === "close" || change === "reopen"
          ? { closedAt: change === "close" ? new Date() : null }
          : {}),
        ...(change === "appoint" || change === "dismiss" ? { isAdministrator: change === "appoint" } : {}),
        version: { increment: 1 },
      },
    });
    if (change === "close") await tx.session.deleteMany({ where: { accountId: id } });
    await record(tx, installationChain, actor.analystId, {
      action: `account.${change}`,
      subject: account.name,
    });
    return done({ name: account.name });
  });
}

async function makeAccount(
  tx: Transaction,
  given: { name: string; email: string | null; password: string | null; isAdministrator: boolean },
): Promise<{ id: string; analystId: string }> {
  await openChain(tx, installationChain);
  const analyst = await tx.analyst.create({ data: { name: given.name } });
  const account = await tx.account.create({
    data: {
      name: given.name,
      email: given.email ?? `${analyst.id}@no-address.invalid`,
      analystId: analyst.id,
      isAdministrator: given.isAdministrator,
    },
  });
  if (given.password) await setPassword(tx, account.id, given.password);
  await record(tx, installationChain, analyst.id, {
    action: "account.created",
    subject: given.name,
    after: { name: given.name, isAdministrator: given.isAdministrator },
  });
  return { id: account.id, analystId: analyst.id };
}

async function setPassword(tx: Transaction, accountId: string, password: string): Promise<void> {
  await tx.credential.upsert({
    where: { ownerId_providerId: { ownerId: accountId, providerId: "credential" } },
    create: { ownerId: accountId, accountId, providerId: "credential", password },
    update: { password },
  });
}
