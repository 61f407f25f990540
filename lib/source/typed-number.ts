/** What the forms take for a source: "S3 · Name" as they suggest it is its number; anything else stays as typed. */
export const typedNumber = (typed: string): string => /^(S\d+)(?: ·.*)?$/su.exec(typed)?.[1] ?? typed;
