import "server-only";
import { database, type Transaction } from "@/lib/db/client";

/** Names of analysts by id, for rows that somebody was allowed to read. */
export async function analystNames(
  ids: readonly string[],
  db: Transaction = database(),
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const analysts = await db.analyst.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(analysts.map(({ id, name }) => [id, name]));
}
