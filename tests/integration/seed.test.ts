import { afterAll, beforeAll, expect, it } from "vitest";
import { nobody, type Person } from "@/lib/auth/actor";
import { listCitingInquiries } from "@/lib/citing/queries";
import { database } from "@/lib/db/client";
import { proposeHypothesis } from "@/lib/hypothesis/mutations";
import { hypothesisDraft } from "@/lib/hypothesis/schema";
import { createSource } from "@/lib/source/mutations";
import { listSources } from "@/lib/source/queries";
import { sourceDraft } from "@/lib/source/schema";
import { seed } from "@/prisma/seed/index";
import { seedInquiry } from "@/prisma/seed/inquiry";
import {
  addEntry,
  findFaults,
  granted,
  makeAdministrator,
  makePerson,
  openWorld,
  tamper,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let administrator: Person;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("goes into no database in which somebody has an account", async () => {
  await makePerson("Somebody");
  expect(await seed()).toBe(false);
  expect(await database().inquiry.count()).toBe(0);
  expect(await database().source.count()).toBe(0);
  await tamper(world.url, `DELETE FROM "credential"; DELETE FROM "account"; DELETE FROM "analyst"`);
});

it("goes into an empty one once, when several start at the same moment, and not again", async () => {
  const written = await Promise.all([seed(), seed(), seed()]);
  expect(written.filter(Boolean)).toHaveLength(1);
  expect(await seed()).toBe(false);
  expect(await database().inquiry.count()).toBe(1);
  expect(await findFaults(world.url)).toEqual([]);
});

it("is whole: the inquiry, 4 hypotheses with the plain alternative, 24 entries, 7 sources, 8 claims, 4 analysts", async () => {
  const inquiry = await database().inquiry.findUniqueOrThrow({ where: { slug: "is-k-attacks" } });
  expect(inquiry).toMatchObject({ visibility: "public", openToContributions: true, createdById: null });
  const where = { inquiryId: inquiry.id };
  const hypotheses = await database().hypothesis.findMany({ where, orderBy: { position: "asc" } });
  expect(hypotheses.map(({ id }) => id)).toEqual(["H1", "H2", "H3", "H0"]);
  const entries = await database().evidence.findMany({ where, orderBy: { ordinal: "asc" } });
  expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, i) => `E${i + 1}`));
  expect((await database().source.findMany({ orderBy: { ordinal: "asc" } })).map(({ id }) => id)).toEqual(
    Array.from({ length: 7 }, (_, i) => `S${i + 1}`),
  );
  const counts = {
    claims: await database().claim.count({ where }),
    ratings: await database().rating.count({ where }),
    evidenceRatings: await database().evidenceRating.count({ where }),
    citations: await database().citation.count({ where }),
    analysts: await database().membership.count({ where: { ...where, role: "analyst" } }),
  };
  expect(counts).toEqual({
    claims: seedInquiry.claims.length,
    ratings: 24 * 4 * 4,
    evidenceRatings: 24 * 4,
    citations: seedInquiry.evidence.flatMap(({ citations }) => citations).length,
    analysts: 4,
  });
});

it("numbers what it says of a claim once, so that what comes next takes no number twice", async () => {
  const { id: inquiryId } = await database().inquiry.findUniqueOrThrow({ where: { slug: "is-k-attacks" } });
  const where = { inquiryId };
  const parts = [
    ...(await database().claimAppearance.findMany({ where })),
    ...(await database().claimDiscrepancy.findMany({ where })),
  ];
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  for (const { id, partsGiven } of await database().claim.findMany({ where })) {
    expect(parts.filter(({ claimId }) => claimId === id)).toHaveLength(partsGiven);
  }
  const reports = await database().evidence.findMany({ where: { ...where, claimId: { not: null } } });
  expect(reports).toHaveLength(seedInquiry.evidence.filter(({ claim }) => claim).length);
});

it("shows every source to whoever reads it, S6 as well, which no entry cites: a hypothesis comes from it", async () => {
  const { lines } = await listSources(nobody, { text: "", page: 1 });
  expect(lines.map(({ id }) => id)).toEqual(seedInquiry.sources.map(({ id }) => id));
  expect((await listCitingInquiries(nobody, "S6"))[0]).toMatchObject({
    slug: "is-k-attacks",
    proposals: [{ id: "H1" }],
  });
});

it("is led by nobody until the first administrator comes, and can then be gone on with: H4, E25, S8", async () => {
  const leads = () => database().membership.count({ where: { role: "lead" } });
  expect(await leads()).toBe(0);
  administrator = await makeAdministrator("First");
  expect(await leads()).toBe(1);
  const slug = "is-k-attacks";
  const hypothesis = hypothesisDraft.parse({ slug, shortName: "Fourth", statement: "Something else again." });
  expect(granted(await proposeHypothesis(administrator, hypothesis)).id).toBe("H4");
  expect(await addEntry(administrator, slug)).toBe("E25");
  const source = sourceDraft.parse({ name: "An eighth source", kind: "other" });
  expect(granted(await createSource(administrator, source)).id).toBe("S8");
  expect(await findFaults(world.url)).toEqual([]);
});
