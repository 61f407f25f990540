import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, readDocument } from "./document";

let reading: Promise<Document> | undefined;

/**
 * The method as docs/analysis.md tells it. The pages run in the checkout (scripts/lib/serve.mjs sees to that), so the
 * file beside them is the one they are made of; in development it is read anew each time.
 */
export function getReasoning(): Promise<Document> {
  if (process.env.NODE_ENV === "development") return read();
  reading ??= read().catch((error) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

const read = async (): Promise<Document> =>
  readDocument(await readFile(join(process.cwd(), "docs/analysis.md"), "utf8"));
