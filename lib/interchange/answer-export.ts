import "server-only";
import { currentActor } from "@/lib/auth/actor";
import { isDatabaseAway } from "@/lib/db/faults";
import { slug as inquirySlug } from "@/lib/inquiry/schema";
import { findInquiry } from "@/lib/inquiry/scope";
import { csvStream } from "./csv";
import { asDownload } from "./file-name";
import { problem } from "./problem";
import { readTable } from "./queries";
import { TABLES } from "./tables";

/** A table of an inquiry as a file, for whoever may read the inquiry; for others it is not there. */
export async function answerExport(slug: string, file: string): Promise<Response> {
  const table = TABLES.find(({ code }) => `${code}.csv` === file);
  if (!table || !inquirySlug.safeParse(slug).success) return problem(404);
  try {
    const actor = await currentActor();
    const scope = await findInquiry(actor, slug);
    if (!scope) return problem(404);
    const rows = csvStream(await readTable(actor, scope, table.code));
    return new Response(rows, {
      headers: {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": asDownload(scope.question, ` – ${file}`, `${slug}-${file}`),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return problem(503, { detail: "The database cannot be reached at the moment." }, { "retry-after": "5" });
  }
}
