import "server-only";
import { type Actor, currentActor } from "@/lib/auth/actor";
import { slug } from "@/lib/inquiry/schema";
import { findInquiry, type InquiryScope } from "@/lib/inquiry/scope";
import { problem } from "./problem";
import { unlessAway } from "./unless-away";

/** Who asks, the inquiry as far as it is theirs to see, and what else the address names. */
interface Asked<Params> {
  readonly actor: Actor;
  readonly scope: InquiryScope;
  readonly params: Params;
}

/** A route of the HTTP interface that belongs to an inquiry: it is missing to whoever does not see that. */
export function withinInquiry<Params extends { readonly inquiry: string }>(
  answer: (request: Request, asked: Asked<Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return (request, context) =>
    unlessAway(async () => {
      const params = await context.params;
      const actor = await currentActor();
      // What is no address of an inquiry is not asked for: the database could not even hold it.
      const scope = slug.safeParse(params.inquiry).success ? await findInquiry(actor, params.inquiry) : null;
      if (!scope) return problem(404);
      return await answer(request, { actor, scope, params });
    });
}

/** An answer for this reader at this moment alone. */
export const fresh = (body: unknown): Response =>
  Response.json(body, { headers: { "cache-control": "no-store" } });
