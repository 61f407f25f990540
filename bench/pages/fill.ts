import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { buildWorld, type Size } from "../world";

/**
 * Puts a matrix of a size into the database of a running Linchpin, as an inquiry that everybody with an account rates
 * in. Straight into the tables: through the forms it would take an hour.
 *
 * @param accountEmail who becomes one of its analysts
 * @returns the inquiry's address
 */
export async function fillInquiry(sql: Sql, size: Size, accountEmail: string): Promise<string> {
  const world = buildWorld(size);
  const inquiryId = randomUUID();
  const slug = `bench-${size.entries}-${size.hypotheses}-${size.analysts}`;
  const analystIds = new Map(
    Array.from({ length: size.analysts }, (_, row) => [`analyst-${row}`, randomUUID()]),
  );
  const idOf = (prefix: string, name: string) => `${prefix}${Number(name.split("-")[1]) + 1}`;
  const analyst = (name: string) => analystIds.get(name) ?? "";
  await sql.begin(async (tx) => {
    // Numbers of sources are of the whole installation.
    const [{ sources: taken } = { sources: 0 }] =
      await tx`SELECT "sources" FROM "chain_head" WHERE "chain" = 'installation'`;
    const sourceId = (name: string) => `S${taken + Number(name.split("-")[1]) + 1}`;
    const insert = async (table: string, rows: readonly Record<string, unknown>[]) => {
      for (let from = 0; from < rows.length; from += 2_000) {
        await tx`INSERT INTO ${tx(table)} ${tx(rows.slice(from, from + 2_000) as Record<string, never>[])}`;
      }
    };
    await insert("inquiry", [
      {
        id: inquiryId,
        slug,
        question: `What holds with ${size.entries} entries?`,
        visibility: "members",
        blind_rating: false,
      },
    ]);
    await insert("chain_head", [
      { chain: inquiryId, evidence: size.entries, hypotheses: size.hypotheses, sequence: 0 },
    ]);
    await insert(
      "analyst",
      [...analystIds].map(([name, id]) => ({ id, name })),
    );
    await insert(
      "membership",
      [...analystIds.values()].map((id) => ({ inquiry_id: inquiryId, analyst_id: id, role: "analyst" })),
    );
    await tx`INSERT INTO "membership" ("inquiry_id", "analyst_id", "role")
      SELECT ${inquiryId}, "analyst_id", 'analyst' FROM "account" WHERE "email" = ${accountEmail}`;
    await insert(
      "source",
      (world.sources ?? []).map(({ id }) => ({
        id: sourceId(id),
        ordinal: taken + Number(id.split("-")[1]) + 1,
        name: `Paper ${sourceId(id)}`,
        kind: "media",
      })),
    );
    await tx`UPDATE "chain_head" SET "sources" = "sources" + ${world.sources?.length ?? 0} WHERE "chain" = 'installation'`;
    await insert(
      "source_rating",
      (world.sources ?? []).flatMap(({ id, reliability = {} }) =>
        Object.entries(reliability).map(([name, grade]) => ({
          id: randomUUID(),
          source_id: sourceId(id),
          analyst_id: analyst(name),
          reliability: grade,
          inquiry_id: inquiryId,
        })),
      ),
    );
    await insert(
      "hypothesis",
      world.hypotheses.map(({ id }, position) => ({
        inquiry_id: inquiryId,
        id: idOf("H", id),
        ordinal: position + 1,
        position,
        short_name: `Answer ${position + 1}`,
        statement: `The answer is the one with the number ${position + 1}`,
      })),
    );
    await insert(
      "evidence",
      (world.evidence ?? []).map(({ id, citations = [] }, row) => ({
        inquiry_id: inquiryId,
        id: idOf("E", id),
        ordinal: row + 1,
        kind: "report",
        citations_given: citations.length,
        statement: `Entry ${row + 1} tells what was seen on the road to the harbour that day`,
        places: [],
      })),
    );
    await insert(
      "citation",
      (world.evidence ?? []).flatMap(({ id, citations = [] }) =>
        citations.map(({ source, via }, place) => ({
          inquiry_id: inquiryId,
          id: `${idOf("E", id)}.${place + 1}`,
          evidence_id: idOf("E", id),
          ordinal: place + 1,
          source_id: sourceId(source),
          via_id: via === undefined ? null : sourceId(via),
        })),
      ),
    );
    await insert(
      "evidence_rating",
      (world.evidence ?? []).flatMap(({ id, credibility = {} }) =>
        Object.entries(credibility).map(([name, grade]) => ({
          inquiry_id: inquiryId,
          evidence_id: idOf("E", id),
          analyst_id: analyst(name),
          credibility: grade,
        })),
      ),
    );
    await insert(
      "rating",
      (world.ratings ?? []).map((rating) => ({
        inquiry_id: inquiryId,
        evidence_id: idOf("E", rating.evidence),
        hypothesis_id: idOf("H", rating.hypothesis),
        analyst_id: analyst(rating.analyst),
        consistency: rating.consistency,
      })),
    );
  });
  return slug;
}
