import "server-only";
import type { Person } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { done, invalid, type Outcome } from "@/lib/outcome";
import { readRows as readOwnRows } from "@/lib/rating/row";
import { findTypedSources } from "@/lib/source/queries";
import { findColumns, isHead } from "./columns";
import type { Plan } from "./describe";
import { planRows, readRows, typedSources } from "./plan";
import { PASTE_LIMITS, type PasteForm } from "./schema";
import { readTable } from "./table";

/**
 * What pasted rows would become for whoever pastes them, as things stand: with a fixed number of queries, however many
 * they are.
 */
export async function planPaste(
  actor: Person,
  scope: InquiryScope,
  sent: Pick<PasteForm, "rows" | "newKind">,
  db: Transaction = database(),
): Promise<Outcome<Plan>> {
  const hypotheses = await db.hypothesis.findMany({
    where: { inquiryId: scope.id, withdrawnAt: null },
    orderBy: [{ position: "asc" }, { ordinal: "asc" }],
    select: { id: true, shortName: true },
  });
  const table = readTable(sent.rows, isHead(hypotheses));
  if (!table.ok) return invalid({ rows: table.message });
  const columns = findColumns(table.rows, hypotheses);
  const many = table.rows.length - (columns.hasHead ? 1 : 0);
  if (many === 0) return invalid({ rows: "There are heads, and no row under them." });
  if (many > PASTE_LIMITS.rows)
    return invalid({ rows: `At most ${PASTE_LIMITS.rows} rows at a time, please: paste them in parts.` });
  const entries = await db.evidence.findMany({
    where: { inquiryId: scope.id },
    orderBy: { ordinal: "asc" },
    select: { id: true, statement: true, withdrawnAt: true },
  });
  const rows = readRows(
    table.rows,
    columns,
    entries.map(({ withdrawnAt, ...entry }) => ({ ...entry, isWithdrawn: withdrawnAt !== null })),
  );
  const targets = rows.flatMap(({ target }) => target?.id ?? []);
  const known = {
    slug: scope.slug,
    entries: entries.map(({ withdrawnAt, ...entry }) => ({ ...entry, isWithdrawn: withdrawnAt !== null })),
    sources: await findTypedSources(actor, typedSources(rows), db),
    ownOf: await readOwnRows(db, scope.id, targets, actor.analystId),
    newKind: sent.newKind,
  };
  return done({ columns, known, planned: planRows(rows, known) });
}
