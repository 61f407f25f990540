import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { trackRecords } from "@/lib/analysis/track-record";
import { nobody, type Person } from "@/lib/auth/actor";
import { listCitingInquiries } from "@/lib/citing/queries";
import { addClaim, editClaim, setClaimWithdrawn } from "@/lib/claim/mutations";
import {
  findClaim,
  judgeAll,
  listAsserters,
  listClaimStatements,
  listClaims,
  listStandingClaims,
  readClaimInputs,
} from "@/lib/claim/queries";
import { claimDraft, claimEdit, claimFilter, claimWithdrawal } from "@/lib/claim/schema";
import { withVerdict } from "@/lib/claim-rating/effect";
import { rateOnClaim } from "@/lib/claim-rating/mutations";
import {
  findOwnRating,
  listRatedEntries,
  listRatingsOnClaim,
  suggestEntries,
} from "@/lib/claim-rating/queries";
import { claimRating } from "@/lib/claim-rating/schema";
import { database } from "@/lib/db/client";
import { addDiscrepancy, setDiscrepancyWithdrawn } from "@/lib/discrepancy/mutations";
import { discrepancyDraft, discrepancyWithdrawal } from "@/lib/discrepancy/schema";
import { editEvidence, setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { findEvidence } from "@/lib/evidence/queries";
import { evidenceEdit, evidenceWithdrawal } from "@/lib/evidence/schema";
import { listHistory } from "@/lib/history/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { sourceStandings } from "@/lib/origin/standing";
import { readReview } from "@/lib/review/queries";
import { gradeSource, linkSources, setSourceWithdrawn } from "@/lib/source/mutations";
import { findSource, listNamedSources } from "@/lib/source/queries";
import { recordsIn } from "@/lib/source/record";
import { sourceGrade, sourceLinkDraft, sourceWithdrawal } from "@/lib/source/schema";
import {
  addEntry,
  enrol,
  findFaults,
  granted,
  historyOf,
  makeAdministrator,
  makeInquiry,
  makePerson,
  openWorld,
  scopeOf,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;
let inquiry: InquiryScope;

const forbidden = { ok: false, reason: "forbidden" };
const missing = { ok: false, reason: "missing" };
const invalid = { ok: false, reason: "invalid" };

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
  inquiry = await makeInquiry(lead);
  await enrol(lead, inquiry.slug, analyst, "analyst");
});
afterAll(() => world.close());

const draft = (fields: Record<string, unknown> = {}, slug = inquiry.slug) =>
  claimDraft.parse({
    slug,
    statement: "It was us.",
    asserter: { source: "The party", sourceKind: "party" },
    ...fields,
  });
const make = async (fields: Record<string, unknown> = {}, person = lead, slug = inquiry.slug) =>
  granted(await addClaim(person, draft(fields, slug))).id;
const edit = (id: string, version: number, fields: Record<string, unknown> = {}) =>
  claimEdit.parse({
    slug: inquiry.slug,
    id,
    version: String(version),
    statement: "It was us.",
    asserter: { source: "The party" },
    ...fields,
  });
const withdrawal = (id: string, reason = "It was taken back.", slug = inquiry.slug) =>
  claimWithdrawal.parse({ slug, id, reason });
const takeBack = { intent: "take-back" };
const rating = (id: string, evidence: string, consistency: string, slug = inquiry.slug, reason = "") =>
  claimRating.parse({ slug, id, evidence, consistency, reason, ...(consistency === "" ? takeBack : {}) });
const rate = async (person: Person, id: string, evidence: string, consistency: string, scope = inquiry) =>
  granted(await rateOnClaim(person, rating(id, evidence, consistency, scope.slug)));
const found = async (id: string, scope = inquiry) => {
  const claim = await findClaim(scope, id);
  if (!claim) throw new Error(`no ${id}`);
  return claim;
};
const judged = async (id: string, scope = inquiry) =>
  (await judgeAll(scope, await getMatrix(scope.id))).get(id);
const lastOf = async (scope: InquiryScope, actor: Person) => (await listHistory(actor, scope, 1)).lines[0];

describe("A claim", () => {
  it("is added with its asserter and where it appeared, makes the sources that are new, and stands in the history", async () => {
    const id = await make({
      statement: "It was us, in March.",
      asserter: { source: "The party", sourceKind: "party", via: "The gazette", viaKind: "media" },
      about: "The fire",
      place: "The harbour",
      occurredOn: "2024-03",
      assertedOn: "2024-04~",
      appearances: [
        {
          source: "The gazette",
          sourceKind: "media",
          locator: "page 3",
          quote: "It was us.",
          appearedOn: "2024-04-01",
        },
        { source: "", via: "" },
        { source: "The wire", sourceKind: "media", via: "The gazette", url: "https://example.org/1" },
      ],
    });
    expect(await found(id)).toMatchObject({
      statement: "It was us, in March.",
      about: "The fire",
      place: "The harbour",
      occurredOn: "2024-03",
      assertedOn: "2024-04~",
      assertedBy: { name: "The party" },
      assertedVia: { name: "The gazette" },
      createdBy: { name: "Lead" },
      appearances: [
        {
          id: `${id}.1`,
          source: { name: "The gazette" },
          via: null,
          locator: "page 3",
          appearedOn: "2024-04-01",
        },
        { id: `${id}.2`, source: { name: "The wire" }, via: { name: "The gazette" } },
      ],
    });
    expect(await database().source.count({ where: { name: "The gazette" } })).toBe(1);
    expect(await lastOf(inquiry, lead)).toMatchObject({
      action: "claim.added",
      subject: id,
      after: {
        statement: "It was us, in March.",
        assertedOn: "2024-04~",
        appearances: [{ id: `${id}.1` }, { id: `${id}.2` }],
      },
    });
    // Whoever sees the inquiry sees every source that it names.
    const wire = await database().source.findFirstOrThrow({ where: { name: "The wire" } });
    expect(await findSource(analyst, wire.id)).not.toBeNull();
    expect(await findSource(await makePerson("Outsider"), wire.id)).toBeNull();
  });

  it("is refused without an asserter, with a new one of no kind, or one that reaches us through itself; nothing is left", async () => {
    const before = [await database().claim.count(), await database().source.count()];
    expect(await addClaim(lead, draft({ asserter: { source: "" } }))).toMatchObject({
      ...invalid,
      errors: { "asserter.source": expect.any(String) },
    });
    expect(await addClaim(lead, draft({ asserter: { source: "Somebody unheard of" } }))).toMatchObject({
      ...invalid,
      errors: { "asserter.sourceKind": expect.any(String) },
    });
    const echo = { source: "the party", via: "The Party" };
    expect(
      await addClaim(lead, draft({ appearances: [{ source: "Another", sourceKind: "media" }, echo] })),
    ).toMatchObject({ ...invalid, errors: { "appearances.1.via": expect.any(String) } });
    expect([await database().claim.count(), await database().source.count()]).toEqual(before);
  });

  it("is edited: appearances that stay keep their number, new ones get one that nothing had", async () => {
    const gazette = { source: "The gazette", sourceKind: "media" };
    const id = await make({ appearances: [gazette, { ...gazette, locator: "page 9" }] });
    granted(await addDiscrepancy(lead, discrepancyOn(id)));
    granted(
      await editClaim(
        lead,
        edit(id, 1, {
          statement: "It was us alone.",
          appearances: [
            { id: `${id}.2`, source: "The gazette", locator: "page 10" },
            { source: "The party", locator: "a speech" },
          ],
        }),
      ),
    );
    const { statement, version, appearances, discrepancies } = await found(id);
    expect([statement, version]).toEqual(["It was us alone.", 2]);
    expect(appearances.map((each) => [each.id, each.locator])).toEqual([
      [`${id}.2`, "page 10"],
      [`${id}.4`, "a speech"],
    ]);
    expect(discrepancies.map((each) => each.id)).toEqual([`${id}.3`]);
    expect(await lastOf(inquiry, lead)).toMatchObject({
      action: "claim.edited",
      before: { statement: "It was us." },
      after: { statement: "It was us alone." },
    });
  });

  it("that two people edit is saved once: the second is shown both texts", async () => {
    const id = await make();
    granted(await editClaim(lead, edit(id, 1, { statement: "The first to save.", assertedOn: "2024" })));
    const second = edit(id, 1, {
      statement: "The second to save.",
      assertedOn: "2023",
      reason: "It was unclear.",
    });
    expect(await editClaim(analyst, second)).toMatchObject({
      ok: false,
      reason: "conflict",
      conflict: {
        by: "Lead",
        version: 2,
        fields: expect.arrayContaining([
          { name: "statement", label: "Claim", theirs: "The first to save.", yours: "The second to save." },
          { name: "assertedOn", label: "Asserted on", theirs: "2024", yours: "2023" },
        ]),
      },
    });
    expect((await found(id)).statement).toBe("The first to save.");
    granted(await editClaim(analyst, { ...second, version: 2 }));
    expect((await found(id)).statement).toBe("The second to save.");
  });

  it("that is saved as it was has no new version, and nothing of it stands in the history", async () => {
    const id = await make({
      appearances: [{ source: "The gazette", sourceKind: "media", appearedOn: "2024" }],
    });
    const last = await lastOf(inquiry, lead);
    const asItWas = edit(id, 1, {
      appearances: [{ id: `${id}.1`, source: "The gazette", appearedOn: "2024" }],
    });
    expect(granted(await editClaim(lead, asItWas))).toEqual({ version: 1 });
    expect(await lastOf(inquiry, lead)).toEqual(last);
  });

  it("keeps an asserter and a relay that were withdrawn since; newly named they are refused", async () => {
    const id = await make({
      asserter: { source: "The forger", sourceKind: "media" },
      appearances: [{ source: "The forger", sourceKind: "media", via: "The printer", viaKind: "media" }],
    });
    const { assertedBy, appearances } = await found(id);
    const [line] = appearances;
    const hands = { source: `${assertedBy.id} · The forger`, via: `${line?.via?.id} · The printer` };
    for (const source of [assertedBy.id, line?.via?.id ?? ""])
      granted(
        await setSourceWithdrawn(lead, sourceWithdrawal.parse({ id: source, reason: "A forgery." }), true),
      );
    const stood = { asserter: { source: hands.source }, appearances: [{ id: line?.id, ...hands }] };
    granted(await editClaim(lead, edit(id, 1, { ...stood, statement: "Was it us?" })));
    expect(await found(id)).toMatchObject({
      statement: "Was it us?",
      assertedBy: { id: assertedBy.id },
      appearances: [{ id: line?.id, source: { id: assertedBy.id }, via: { id: line?.via?.id } }],
    });
    expect(await addClaim(lead, draft(stood))).toMatchObject({
      errors: { "asserter.source": expect.stringContaining(`${hands.source} is withdrawn.`) },
    });
  });

  it("of somebody else is changed only with a written reason", async () => {
    const id = await make();
    expect(await editClaim(analyst, edit(id, 1))).toEqual({ ok: false, reason: "reason-needed" });
    granted(await editClaim(analyst, edit(id, 1, { statement: "We did it.", reason: "It was unclear." })));
    expect(await lastOf(inquiry, lead)).toMatchObject({ actor: "Analyst", reason: "It was unclear." });
  });

  it("is withdrawn with a reason, stays visible, and is put back; both stand in the history", async () => {
    const id = await make();
    granted(await setClaimWithdrawn(lead, withdrawal(id, "The paper took it back."), true));
    expect(await found(id)).toMatchObject({ withdrawnReason: "The paper took it back." });
    granted(await setClaimWithdrawn(lead, withdrawal(id, "It stood by it after all."), false));
    expect(await found(id)).toMatchObject({ withdrawnAt: null, withdrawnReason: null });
    expect((await historyOf(inquiry.id)).slice(-2)).toEqual([
      `claim.withdrawn ${id}`,
      `claim.restored ${id}`,
    ]);
  });

  it("is a reader's to see and not to change, and a stranger's not at all, nor through another inquiry's address", async () => {
    const id = await make();
    const evidence = await addEntry(lead, inquiry.slug);
    const { id: discrepancy } = granted(await addDiscrepancy(lead, discrepancyOn(id)));
    const reader = await makePerson("Reader");
    await enrol(lead, inquiry.slug, reader, "reader");
    const stranger = await makePerson("Stranger");
    const elsewhere = await makeInquiry(stranger, { visibility: "public" });
    const attempts = (person: Person, slug: string) => [
      editClaim(person, { ...edit(id, 1, { reason: "Why not." }), slug }),
      setClaimWithdrawn(person, withdrawal(id, "No.", slug), true),
      rateOnClaim(person, rating(id, evidence, "C", slug)),
      addDiscrepancy(person, { ...discrepancyOn(id), slug }),
      setDiscrepancyWithdrawn(
        person,
        discrepancyWithdrawal.parse({ slug, id: discrepancy, reason: "No." }),
        true,
      ),
    ];
    for (const attempt of [addClaim(reader, draft()), ...attempts(reader, inquiry.slug)])
      expect(await attempt).toEqual(forbidden);
    for (const attempt of [addClaim(stranger, draft()), ...attempts(stranger, inquiry.slug)])
      expect(await attempt).toEqual(missing);
    for (const attempt of attempts(stranger, elsewhere.slug)) expect(await attempt).toEqual(missing);
    expect(await findClaim(elsewhere, id)).toBeNull();
    // An entry of another inquiry cannot be rated on a claim of one's own, whatever its number.
    const own = await make({}, stranger, elsewhere.slug);
    expect(await rateOnClaim(stranger, rating(own, evidence, "C", elsewhere.slug))).toMatchObject(invalid);
    expect(await found(id)).toMatchObject({ version: 1, withdrawnAt: null });
    expect((await found(id)).discrepancies).toHaveLength(1);
  });

  it("of a contributor makes them an analyst of an open inquiry", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const contributor = await makePerson("Contributor");
    await make({ asserter: { source: "An open party", sourceKind: "party" } }, contributor, open.slug);
    expect((await scopeOf(contributor, open.slug)).role).toBe("analyst");
    expect((await historyOf(open.id)).slice(-2)).toEqual(["member.joined Contributor", "claim.added C1"]);
  });
});

const discrepancyOn = (id: string) =>
  discrepancyDraft.parse({
    slug: inquiry.slug,
    id,
    says: "In March.",
    against: "The ship came in April.",
    noticedBy: "us",
  });

describe("A discrepancy", () => {
  it("bears who noticed it, is withdrawn with a reason, and put back", async () => {
    const id = await make();
    granted(await addDiscrepancy(analyst, discrepancyOn(id)));
    granted(await addDiscrepancy(analyst, { ...discrepancyOn(id), noticedBy: "source" }));
    const master = { noticedBy: "other", noticedByName: "The harbour master" } as const;
    granted(await addDiscrepancy(analyst, { ...discrepancyOn(id), ...master }));
    const [ours, theirs, others] = (await found(id)).discrepancies;
    expect(ours).toMatchObject({ id: `${id}.1`, noticedBy: "us", createdBy: { name: "Analyst" } });
    expect(theirs).toMatchObject({ id: `${id}.2`, noticedBy: "source", noticedByName: "" });
    expect(others).toMatchObject({ id: `${id}.3`, ...master });
    expect((await lastOf(inquiry, lead))?.after).toMatchObject(master);
    const given = discrepancyWithdrawal.parse({ slug: inquiry.slug, id: `${id}.1`, reason: "It was April." });
    granted(await setDiscrepancyWithdrawn(analyst, given, true));
    expect((await found(id)).discrepancies[0]).toMatchObject({ withdrawnReason: "It was April." });
    granted(await setDiscrepancyWithdrawn(lead, given, false));
    expect((await found(id)).discrepancies[0]).toMatchObject({ withdrawnAt: null });
    expect((await historyOf(inquiry.id)).slice(-5)).toEqual([
      `discrepancy.noted ${id}.1`,
      `discrepancy.noted ${id}.2`,
      `discrepancy.noted ${id}.3`,
      `discrepancy.withdrawn ${id}.1`,
      `discrepancy.restored ${id}.1`,
    ]);
  });
});

describe("A claim with very many discrepancies", () => {
  it("shows a page of them, and how many there are", async () => {
    const id = await make();
    const rows = Array.from({ length: 60 }, (_, row) => ({
      ...{ inquiryId: inquiry.id, claimId: id, ordinal: row + 1, id: `${id}.${row + 1}` },
      ...{ says: "March", against: "April" },
    }));
    await database().claimDiscrepancy.createMany({ data: rows });
    const { discrepancies, _count } = await found(id);
    expect(discrepancies.map((each) => each.id)).toEqual(rows.slice(0, 50).map((each) => each.id));
    expect(_count.discrepancies).toBe(60);
  });
});

describe("An entry", () => {
  it("can name the claim that it reports, which both then show; one that is not here it cannot", async () => {
    const id = await make();
    const evidence = await addEntry(lead, inquiry.slug, { claimId: `${id.toLowerCase()} · It was us.` });
    expect((await findEvidence(lead, inquiry, evidence))?.claim).toMatchObject({
      id,
      statement: "It was us.",
    });
    expect((await found(id)).reports.map((report) => report.id)).toEqual([evidence]);
    const change = (claimId: string) =>
      editEvidence(
        lead,
        evidenceEdit.parse({
          slug: inquiry.slug,
          id: evidence,
          version: "1",
          statement: "Something was seen.",
          kind: "report",
          claimId,
        }),
      );
    expect(await change("C999")).toMatchObject({ ...invalid, errors: { claimId: expect.any(String) } });
    granted(await change(""));
    expect((await found(id)).reports).toEqual([]);
    expect(await lastOf(inquiry, lead)).toMatchObject({ before: { claimId: id }, after: { claimId: null } });
  });

  it("of another inquiry is refused as a report by the database itself", async () => {
    const elsewhere = await makeInquiry(lead);
    const evidence = await addEntry(lead, elsewhere.slug);
    await expect(
      database().evidence.update({
        where: { inquiryId_id: { inquiryId: elsewhere.id, id: evidence } },
        data: { claimId: "C1" },
      }),
    ).rejects.toThrow();
  });
});

describe("Ratings on a claim", () => {
  it("by one analyst, sent 64 times side by side, leave one row and a history without gaps", async () => {
    const id = await make();
    const evidence = await addEntry(lead, inquiry.slug);
    const codes = ["II", "I", "N", "C", "CC", "NA"];
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        rateOnClaim(lead, rating(id, evidence, codes[index % codes.length] ?? "C")),
      ),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(await database().claimRating.count({ where: { inquiryId: inquiry.id, claimId: id } })).toBe(1);
    const changes = outcomes.filter((outcome) => outcome.ok && outcome.value.changed).length;
    const events = (await historyOf(inquiry.id)).filter((line) => line === `claim.rated ${id}/${evidence}`);
    expect(events).toHaveLength(changes);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("are taken back where that is asked for, and what did not change leaves no trace", async () => {
    const id = await make();
    const evidence = await addEntry(lead, inquiry.slug);
    expect(await rate(lead, id, evidence, "C")).toEqual({ changed: true });
    expect(await rate(lead, id, evidence, "C")).toEqual({ changed: false });
    expect(await findOwnRating(inquiry, id, evidence, lead.analystId)).toEqual({
      consistency: "C",
      reason: "",
    });
    expect(await rate(lead, id, evidence, "")).toEqual({ changed: true });
    expect(await rate(lead, id, evidence, "")).toEqual({ changed: false });
    expect(await listRatedEntries(inquiry, id)).toEqual([]);
    const events = (await historyOf(inquiry.id)).filter((line) => line === `claim.rated ${id}/${evidence}`);
    expect(events).toHaveLength(2);
  });

  it("are blind until one's own is given: on the claim and in the history; readers see them", async () => {
    const id = await make();
    const [evidence, other] = [await addEntry(lead, inquiry.slug), await addEntry(lead, inquiry.slug)];
    granted(await rateOnClaim(lead, rating(id, evidence, "CC", inquiry.slug, "It fits like a glove.")));
    await rate(lead, id, other, "II");
    const rated = [evidence, other];
    const seenBy = async (person: Person) => {
      const scope = await scopeOf(person, inquiry.slug);
      const { ratings, blind } = await listRatingsOnClaim(person, scope, id, { rated, shown: rated });
      const { lines } = await listHistory(person, scope, 1);
      const event = lines.find((line) => line.actor === "Lead" && line.subject === `${id}/${evidence}`);
      return {
        reasons: ratings.get(evidence)?.map(({ reason }) => reason),
        blind: [...blind],
        history: event?.after,
        hiddenUntil: event?.hiddenUntil,
      };
    };
    const open = { reasons: ["It fits like a glove."], history: { consistency: "CC" }, hiddenUntil: null };
    const reader = await makePerson("Second reader");
    await enrol(lead, inquiry.slug, reader, "reader");
    expect(await seenBy(lead)).toMatchObject({ ...open, blind: [] });
    expect(await seenBy(reader)).toMatchObject({ ...open, blind: [] });
    expect(await seenBy(analyst)).toEqual({
      reasons: undefined,
      blind: rated,
      history: null,
      hiddenUntil: `you have rated ${evidence} on ${id}`,
    });
    await rate(analyst, id, evidence, "I");
    const afterwards = await seenBy(analyst);
    expect(afterwards).toMatchObject({ blind: [other], history: { consistency: "CC" }, hiddenUntil: null });
    expect(afterwards.reasons?.toSorted()).toEqual(["", "It fits like a glove."]);
    // Having rated it on this claim opens nothing on another.
    const second = await make();
    await rate(lead, second, evidence, "C");
    const scope = await scopeOf(analyst, inquiry.slug);
    const { blind } = await listRatingsOnClaim(analyst, scope, second, {
      rated: [evidence],
      shown: [evidence],
    });
    expect([...blind]).toEqual([evidence]);
  });

  it("suggest what one has not rated yet before what one has", async () => {
    const own = await makeInquiry(lead);
    const id = await make({}, lead, own.slug);
    for (const statement of ["First.", "Second."]) await addEntry(lead, own.slug, { statement });
    await rate(lead, id, "E1", "C", own);
    expect((await suggestEntries(lead, own, id)).map((entry) => entry.id)).toEqual(["E2", "E1"]);
    expect((await suggestEntries(nobody, own, id)).map((entry) => entry.id)).toEqual(["E1", "E2"]);
  });
});

describe("The verdict", () => {
  /** A private inquiry of its own, with sources graded by letter, each with one entry that is believed. */
  async function weigh(grades: Readonly<Record<string, string>>, asserter: string) {
    const scope = await makeInquiry(lead);
    const claim = await make({ asserter: { source: asserter, sourceKind: "party" } }, lead, scope.slug);
    const entries: Record<string, string> = {};
    for (const [name, letter] of Object.entries(grades)) {
      entries[name] = await addEntry(lead, scope.slug, {
        citations: [{ source: name, sourceKind: "media" }],
        credibility: "1",
      });
      const { id } = await database().source.findFirstOrThrow({ where: { name } });
      granted(
        await gradeSource(
          lead,
          sourceGrade.parse({ id, reliability: letter, inquiry: scope.slug, reason: "So it is." }),
        ),
      );
    }
    return { scope, claim, entries };
  }

  it("is unverified while nobody has rated anything", async () => {
    const id = await make();
    expect(await judged(id)).toMatchObject({
      input: { ratings: [] },
      findings: { verdict: "unverified", probability: 0.5, origins: [] },
    });
  });

  it("is disputed where one graded A speaks for it and three graded B against it", async () => {
    const { scope, claim, entries } = await weigh(
      { "Alpha A": "A", "Beta B": "B", "Gamma B": "B", "Delta B": "B" },
      "Verdict party",
    );
    for (const [name, evidence] of Object.entries(entries))
      await rate(lead, claim, evidence, name === "Alpha A" ? "CC" : "II", scope);
    const { findings } = (await judged(claim, scope)) ?? {};
    expect(findings).toMatchObject({ verdict: "disputed" });
    expect(findings?.origins).toHaveLength(4);
  });

  it("gets nothing from the asserter's own word through four outlets, and is of one origin by one more", async () => {
    const { scope, claim, entries } = await weigh({ "Witness A": "A" }, "Loud party");
    for (const outlet of ["Outlet 1", "Outlet 2", "Outlet 3", "Outlet 4"]) {
      const evidence = await addEntry(lead, scope.slug, {
        citations: [{ source: "Loud party", via: outlet, viaKind: "media" }],
        credibility: "1",
      });
      await rate(lead, claim, evidence, "CC", scope);
    }
    expect((await judged(claim, scope))?.findings).toMatchObject({
      verdict: "unverified",
      opinion: { belief: 0, disbelief: 0, uncertainty: 1 },
      ownWord: ["E2", "E3", "E4", "E5"],
    });
    const effect = granted(
      await withVerdict(lead, scope, claim, () =>
        rateOnClaim(lead, rating(claim, entries["Witness A"] ?? "", "CC", scope.slug)),
      ),
    );
    expect(effect.effect).toBe(`${claim} was unverified, P 0.50, and is now one origin only, P 0.95.`);
  });

  it("tells no figure of what others gave an entry to an analyst who has not rated it", async () => {
    const { scope, claim, entries } = await weigh({ "First voice": "A", "Second voice": "B" }, "Quiet party");
    await enrol(lead, scope.slug, analyst, "analyst");
    const [first = "", second = ""] = Object.values(entries);
    await rate(lead, claim, first, "CC", scope);
    const own = await scopeOf(analyst, scope.slug);
    const rateAs = async (evidence: string) =>
      granted(
        await withVerdict(analyst, own, claim, () =>
          rateOnClaim(analyst, rating(claim, evidence, "CC", scope.slug)),
        ),
      ).effect;
    expect(await rateAs(second)).toBe(`${claim} was one origin only, and is now supported.`);
    expect(await rateAs(first)).toMatch(/^C1 stays as it was: supported, P 0\.\d\d\.$/);
  });

  it("knows an asserter whom no entry cites, and whoever is linked to it, as its own word", async () => {
    const { scope, claim, entries } = await weigh({ "House organ": "A", "Other paper": "A" }, "Silent party");
    for (const evidence of Object.values(entries)) await rate(lead, claim, evidence, "CC", scope);
    expect((await judged(claim, scope))?.findings).toMatchObject({ verdict: "supported", ownWord: [] });
    const administrator = await makeAdministrator("Administrator");
    const idOf = async (name: string) => (await database().source.findFirstOrThrow({ where: { name } })).id;
    const link = {
      from: await idOf("Silent party"),
      to: await idOf("House organ"),
      kind: "owns",
      reason: "So.",
    };
    granted(await linkSources(administrator, sourceLinkDraft.parse(link)));
    expect((await judged(claim, scope))?.findings).toMatchObject({
      verdict: "single-origin",
      ownWord: [entries["House organ"]],
    });
  });

  it("counts neither withdrawn entries, nor ratings by whoever is no analyst any more", async () => {
    const { scope, claim, entries } = await weigh({ "One A": "A", "Two A": "A" }, "Counted party");
    const helper = await makePerson("Helper");
    await enrol(lead, scope.slug, helper, "analyst");
    const [first = "", second = ""] = Object.values(entries);
    await rate(lead, claim, first, "CC", scope);
    await rate(helper, claim, second, "CC", scope);
    const verdict = async () => (await judged(claim, scope))?.findings.verdict;
    expect(await verdict()).toBe("supported");
    await enrol(lead, scope.slug, helper, "reader");
    expect(await verdict()).toBe("single-origin");
    await enrol(lead, scope.slug, helper, "analyst");
    const withdrawn = evidenceWithdrawal.parse({ slug: scope.slug, id: first, reason: "It was forged." });
    granted(await setEvidenceWithdrawn(lead, withdrawn, true));
    expect(await verdict()).toBe("single-origin");
  });

  it("stays where the asserter is withdrawn, which has no record for it any more", async () => {
    const { scope, claim, entries } = await weigh({ "Fifth A": "A", "Sixth A": "A" }, "Fallen party");
    for (const evidence of Object.values(entries)) await rate(lead, claim, evidence, "CC", scope);
    const { assertedBy } = await found(claim, scope);
    const records = async () => {
      const matrix = await getMatrix(scope.id);
      return recordsIn(matrix, (await readClaimInputs([scope.id])).get(scope.id) ?? []);
    };
    expect(await records()).toMatchObject([{ source: assertedBy.id, claims: 1, supported: 1 }]);
    const given = sourceWithdrawal.parse({ id: assertedBy.id, reason: "It never was." });
    granted(await setSourceWithdrawn(await makeAdministrator("Keeper"), given, true));
    expect((await found(claim, scope)).assertedBy.withdrawnAt).toEqual(expect.any(Date));
    expect(await records()).toEqual([]);
    expect((await judged(claim, scope))?.findings.verdict).toBe("supported");
  });

  it("of a withdrawn claim is none: it counts nowhere, in no track record either, until it is put back", async () => {
    const { scope, claim, entries } = await weigh({ "Three A": "A", "Four A": "A" }, "Recorded party");
    for (const evidence of Object.values(entries)) await rate(lead, claim, evidence, "II", scope);
    const record = async () => {
      const inputs = (await readClaimInputs([scope.id])).get(scope.id) ?? [];
      const records = trackRecords((await getMatrix(scope.id)).input, inputs);
      return records.map(({ claims, contradicted }) => ({ claims, contradicted }));
    };
    expect(await record()).toEqual([{ claims: 1, contradicted: 1 }]);
    granted(await setClaimWithdrawn(lead, withdrawal(claim, "Misread.", scope.slug), true));
    expect(await record()).toEqual([]);
    expect(await judged(claim, scope)).toBeUndefined();
    granted(await setClaimWithdrawn(lead, withdrawal(claim, "Read anew.", scope.slug), false));
    expect(await record()).toEqual([{ claims: 1, contradicted: 1 }]);
  });
});

describe("Whoever a claim names", () => {
  const hands = ["The herald", "The relay", "The almanac", "The copyist"] as const;
  let own: InquiryScope;
  let ids: string[];

  beforeAll(async () => {
    own = await makeInquiry(lead);
    const [source, via, carrier, copyist] = hands;
    await make(
      {
        asserter: { source, sourceKind: "party", via, viaKind: "media" },
        appearances: [{ source: carrier, sourceKind: "media", via: copyist, viaKind: "media" }],
      },
      lead,
      own.slug,
    );
    ids = await Promise.all(
      hands.map(async (name) => (await database().source.findFirstOrThrow({ where: { name } })).id),
    );
  });

  it("is in the queue, and on the inquiry's page of sources, though no entry cites it", async () => {
    const { items } = await readReview(lead, new Date());
    expect(
      items.filter(({ inquiries }) => inquiries.some(({ slug }) => slug === own.slug)).map(({ id }) => id),
    ).toEqual(ids);
    const { input, analysis } = await getMatrix(own.id);
    const standings = sourceStandings(input, analysis, [], await listNamedSources(own));
    expect(standings.map(({ id, entries }) => [id, entries])).toEqual(ids.map((id) => [id, 0]));
  });

  it("bears the grades that count in this inquiry, whether it asserts the claim, passes it on or carries it", async () => {
    for (const id of ids)
      granted(await gradeSource(lead, sourceGrade.parse({ id, reliability: "A", inquiry: own.slug })));
    // Whoever belongs elsewhere judges for elsewhere.
    const [herald = ""] = ids;
    granted(
      await gradeSource(await makeAdministrator("Head"), sourceGrade.parse({ id: herald, reliability: "E" })),
    );
    const { analysis } = await getMatrix(own.id);
    const reliabilityOf = new Map(analysis.sources.map(({ id, reliability }) => [id, reliability]));
    expect(ids.map((id) => reliabilityOf.get(id))).toEqual([1, 1, 1, 1]);
  });

  it("has the claim among what depends on it, as its word or as what appears in it, withdrawn or not", async () => {
    const dependents = async (id: string) =>
      (await listCitingInquiries(lead, id)).flatMap(({ claims }) => claims);
    const [herald = "", relay = "", almanac = "", copyist = ""] = ids;
    for (const id of [herald, relay])
      expect(await dependents(id)).toMatchObject([{ id: "C1", statement: "It was us.", isItsWord: true }]);
    for (const id of [almanac, copyist])
      expect(await dependents(id)).toMatchObject([{ id: "C1", isItsWord: false, withdrawnAt: null }]);
    granted(await setClaimWithdrawn(lead, withdrawal("C1", "For a moment.", own.slug), true));
    expect(await dependents(almanac)).toMatchObject([{ withdrawnAt: expect.any(Date) }]);
    granted(await setClaimWithdrawn(lead, withdrawal("C1", "It is over.", own.slug), false));
  });

  it("is found behind however many claims of others", async () => {
    const crowd = await makeInquiry(lead);
    const [herald = "", , almanac = ""] = ids;
    const claims = Array.from({ length: 501 }, (_, row) => ({
      inquiryId: crowd.id,
      id: `C${row + 1}`,
      ordinal: row + 1,
      statement: `Claim ${row + 1}`,
      assertedById: row < 500 ? almanac : herald,
    }));
    await database().claim.createMany({ data: claims });
    const there = (await listCitingInquiries(lead, herald)).find(({ id }) => id === crowd.id);
    expect(there?.claims).toMatchObject([{ id: "C501", statement: "Claim 501", isItsWord: true }]);
    expect(await listClaimStatements([{ inquiryId: crowd.id, ids: ["C501"] }])).toEqual(
      new Map([[`${crowd.id}/C501`, "Claim 501"]]),
    );
    await database().claim.deleteMany({ where: { inquiryId: crowd.id } });
  });

  it("keeps its grades on the page of a withdrawn claim, and is in the queue for it no more", async () => {
    granted(await setClaimWithdrawn(lead, withdrawal("C1", "It was a hoax.", own.slug), true));
    const { analysis } = await getMatrix(own.id);
    expect(analysis.sources.map(({ id, reliability }) => [id, reliability])).toEqual(
      ids.map((id) => [id, 1]),
    );
    const { items } = await readReview(lead, new Date());
    expect(items.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe("The list of claims", () => {
  it("is narrowed by verdict, asserter and text, a page at a time", async () => {
    const scope = await makeInquiry(lead);
    const by = (source: string) => ({ asserter: { source, sourceKind: "party" } });
    await make({ ...by("Lister one"), statement: "The first." }, lead, scope.slug);
    await make({ ...by("Lister one"), statement: "The second.", place: "Basra" }, lead, scope.slug);
    await make({ ...by("Lister two"), statement: "The third." }, lead, scope.slug);
    granted(await setClaimWithdrawn(lead, withdrawal("C3", "No.", scope.slug), true));
    for (const name of ["Page one", "Page two"]) {
      const evidence = await addEntry(lead, scope.slug, {
        citations: [{ source: name, sourceKind: "media" }],
        credibility: "1",
      });
      const { id } = await database().source.findFirstOrThrow({ where: { name } });
      granted(await gradeSource(lead, sourceGrade.parse({ id, reliability: "A", inquiry: scope.slug })));
      await rate(lead, "C2", evidence, "CC", scope);
    }
    const all = await judgeAll(scope, await getMatrix(scope.id));
    const list = async (filter: Record<string, unknown>, perPage?: number) => {
      const { lines, total, pages } = await listClaims(scope, all, claimFilter.parse(filter), perPage);
      return { ids: lines.map(({ id }) => id), total, pages };
    };
    expect(await list({})).toEqual({ ids: ["C1", "C2", "C3"], total: 3, pages: 1 });
    expect((await list({ verdict: "supported" })).ids).toEqual(["C2"]);
    expect((await list({ verdict: "unverified" })).ids).toEqual(["C1"]);
    expect((await list({ verdict: "withdrawn" })).ids).toEqual(["C3"]);
    expect((await list({ text: "BASRA" })).ids).toEqual(["C2"]);
    const asserters = [...(await listAsserters(scope))];
    expect(asserters.map(([, name]) => name)).toEqual(["Lister one", "Lister two"]);
    expect((await list({ asserter: asserters[1]?.[0] })).ids).toEqual(["C3"]);
    expect(await list({ page: "2" }, 2)).toEqual({ ids: ["C3"], total: 3, pages: 2 });
  });

  it("begins on the overview with what is disputed, and leaves out what is withdrawn", async () => {
    const scope = await makeInquiry(lead);
    const asserter = { source: "Overview party", sourceKind: "party" };
    for (const statement of ["First.", "Second.", "Third.", "Fourth."])
      await make({ asserter, statement }, lead, scope.slug);
    granted(await setClaimWithdrawn(lead, withdrawal("C1", "No.", scope.slug), true));
    for (const [name, code] of [
      ["Overview one", "CC"],
      ["Overview two", "II"],
    ] as const) {
      const evidence = await addEntry(lead, scope.slug, {
        citations: [{ source: name, sourceKind: "media" }],
        credibility: "1",
      });
      const { id } = await database().source.findFirstOrThrow({ where: { name } });
      granted(await gradeSource(lead, sourceGrade.parse({ id, reliability: "A", inquiry: scope.slug })));
      await rate(lead, "C4", evidence, code, scope);
    }
    const all = await judgeAll(scope, await getMatrix(scope.id));
    const { lines, total } = await listStandingClaims(scope, all, 2);
    expect(lines.map(({ id }) => id)).toEqual(["C4", "C2"]);
    expect(total).toBe(4);
  });
});
