import "server-only";
import { type Actor, currentActor } from "@/lib/auth/actor";
import { isDatabaseAway } from "@/lib/db/faults";
import { slug } from "@/lib/inquiry/schema";
import { findInquiry, type InquiryScope } from "@/lib/inquiry/scope";
import { databaseAwaySentence } from "@/lib/outcome";
import { problem } from "./problem";

interface Context {
  readonly params: Promise<{ inquiry: string }>;
}

/** A route of the HTTP interface that belongs to an inquiry: it is missing to whoever does not see that. */
export function withinInquiry(
  answer: (request: Request, asker: { actor: Actor; scope: InquiryScope }) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const actor = await currentActor();
      const address = slug.safeParse((await params).inquiry);
      const scope = address.success ? await findInquiry(actor, address.data) : null;
      if (!scope) return problem(404);
      return await answer(request, { actor, scope });
    } catch (error) {
      if (isDatabaseAway(error)) return problem(503, { detail: databaseAwaySentence });
      throw error;
    }
  };
}

/** An answer for this reader at this moment alone. */
export const fresh = (body: unknown): Response =>
  Response.json(body, { headers: { "cache-control": "no-store" } });
