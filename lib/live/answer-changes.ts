import "server-only";
import { currentSession } from "@/lib/auth/actor";
import { currentAddress } from "@/lib/auth/attempts";
import { isDatabaseAway } from "@/lib/db/faults";
import { slug } from "@/lib/inquiry/schema";
import { findInquiry } from "@/lib/inquiry/scope";
import { problem } from "@/lib/interchange/problem";
import { countReadersOf } from "./hub";
import { lastKnown } from "./schema";
import { changeStream } from "./stream";

/** As many streams as one account may have open, or one address without accounts, which may be a whole newsroom's. */
const mostOf = { account: 32, address: 128 } as const;

/** The changes of an inquiry, from the one that the request says is known, for as long as it stays open. */
export async function answerChanges(request: Request, address: string): Promise<Response> {
  const known = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("since");
  const since = known === null ? null : lastKnown.safeParse(known);
  if (since?.success === false) {
    return problem(400, { detail: "since is the number of a change: 0, 1, 2 and so on." });
  }
  try {
    const { actor, sessionId } = await currentSession();
    const scope = slug.safeParse(address).success ? await findInquiry(actor, address) : null;
    if (!scope) return problem(404);
    const [kind, client] =
      actor.kind === "person"
        ? (["account", actor.accountId] as const)
        : (["address", await currentAddress()] as const);
    if (countReadersOf(client) >= mostOf[kind]) {
      const detail = `This ${kind} follows changes ${mostOf[kind]} times already. Close one of them first.`;
      return problem(429, { detail }, { "retry-after": "30" });
    }
    return new Response(
      changeStream({ inquiryId: scope.id, sessionId, client, since: since?.data ?? null }),
      {
        headers: {
          "content-type": "text/event-stream",
          // Compressed or kept in a buffer, a change would reach its reader only with many others.
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      },
    );
  } catch (error) {
    if (isDatabaseAway(error)) return problem(503, {}, { "retry-after": "5" });
    throw error;
  }
}
