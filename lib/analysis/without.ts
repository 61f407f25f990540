import type { MatrixInput } from "./types";

/**
 * The matrix as it would be without one entry: the entry and its ratings are gone, the sources stay. Comparing the
 * analyses with and without it tells what the entry does once everything is computed anew, its origin's doubt too.
 */
export function withoutEvidence(input: MatrixInput, id: string): MatrixInput {
  return withoutEntries(input, new Set([id]));
}

/**
 * The matrix as it would be if nobody had heard of one source: every citation of it or via it is gone, and so is an
 * entry that thereby loses its last citation. The source itself, its grades and its links stay.
 */
export function withoutSource(input: MatrixInput, id: string): MatrixInput {
  return withoutSources(input, new Set([id]));
}

/** The same for several sources, such as a group of them. */
export function withoutSources(input: MatrixInput, ids: ReadonlySet<string>): MatrixInput {
  const silenced = new Set<string>();
  const evidence = (input.evidence ?? []).map((entry) => {
    const citations = entry.citations ?? [];
    const left = citations.filter(
      ({ source, via }) => !ids.has(source) && (via === undefined || !ids.has(via)),
    );
    if (left.length === citations.length) return entry;
    if (left.length === 0) silenced.add(entry.id);
    return { ...entry, citations: left };
  });
  return withoutEntries({ ...input, evidence }, silenced);
}

/** The matrix as it would be if one analyst had said nothing: no rating, no grade of any kind, no judgement. */
export function withoutAnalyst(input: MatrixInput, id: string): MatrixInput {
  return {
    ...input,
    sources: (input.sources ?? []).map((source) => ({
      ...source,
      reliability: withoutKey(source.reliability, id),
    })),
    evidence: (input.evidence ?? []).map((entry) => ({
      ...entry,
      credibility: withoutKey(entry.credibility, id),
      relevance: withoutKey(entry.relevance, id),
    })),
    ratings: (input.ratings ?? []).filter(({ analyst }) => analyst !== id),
    judgements: (input.judgements ?? []).filter(({ analyst }) => analyst !== id),
  };
}

/** The matrix as it would be without what anybody said of one entry: it stays, cited but neither rated nor graded. */
export function withoutOpinions(input: MatrixInput, evidence: string): MatrixInput {
  return {
    ...input,
    evidence: (input.evidence ?? []).map((entry) =>
      entry.id === evidence ? { ...entry, credibility: {}, relevance: {} } : entry,
    ),
    ratings: (input.ratings ?? []).filter((rating) => rating.evidence !== evidence),
  };
}

/** The same for several entries. */
export function withoutEntries(input: MatrixInput, ids: ReadonlySet<string>): MatrixInput {
  return {
    ...input,
    evidence: (input.evidence ?? []).filter((entry) => !ids.has(entry.id)),
    ratings: (input.ratings ?? []).filter((rating) => !ids.has(rating.evidence)),
  };
}

function withoutKey<Grade>(
  byAnalyst: Readonly<Record<string, Grade>> = {},
  id: string,
): Readonly<Record<string, Grade>> {
  return Object.fromEntries(Object.entries(byAnalyst).filter(([analyst]) => analyst !== id));
}
