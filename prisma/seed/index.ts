import { pathToFileURL } from "node:url";
import { database, type Transaction } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import { openChain, record } from "@/lib/history/record";
import { type AnalystKey, seedInquiry } from "./inquiry";

/**
 * Writes the shipped inquiry into an empty database, in one transaction. Does nothing where there is an inquiry or
 * an account already.
 *
 * @returns whether it wrote.
 */
export async function seed(): Promise<boolean> {
  return database().$transaction(
    async (tx) => {
      // One at a time: a second start waits here, and then finds that there is something.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('linchpin/seed', 0))`;
      const isEmpty = (await tx.inquiry.count()) === 0 && (await tx.account.count()) === 0;
      if (isEmpty) await writeInquiry(tx);
      return isEmpty;
    },
    { timeout: 60_000 },
  );
}

async function writeInquiry(tx: Transaction): Promise<void> {
  const { slug, question, summary, ratingsNote } = seedInquiry;
  const { id: inquiryId } = await tx.inquiry.create({
    data: {
      slug,
      question,
      summary,
      ratingsNote,
      visibility: "public",
      openToContributions: true,
      // Its ratings are a demonstration, to be seen by whoever comes.
      blindRating: false,
    },
  });
  await openChain(tx, installationChain);
  await openChain(tx, inquiryId);

  const analystIds = new Map<AnalystKey, string>();
  for (const { key, name } of seedInquiry.analysts) {
    const { id } = await tx.analyst.create({ data: { name } });
    analystIds.set(key, id);
    await tx.membership.create({ data: { inquiryId, analystId: id, role: "analyst" } });
  }
  const analystId = (key: AnalystKey): string => {
    const id = analystIds.get(key);
    if (!id) throw new Error(`the seed names no analyst ${key}`);
    return id;
  };

  await tx.source.createMany({
    data: seedInquiry.sources.map((source) => ({ ...source, ordinal: numberIn(source.id) })),
  });
  await tx.hypothesis.createMany({
    data: seedInquiry.hypotheses.map(
      ({ id, shortName, statement, origin, locator, source, via }, position) => ({
        inquiryId,
        id,
        ordinal: numberIn(id),
        position,
        shortName,
        statement,
        origin: locator ? `${origin} (${locator})` : origin,
        sourceId: source,
        viaId: via,
      }),
    ),
  });
  await tx.hypothesisRelation.createMany({
    data: seedInquiry.hypothesisRelations.map(({ a, b, kind, note }) => ({
      inquiryId,
      aId: a,
      bId: b,
      kind,
      note,
    })),
  });
  await tx.claim.createMany({
    data: seedInquiry.claims.map(
      ({ id, statement, assertedBy, assertedVia, about, place, occurredOn, discrepancies }) => ({
        inquiryId,
        id,
        ordinal: numberIn(id),
        statement,
        assertedById: assertedBy,
        assertedViaId: assertedVia,
        about,
        place,
        occurredOn,
        partsGiven: discrepancies.length + 1,
      }),
    ),
  });
  // All of them stand in the article.
  await tx.claimAppearance.createMany({
    data: seedInquiry.claims.map(({ id, locator, discrepancies }) => {
      const ordinal = discrepancies.length + 1;
      return { inquiryId, id: `${id}.${ordinal}`, claimId: id, ordinal, sourceId: "S1", locator };
    }),
  });
  await tx.claimDiscrepancy.createMany({
    data: seedInquiry.claims.flatMap(({ id, discrepancies }) =>
      discrepancies.map((discrepancy, index) => ({
        ...discrepancy,
        inquiryId,
        id: `${id}.${index + 1}`,
        claimId: id,
        ordinal: index + 1,
      })),
    ),
  });
  await tx.evidence.createMany({
    data: seedInquiry.evidence.map(({ id, statement, kind, occurredOn, places, note, claim, citations }) => ({
      inquiryId,
      id,
      ordinal: numberIn(id),
      statement,
      kind,
      occurredOn,
      places: places.map(({ name, isOurs }) => (isOurs ? `${name} †` : name)),
      note: note ?? "",
      claimId: claim ?? null,
      citationsGiven: citations.length,
    })),
  });
  await tx.citation.createMany({
    data: seedInquiry.evidence.flatMap(({ id, citations }) =>
      citations.map(({ source, via, ...rest }, index) => ({
        ...rest,
        inquiryId,
        id: `${id}.${index + 1}`,
        evidenceId: id,
        ordinal: index + 1,
        sourceId: source,
        viaId: via,
      })),
    ),
  });
  await tx.rating.createMany({
    data: seedInquiry.ratings.map(({ evidence, hypothesis, analyst, consistency, reason }) => ({
      inquiryId,
      evidenceId: evidence,
      hypothesisId: hypothesis,
      analystId: analystId(analyst),
      consistency,
      reason: reason ?? "",
    })),
  });
  await tx.evidenceRating.createMany({
    data: seedInquiry.evidenceRatings.map(({ evidence, analyst, credibility, relevance }) => ({
      inquiryId,
      evidenceId: evidence,
      analystId: analystId(analyst),
      credibility,
      relevance,
    })),
  });
  await tx.sourceRating.createMany({
    data: seedInquiry.sourceRatings.map(({ source, analyst, reliability, reason }) => ({
      sourceId: source,
      analystId: analystId(analyst),
      reliability,
      reason: reason ?? "",
      inquiryId,
    })),
  });
  // H0 is nobody's number: the next hypothesis after the seed is H4.
  await tx.chainHead.update({
    where: { chain: inquiryId },
    data: {
      hypotheses: highest(seedInquiry.hypotheses),
      evidence: highest(seedInquiry.evidence),
      claims: highest(seedInquiry.claims),
    },
  });
  await tx.chainHead.update({
    where: { chain: installationChain },
    data: { sources: highest(seedInquiry.sources) },
  });
  await record(tx, installationChain, null, {
    action: "source.seeded",
    subject: `S1–S${highest(seedInquiry.sources)}`,
    after: { sources: seedInquiry.sources },
  });
  await record(tx, inquiryId, null, {
    action: "inquiry.seeded",
    subject: slug,
    after: {
      question,
      hypotheses: seedInquiry.hypotheses.length,
      evidence: seedInquiry.evidence.length,
      claims: seedInquiry.claims.length,
      ratings: seedInquiry.ratings.length,
      analysts: seedInquiry.analysts.map(({ name }) => name),
    },
  });
}

const numberIn = (id: string): number => Number(id.slice(1));

const highest = (things: readonly { readonly id: string }[]): number =>
  Math.max(...things.map(({ id }) => numberIn(id)));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await seed();
  await database().$disconnect();
}
