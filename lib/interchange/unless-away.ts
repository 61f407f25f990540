import "server-only";
import { isDatabaseAway } from "@/lib/db/faults";
import { databaseAwaySentence } from "@/lib/outcome";
import { problem } from "./problem";

/** An answer over HTTP, or, while the database is away, the problem that says so and when to come back. */
export async function unlessAway(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return problem(503, { detail: databaseAwaySentence }, { "retry-after": "5" });
  }
}
