import "server-only";
import { redirect } from "next/navigation";
import { currentActor, type Person } from "./actor";

/** A person with an account; anybody else is asked to sign in and comes back to `path`. */
export async function requirePerson(path: string): Promise<Person> {
  const actor = await currentActor();
  if (actor.kind === "nobody") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
