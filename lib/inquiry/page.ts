import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor } from "@/lib/auth/actor";
import { findInquiry } from "./scope";

/** Who asks, and the inquiry at an address as far as it is theirs to see; the page for what is not here otherwise. */
export const requireInquiry = cache(async (slug: string) => {
  const actor = await currentActor();
  const scope = await findInquiry(actor, slug);
  if (!scope) notFound();
  return { actor, scope };
});
