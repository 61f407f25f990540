import { findEvidence } from "@/lib/evidence/queries";
import { evidenceId } from "@/lib/evidence/schema";
import { cellRatings } from "@/lib/grid/schema";
import { problem } from "@/lib/interchange/problem";
import { readJson } from "@/lib/interchange/read-json";
import { refused } from "@/lib/interchange/refused";
import { fresh, withinInquiry } from "@/lib/interchange/within-inquiry";
import { rateCells } from "@/lib/rating/mutations";

/** Who rated one entry how, and why, as far as the reader may see it yet. */
export const GET = withinInquiry(async (request, { actor, scope }) => {
  const id = evidenceId.safeParse(new URL(request.url).searchParams.get("evidence"));
  if (!id.success) return problem(400, { detail: "`evidence` names an entry, such as E14." });
  const entry = await findEvidence(actor, scope, id.data);
  if (!entry) return problem(404);
  return fresh({
    isBlind: entry.isBlind,
    ratings: entry.ratings.map(({ analystId, analyst, hypothesisId, consistency, reason }) => ({
      analyst: analyst.name,
      isMine: actor.kind === "person" && actor.analystId === analystId,
      hypothesis: hypothesisId,
      consistency,
      reason,
    })),
  });
});

/** Rates cells as the person who is signed in; where whose ratings they are is said, as nobody else. */
export const POST = withinInquiry(async (request, { actor, scope }) => {
  if (actor.kind === "nobody") return problem(401, { detail: "Sign in to rate; nothing was saved." });
  const sent = await readJson(request, cellRatings);
  if ("refused" in sent) return sent.refused;
  const { analyst, ratings } = sent.value;
  if (analyst !== undefined && analyst !== actor.analystId)
    return problem(403, {
      detail: "These ratings are another analyst's than who is signed in. Nothing was saved.",
      isAnothers: true,
    });
  const outcome = await rateCells(actor, scope.slug, ratings);
  return outcome.ok ? fresh({ saved: ratings.length }) : refused(outcome);
});
