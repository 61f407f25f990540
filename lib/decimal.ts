/**
 * A plain decimal number of 0 or more as people type it, with a point or a comma; a per cent sign after it is passed
 * over. Null where it is none; "1,000" may be two, being a thousand to some and one to others.
 */
export function parseDecimal(text: string): number | "empty" | "ambiguous" | null {
  const plain = text.trim().replace(/\s*%$/, "");
  if (plain === "") return "empty";
  if (/^[1-9]\d{0,2},\d{3}$/.test(plain)) return "ambiguous";
  if (!/^(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return null;
  return Number(plain.replace(",", "."));
}
