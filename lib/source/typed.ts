const numbered = /^(S\d{1,9})(?:\s*·\s*(.*))?$/su;

/** The number in what was typed for a source: S3, or "S3 · The name" as suggested; undefined for a mere name. */
export const typedNumber = (text: string): string | undefined => numbered.exec(text)?.[1];

/** The name after the number; undefined where there is none. */
export const typedName = (text: string): string | undefined => numbered.exec(text)?.[2];

/** A source as it is typed: its number is what counts, its name is there to be read. */
export const typedSource = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `${id} · ${name}`;

/** What was typed for a source as it is compared: its number where there is one, else as it stands. */
export const comparedSource = (text: string): string => typedNumber(text) ?? text;
