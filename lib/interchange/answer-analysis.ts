import { analysisResponse } from "./analysis-response";
import { readBody } from "./body";
import { parseMatrix } from "./matrix-schema";
import { problem } from "./problem";

const DROPS = new Map<string | null, "all" | "changes">([
  [null, "all"],
  ["changes", "changes"],
]);

/** Analyses the matrix in a request; stores nothing. */
export async function answerAnalysis(request: Request): Promise<Response> {
  const drops = DROPS.get(new URL(request.url).searchParams.get("drops"));
  if (!drops) return problem(400, { detail: "The parameter drops can be `changes` or left away." });
  const text = await readBody(request.body);
  if (text === null) return problem(413, { detail: "A body may have 1 MB (1,048,576 bytes)." });
  const parsed = parseMatrix(text);
  if (parsed.ok) {
    const headers = { "cache-control": "no-store" };
    return Response.json(analysisResponse(parsed.matrix, drops), { headers });
  }
  if (parsed.reason === "too-large") return problem(413, { detail: parsed.message });
  return problem(400, { errors: parsed.errors, total: parsed.total });
}
