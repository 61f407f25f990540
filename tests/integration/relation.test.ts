import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { setHypothesisWithdrawn } from "@/lib/hypothesis/mutations";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { relateHypotheses, unrelateHypotheses } from "@/lib/relation/mutations";
import { listRelations } from "@/lib/relation/queries";
import { relationDraft, relationRemoval } from "@/lib/relation/schema";
import { enrol, findFaults, granted, historyOf, makeInquiry, makePerson, openWorld } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let scope: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
});
beforeEach(async () => {
  scope = await makeInquiry(lead);
});
afterAll(() => world.close());

/** The number of events there are: what somebody knows of who reads now. */
const now = async () => (await getMatrix(scope.id)).sequence;
const relate = async (
  person: Person,
  id: string,
  kind: string,
  other: string,
  { note = "Both may hold.", version }: { note?: string; version?: number } = {},
) => {
  const known = String(version ?? (await now()));
  return relateHypotheses(
    person,
    relationDraft.parse({ slug: scope.slug, version: known, id, kind, other, note }),
  );
};
const unrelate = async (person: Person, id: string, other: string, version?: number) => {
  const known = String(version ?? (await now()));
  return unrelateHypotheses(person, relationRemoval.parse({ slug: scope.slug, version: known, id, other }));
};
const stood = async () => (await listRelations(scope)).map(({ aId, kind, bId }) => `${aId} ${kind} ${bId}`);

describe("Two hypotheses", () => {
  it("are plain rivals until somebody says that they can hold together; then the figures rank them", async () => {
    expect((await getMatrix(scope.id)).isRanking).toBe(false);
    granted(await relate(lead, "H1", "overlaps", "H2"));
    expect(await stood()).toEqual(["H1 overlaps H2"]);
    expect((await getMatrix(scope.id)).isRanking).toBe(true);
    granted(await unrelate(lead, "H2", "H1"));
    expect(await stood()).toEqual([]);
    expect((await getMatrix(scope.id)).isRanking).toBe(false);
    expect((await historyOf(scope.id)).slice(-2)).toEqual([
      "hypothesis.related H1/H2",
      "hypothesis.unrelated H1/H2",
    ]);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("stand to each other in one way, whichever end it is said from", async () => {
    granted(await relate(lead, "H1", "whole-of", "H2"));
    expect(await stood()).toEqual(["H2 part-of H1"]);
    granted(await relate(lead, "H1", "part-of", "H2"));
    expect(await stood()).toEqual(["H1 part-of H2"]);
    const history = await historyOf(scope.id);
    expect(granted(await relate(lead, "H2", "whole-of", "H1"))).toMatchObject({ changed: false });
    expect(await historyOf(scope.id)).toEqual(history);
  });

  it("said of at the same moment from both ends stand in one way", async () => {
    await Promise.all([
      relate(lead, "H1", "part-of", "H2"),
      relate(lead, "H2", "part-of", "H1"),
      relate(lead, "H2", "overlaps", "H1"),
    ]);
    expect(await stood()).toHaveLength(1);
    expect(await database().hypothesisRelation.count({ where: { inquiryId: scope.id } })).toBe(1);
  });

  it("said of by two who read the same are as the first said, and the second is told of it", async () => {
    const version = await now();
    granted(await relate(lead, "H1", "whole-of", "H2", { note: "The one takes in the other.", version }));
    const lost = await relate(lead, "H2", "overlaps", "H1", { note: "Mine.", version });
    expect(lost).toMatchObject({
      reason: "conflict",
      conflict: {
        by: "Lead",
        version: version + 1,
        fields: [
          { label: "How H2 stands to H1", theirs: "is a part of", yours: "can hold together with" },
          { name: "note", theirs: "The one takes in the other.", yours: "Mine." },
        ],
      },
    });
    expect(await unrelate(lead, "H1", "H2", version)).toMatchObject({ reason: "conflict" });
    expect(await stood()).toEqual(["H2 part-of H1"]);
    granted(await relate(lead, "H2", "overlaps", "H1", { note: "Mine.", version: version + 1 }));
    expect(await stood()).toEqual(["H2 overlaps H1"]);
  });

  it("rank only while both count", async () => {
    granted(await relate(lead, "H1", "overlaps", "H2"));
    granted(await setHypothesisWithdrawn(lead, { slug: scope.slug, id: "H2", reason: "No answer." }, true));
    expect((await getMatrix(scope.id)).isRanking).toBe(false);
    expect(await listRelations(scope)).toMatchObject([{ stands: false }]);
  });

  it("are not the same one, are both here, and are related by its analysts and leads alone", async () => {
    const [reader, stranger] = [await makePerson("Reader"), await makePerson("Stranger")];
    await enrol(lead, scope.slug, reader, "reader");
    expect(await relate(lead, "H1", "overlaps", "H1")).toMatchObject({ reason: "invalid" });
    expect(await relate(lead, "H1", "overlaps", "H9")).toEqual({ ok: false, reason: "missing" });
    expect(await relate(reader, "H1", "overlaps", "H2")).toEqual({ ok: false, reason: "forbidden" });
    expect(await relate(stranger, "H1", "overlaps", "H2")).toEqual({ ok: false, reason: "missing" });
    expect(await unrelate(lead, "H1", "H2")).toEqual({ ok: false, reason: "missing" });
    expect(await stood()).toEqual([]);
  });
});
