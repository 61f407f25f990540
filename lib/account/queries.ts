import "server-only";
import type { Actor, Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { installationPolicy } from "@/lib/policy";

/** One's own account, for its page. */
export async function getAccount(actor: Person) {
  const account = await database().account.findUnique({
    where: { id: actor.accountId },
    select: {
      name: true,
      email: true,
      version: true,
      createdAt: true,
      isAdministrator: true,
      credentials: { select: { id: true } },
      analyst: {
        select: {
          memberships: {
            orderBy: { since: "asc" },
            select: { role: true, inquiry: { select: { slug: true, question: true } } },
          },
        },
      },
    },
  });
  if (!account) return null;
  const { credentials, analyst, email, ...rest } = account;
  return {
    ...rest,
    email: email.endsWith(".invalid") ? null : email,
    hasPassword: credentials.length > 0,
    memberships: analyst.memberships.map(({ role, inquiry }) => ({ role, ...inquiry })),
  };
}

/** Whether an account with this address may sign in; a closed one may not. */
export async function isOpenAccount(email: string): Promise<boolean> {
  return (await database().account.count({ where: { email, closedAt: null } })) > 0;
}

/** All accounts, for an administrator; null for anybody else. */
export async function listAccounts(actor: Actor) {
  if (actor.kind === "nobody") return null;
  if (installationPolicy.runAccounts[actor.isAdministrator ? "administrator" : "account"] !== "yes")
    return null;
  const accounts = await database().account.findMany({
    orderBy: { createdAt: "asc" },
    take: 500,
    select: { id: true, name: true, email: true, createdAt: true, closedAt: true, isAdministrator: true },
  });
  return accounts.map((account) => ({
    ...account,
    email: account.email.endsWith(".invalid") ? null : account.email,
  }));
}
