import type { z } from "zod";

/** What is wrong with a body, and where: a JSON pointer into it. */
export type MatrixError = { readonly path: string; readonly message: string };

/** A JSON pointer (RFC 6901). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Every issue of a schema, where it stands; unknown keys are one issue of their object, and an error each. */
export function errorsOf(error: z.ZodError | undefined): readonly MatrixError[] {
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: pointer([...issue.path, key]), message: "Unknown key." }))
      : [{ path: pointer(issue.path), message: issue.message }],
  );
}

/** The first error of each place: what follows there is mostly the same mistake seen again. */
export function onePerPlace(errors: readonly MatrixError[]): readonly MatrixError[] {
  const seen = new Set<string>();
  return errors.filter(({ path }) => !seen.has(path) && seen.add(path));
}
