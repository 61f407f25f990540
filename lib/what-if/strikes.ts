/** What is tried in the matrix: entries struck in their rows, and all else as What if writes it into its address. */
export interface Strikes {
  readonly entries: readonly string[];
  readonly more: string;
}

export const noStrikes: Strikes = { entries: [], more: "" };

/** Out of an address of the matrix, where `source` and the like narrow it and mean nothing that is tried. */
export const strikesIn = (search: URLSearchParams): Strikes => ({
  entries: search.getAll("entry"),
  more: search.get("tried") ?? "",
});

/** As parameters of an address of the matrix. */
export const strikeParams = ({
  entries,
  more,
}: Strikes): readonly (readonly [name: string, value: string])[] => [
  ...entries.map((id) => ["entry", id] as const),
  ...(more === "" ? [] : [["tried", more] as const]),
];

/** As the search of an address of What if. */
export function trialSearch({ entries, more }: Strikes): URLSearchParams {
  const search = new URLSearchParams(more);
  for (const id of entries) search.append("entry", id);
  return search;
}
