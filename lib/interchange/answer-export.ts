import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { csvStream } from "./csv";
import { asDownload } from "./file-name";
import { problem } from "./problem";
import { readTable } from "./queries";
import { TABLES } from "./tables";

/** A table of an inquiry as a file. */
export async function answerExport(actor: Actor, scope: InquiryScope, file: string): Promise<Response> {
  const table = TABLES.find(({ code }) => `${code}.csv` === file);
  if (!table) return problem(404);
  return new Response(csvStream(await readTable(actor, scope, table.code)), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": asDownload(scope.question, ` – ${file}`, `${scope.slug}-${file}`),
      "cache-control": "private, no-store",
    },
  });
}
