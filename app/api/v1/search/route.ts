import { currentActor } from "@/lib/auth/actor";
import { fieldErrors } from "@/lib/fields";
import { problem } from "@/lib/interchange/problem";
import { unlessAway } from "@/lib/interchange/unless-away";
import { search } from "@/lib/search/queries";
import { searchRequest } from "@/lib/search/schema";

export const dynamic = "force-dynamic";

/** Everything the sender may see that has the words asked for, a page at a time. */
export function GET(request: Request): Promise<Response> {
  return unlessAway(() => answerSearch(request));
}

async function answerSearch(request: Request): Promise<Response> {
  const asked = searchRequest.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return problem(400, { errors: fieldErrors(asked.error) });
  const result = await search(await currentActor(), asked.data);
  return Response.json(result, { headers: { "cache-control": "no-store" } });
}
