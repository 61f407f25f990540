import { countAttempt, currentAddress } from "@/lib/auth/attempts";
import { answerAnalysis } from "@/lib/interchange/answer-analysis";
import { problem } from "@/lib/interchange/problem";
import { unlessAway } from "@/lib/interchange/unless-away";

export const dynamic = "force-dynamic";

/** Any matrix through the engine, without an account and without storing it: docs/analysis.md. */
export function POST(request: Request): Promise<Response> {
  return unlessAway(async () => {
    const wait = await countAttempt("analysisByAddress", await currentAddress());
    if (wait !== null)
      return problem(429, { detail: `Try again in ${wait} seconds.` }, { "retry-after": String(wait) });
    return answerAnalysis(request);
  });
}
