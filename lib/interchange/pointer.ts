/** What is wrong with a body, and where: a JSON pointer into it. */
export type MatrixError = { readonly path: string; readonly message: string };

/** A JSON pointer (RFC 6901). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
