import type { z } from "zod";
import { readBody } from "./body";
import { errorsOf } from "./pointer";
import { problem } from "./problem";

/**
 * What a program sent, or the problem to answer with. Only what says that it is JSON is read: a form of another site
 * cannot say so without asking us first, and is refused then.
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ readonly value: z.output<S> } | { readonly refused: Response }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { refused: problem(415) };
  const text = await readBody(request.body);
  if (text === null) return { refused: problem(413, { detail: "A body may have 1 MB (1,048,576 bytes)." }) };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { refused: problem(400, { errors: [{ path: "", message: "This is not JSON." }], total: 1 }) };
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  const errors = errorsOf(parsed.error);
  return { refused: problem(400, { errors: errors.slice(0, 100), total: errors.length }) };
}
