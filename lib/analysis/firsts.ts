import { isEqual } from "./numbers";
import type { Method } from "./scales";
import type { Analysis } from "./types";

/** The methods that confidence asks for one first hypothesis. */
export const COMPARED_METHODS = [
  "posterior",
  "judgement",
  "heuer",
  "parc",
] as const satisfies readonly Method[];

type Given = Pick<Analysis, "methods" | "leader">;

/** Those that a method puts first: level in its score, in their order there; none where it has nothing to go by. */
export function firstsBy({ methods, leader }: Given, method: Method): readonly string[] {
  // Support is finer than the posterior that it comes to.
  if (method === "posterior") return leader ? [leader.id, ...leader.tied] : [];
  const ranking = methods[method];
  const best = ranking?.scores[ranking.order[0] ?? ""];
  if (!ranking || best === undefined) return [];
  return ranking.order.filter((id) => isEqual(ranking.scores[id] ?? Number.NaN, best));
}

/** Those that lead or tie by every one of some methods that has something to go by, by the methods of confidence unless told. */
export function firstsByAll(
  analysis: Given,
  methods: readonly Method[] = COMPARED_METHODS,
): readonly string[] {
  const [some = [], ...others] = methods
    .map((method) => firstsBy(analysis, method))
    .filter((ids) => ids.length > 0);
  return some.filter((id) => others.every((ids) => ids.includes(id)));
}
