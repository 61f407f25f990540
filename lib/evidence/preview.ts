import "server-only";
import type { MatrixInput } from "@/lib/analysis/types";
import type { Person } from "@/lib/auth/actor";
import { findTypedSource } from "@/lib/source/queries";
import type { EvidenceDraft } from "./schema";

/** An id that no entry and no source has. */
export const draftId = "this entry";

/** The matrix as it would be with a drafted entry in it. A source that is new stands there unjudged. */
export async function matrixWith(
  actor: Person,
  input: MatrixInput,
  draft: EvidenceDraft,
): Promise<MatrixInput> {
  const sources = new Map((input.sources ?? []).map((source) => [source.id, source]));
  const idOf = async (typed: string): Promise<string> => {
    const id = (await findTypedSource(actor, typed)) ?? typed;
    if (!sources.has(id)) sources.set(id, { id });
    return id;
  };
  const citations: { source: string; via?: string }[] = [];
  for (const { source, via } of draft.citations) {
    if (source === "") continue;
    const id = await idOf(source);
    citations.push(via !== "" && via !== source ? { source: id, via: await idOf(via) } : { source: id });
  }
  const hypotheses = new Set(input.hypotheses.map(({ id }) => id));
  const analyst = actor.analystId;
  return {
    ...input,
    sources: [...sources.values()],
    evidence: [
      ...(input.evidence ?? []),
      {
        id: draftId,
        kind: draft.kind,
        citations,
        credibility: draft.credibility ? { [analyst]: draft.credibility } : {},
        relevance: draft.relevance ? { [analyst]: draft.relevance } : {},
      },
    ],
    ratings: [
      ...(input.ratings ?? []),
      ...Object.entries(draft.consistency).flatMap(([hypothesis, consistency]) =>
        consistency && hypotheses.has(hypothesis)
          ? [{ evidence: draftId, hypothesis, analyst, consistency }]
          : [],
      ),
    ],
  };
}
