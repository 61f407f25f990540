import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/db/client";
import { auth } from "./auth";

declare const made: unique symbol;

/** Who asks. Made in this file alone, from a session or, for scripts and tests, from an analyst's own row. */
export type Actor = Person | Nobody;

export interface Person {
  readonly kind: "person";
  readonly analystId: string;
  readonly accountId: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly [made]: true;
}

export interface Nobody {
  readonly kind: "nobody";
  readonly [made]: true;
}

export const nobody = { kind: "nobody" } as Nobody;

/** Whoever sent the current request. A closed account is nobody. */
export const currentActor = cache(async (): Promise<Actor> => (await currentSession()).actor);

/** The same with the session they came by, for what outlasts the request and must ask whether that still stands. */
export async function currentSession(): Promise<{ actor: Actor; sessionId: string | null }> {
  const requestHeaders = await headers();
  const isSignedIn = requestHeaders.get("cookie")?.includes("linchpin.session_token");
  const found = isSignedIn ? await auth().api.getSession({ headers: requestHeaders }) : null;
  const actor = found ? personFrom(found.user) : nobody;
  return { actor, sessionId: found && actor.kind === "person" ? found.session.id : null };
}

/** The actor of an analyst who has an account; nobody if there is none. For scripts and tests. */
export async function actorOf(analystId: string): Promise<Actor> {
  const account = await database().account.findUnique({ where: { analystId } });
  return account ? personFrom(account) : nobody;
}

function personFrom(account: {
  id: string;
  name: string;
  analystId: string;
  isAdministrator: boolean;
  closedAt?: Date | null | undefined;
}): Actor {
  if (account.closedAt) return nobody;
  return {
    kind: "person",
    analystId: account.analystId,
    accountId: account.id,
    name: account.name,
    isAdministrator: account.isAdministrator,
  } as Person;
}
