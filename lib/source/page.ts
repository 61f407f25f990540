import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor } from "@/lib/auth/actor";
import { findSource } from "./queries";
import { sourceId } from "./schema";

/** Who asks, and the source at an address as far as it is theirs to see; the page for what is not here otherwise. */
export const requireSource = cache(async (id: string) => {
  const actor = await currentActor();
  const source = sourceId.safeParse(id).success ? await findSource(actor, id) : null;
  if (!source) notFound();
  return { actor, source };
});
