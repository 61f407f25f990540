import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { resolveSources, type TypedSource } from "@/lib/source/resolve";
import type { HandsDraft } from "./schema";

/** Who asserts and whom we have it from, as the database holds it. */
export interface Hands {
  readonly sourceId: string;
  readonly viaId: string | null;
}

/** What was typed at one place of a form; `at` is the first part of the names of its fields. */
export interface TypedHands extends HandsDraft {
  readonly at: string;
}

const throughItself = "A source does not reach us through itself: leave this empty.";

/**
 * Finds or makes the sources of several places of a form, in their order; or says which fields are in doubt, and then
 * makes none.
 *
 * @param standing Who stands at these places already, withdrawn or not.
 */
export async function resolveHands(
  tx: Transaction,
  actor: Person,
  typed: readonly TypedHands[],
  standing: readonly Hands[] = [],
): Promise<{ hands: readonly Hands[] } | { errors: Record<string, string> }> {
  const errors: Record<string, string> = {};
  const sources: TypedSource[] = [];
  for (const { at, source, sourceKind, via, viaKind } of typed) {
    if (source === "") errors[`${at}.source`] = "Who asserts it? A relay alone says nothing.";
    else
      sources.push({
        field: `${at}.source`,
        text: source,
        newKind: sourceKind,
        kindField: `${at}.sourceKind`,
      });
    if (via !== "")
      sources.push({ field: `${at}.via`, text: via, newKind: viaKind, kindField: `${at}.viaKind` });
    if (via !== "" && via === source) errors[`${at}.via`] = throughItself;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const resolved = await resolveSources(
    tx,
    actor,
    sources,
    standing.flatMap(({ sourceId, viaId }) => (viaId === null ? [sourceId] : [sourceId, viaId])),
  );
  if ("errors" in resolved) return resolved;
  const hands = typed.map(({ source, via }) => ({
    sourceId: resolved.ids.get(source) ?? "",
    viaId: via === "" ? null : (resolved.ids.get(via) ?? ""),
  }));
  hands.forEach(({ sourceId, viaId }, index) => {
    if (sourceId === viaId) errors[`${typed[index]?.at}.via`] = throughItself;
  });
  return Object.keys(errors).length > 0 ? { errors } : { hands };
}
