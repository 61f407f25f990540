import "server-only";
import { isDeepStrictEqual } from "node:util";
import { groupBy } from "@/lib/analysis/group-by";
import type { Reliability } from "@/lib/analysis/scales";
import type { Person } from "@/lib/auth/actor";
import { visibleSources } from "@/lib/auth/scope";
import { type ComparedField, conflict } from "@/lib/conflict";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { installationChain } from "@/lib/history/chain";
import { type Change, lockInstallation, recordInChains } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome, reasonNeeded } from "@/lib/outcome";
import { countingRoles, installationPolicy } from "@/lib/policy";
import { citing, citingBeyond } from "./citing";
import { addSource } from "./resolve";
import type {
  SourceDraft,
  SourceEdit,
  SourceGrade,
  SourceGradeUndo,
  SourceLinkDraft,
  SourceLinkEdit,
  SourceLinkRemoval,
  SourceWithdrawal,
} from "./schema";

const roleOf = (actor: Person) => (actor.isAdministrator ? "administrator" : "account");

/** A source of its own, before anything cites it. Until then its maker and administrators alone see it. */
export function createSource(actor: Person, draft: SourceDraft): Promise<Outcome<{ id: string }>> {
  return write(async (tx) => done({ id: await addSource(tx, actor, draft) }));
}

/** What is said of a source: by whoever made it, administrators, and, with a reason, those who work with it. */
export function editSource(actor: Person, edit: SourceEdit): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    const source = await tx.source.findFirst({ where: { AND: [{ id: edit.id }, visibleSources(actor)] } });
    if (!source) return missing;
    if (source.createdById !== actor.analystId && !actor.isAdministrator) {
      const worksWithIt = await tx.inquiry.count({
        where: {
          AND: [
            citing([edit.id]),
            { memberships: { some: { analystId: actor.analystId, role: { in: [...countingRoles] } } } },
          ],
        },
      });
      if (worksWithIt === 0) return forbidden;
      if (edit.reason === "") return reasonNeeded;
    }
    const { id: _, version, reason, ...after } = edit;
    const { name, kind, stake, description, url, publishedOn } = source;
    const before = { name, kind, stake, description, url, publishedOn };
    if (source.version === version && isDeepStrictEqual(before, after)) return done({ version });
    const { count } = await tx.source.updateMany({
      where: { id: edit.id, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = await tx.source.findUniqueOrThrow({ where: { id: edit.id } });
      return conflict(tx, {
        chain: installationChain,
        subject: edit.id,
        edited: "source.edited",
        opened: version,
        version: now.version,
        theirs: now,
        yours: after,
        fields: comparedFields,
      });
    }
    await recordHere(tx, actor, {
      action: "source.edited",
      subject: edit.id,
      before,
      after,
      reason,
    });
    return done({ version: version + 1 });
  });
}

/**
 * Takes a source out of the reckoning, or puts it back. That moves every inquiry that cites it, so it is for
 * administrators, and for whoever made it as long as they are analyst or lead in all of those.
 */
export function setSourceWithdrawn(
  actor: Person,
  { id, reason }: SourceWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const source = await tx.source.findFirst({ where: { AND: [{ id }, visibleSources(actor)] } });
    if (!source) return missing;
    if (!actor.isAdministrator) {
      if (source.createdById !== actor.analystId) return forbidden;
      const beyond = await tx.inquiry.count({ where: citingBeyond(id, actor.analystId) });
      if (beyond > 0) return forbidden;
    }
    const { count } = await tx.source.updateMany({
      where: { id, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return done(null);
    const change = { action: isWithdrawn ? "source.withdrawn" : "source.restored", subject: id, reason };
    await recordEverywhere(tx, actor, [id], change);
    return done(null);
  });
}

const comparedFields: readonly ComparedField<
  Pick<SourceEdit, "name" | "stake" | "description" | "url" | "publishedOn"> & { readonly kind: string }
>[] = [
  { name: "name", label: "Name", of: ({ name }) => name },
  { name: "kind", label: "Kind", of: ({ kind }) => kind },
  { name: "stake", label: "Stake", of: ({ stake }) => stake },
  { name: "description", label: "Description", of: ({ description }) => description },
  { name: "url", label: "Address", of: ({ url }) => url },
  { name: "publishedOn", label: "Published", of: ({ publishedOn }) => publishedOn },
];

/** What a grade did: in which inquiries it counts, and whether anything changed. */
export interface Graded {
  readonly changed: boolean;
  readonly countsIn: readonly { readonly id: string; readonly slug: string; readonly question: string }[];
}

/**
 * One analyst's grade of a source. It counts in every inquiry that cites the source and has this analyst as analyst
 * or lead, and writes an event there; its reason is read only in the inquiry where it was written.
 */
export function gradeSource(actor: Person, grade: SourceGrade): Promise<Outcome<Graded>> {
  return write<Graded>((tx) => giveGrade(tx, actor, grade));
}

/**
 * Gives again what stood before an analyst's last grade of a source, or takes the grade back where nothing did. That is
 * a grade like any other: both stay, and the inquiries in which it counts have an event of each; it is as old as it was.
 * Where the reason was written in an inquiry that is not theirs any more, it is written in none.
 */
export function undoGrade(
  actor: Person,
  { id, reliability }: SourceGradeUndo,
): Promise<Outcome<Graded & { readonly reliability: Reliability | null }>> {
  return write(async (tx) => {
    await lockGrades(tx, actor, id);
    const last = await tx.sourceRating.findFirst({
      where: { sourceId: id, analystId: actor.analystId, isCurrent: true },
      select: { reliability: true, replaced: true },
    });
    if (!last) return missing;
    if (last.reliability !== reliability) {
      return invalid({}, `Your grade of ${id} is ${last.reliability} by now. Nothing was undone.`);
    }
    const { replaced } = last;
    const writtenIn = replaced?.inquiryId
      ? await tx.inquiry.findUnique({ where: { id: replaced.inquiryId }, select: { slug: true } })
      : null;
    const scope = writtenIn && (await findInquiry(actor, writtenIn.slug, tx));
    const before = {
      id,
      reliability: (replaced?.reliability ?? null) as Reliability | null,
      reason: replaced?.reason ?? "",
      inquiry: scope && mayIn(scope, "gradeSource") ? scope.slug : "",
      keepsReason: false,
    };
    const outcome = await giveGrade(tx, actor, before, replaced);
    return outcome.ok ? done({ ...outcome.value, reliability: before.reliability }) : outcome;
  });
}

/** A grade sent again within so many milliseconds was sent twice, and is no judgement of its own. */
const SENT_TWICE = 60_000;

/** One analyst's grades of one source queue here. */
const lockGrades = (tx: Transaction, actor: Person, id: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${id}/${actor.analystId}`}, 0))`;

/** @param restored What undoing gives again; left out for what is judged now. */
async function giveGrade(
  tx: Transaction,
  actor: Person,
  grade: SourceGrade,
  restored?: { readonly ratedAt: Date; readonly judgedAt: Date | null } | null,
): Promise<Outcome<Graded>> {
  const source = await tx.source.findFirst({ where: { AND: [{ id: grade.id }, visibleSources(actor)] } });
  if (!source) return missing;
  const scope = grade.inquiry === "" ? null : await findInquiry(actor, grade.inquiry, tx);
  if (grade.inquiry !== "") {
    if (!scope) return invalid({ inquiry: "This inquiry is not here, or not open to you." });
    if (!mayIn(scope, "gradeSource"))
      return invalid({ inquiry: "Your role in this inquiry does not allow grading." });
    const cites = await tx.inquiry.count({ where: { AND: [{ id: scope.id }, citing([grade.id])] } });
    if (cites === 0) return invalid({ inquiry: "This inquiry does not cite the source." });
  }
  await lockGrades(tx, actor, grade.id);
  const key = { sourceId: grade.id, analystId: actor.analystId };
  const before = await tx.sourceRating.findFirst({ where: { ...key, isCurrent: true } });
  if (scope?.role === "contributor") {
    await lockInstallation(tx);
    await joinIfContributor(tx, actor, scope);
  }
  const countsIn = await tx.inquiry.findMany({
    where: {
      AND: [
        citing([grade.id]),
        { memberships: { some: { analystId: actor.analystId, role: { in: [...countingRoles] } } } },
      ],
    },
    orderBy: { createdAt: "asc" },
    select: { id: true, slug: true, question: true },
  });
  const { reliability } = grade;
  const isKept = grade.keepsReason && grade.reason === "" && before?.reliability === reliability;
  const reason = isKept ? before.reason : grade.reason;
  const at = new Date();
  const isSame =
    (before?.reliability ?? null) === reliability &&
    (before?.reason ?? "") === reason &&
    (before?.inquiryId ?? null) === (scope?.id ?? null);
  const isSentTwice = isSame && (!before || at.getTime() - before.ratedAt.getTime() < SENT_TWICE);
  if (isSentTwice && !restored) return done({ changed: false, countsIn });
  await tx.sourceRating.updateMany({
    where: { ...key, isCurrent: true },
    data: { isCurrent: false, endedAt: at },
  });
  if (reliability) {
    await tx.sourceRating.create({
      data: {
        ...key,
        reliability,
        reason,
        inquiryId: scope?.id ?? null,
        ratedAt: at,
        judgedAt: restored ? (restored.judgedAt ?? restored.ratedAt) : null,
        replacedId: before?.id ?? null,
      },
    });
  }
  const change = {
    action: "source.graded",
    subject: grade.id,
    before: { reliability: before?.reliability ?? null },
    after: { reliability },
  };
  const chains = new Set([installationChain, ...countsIn.map(({ id }) => id), ...(scope ? [scope.id] : [])]);
  await recordInChains(
    tx,
    actor.analystId,
    [...chains].map((chain) => ({
      chain,
      change: chain === scope?.id ? { ...change, reason } : change,
    })),
  );
  return done({ changed: true, countsIn });
}

/** Says that two sources hang together, by an administrator. Links that join make them one origin everywhere. */
export function linkSources(actor: Person, draft: SourceLinkDraft): Promise<Outcome<null>> {
  return write(async (tx) => {
    if (installationPolicy.linkSources[roleOf(actor)] !== "yes") return forbidden;
    if (draft.from === draft.to) return invalid({ to: "A link joins two different sources." });
    const found = await tx.source.count({ where: { id: { in: [draft.from, draft.to] } } });
    if (found < 2) return invalid({ to: `There is no source ${draft.to}.` });
    const { from, to, kind, since, until, reason } = draft;
    // Of two who link the same pair at once the second sees what the first said.
    await lockInstallation(tx);
    const known = await tx.sourceLink.findFirst({
      where: {
        kind,
        // One origin goes both ways.
        OR: [{ fromId: from, toId: to }, ...(kind === "same-origin" ? [{ fromId: to, toId: from }] : [])],
      },
    });
    if (known) {
      const isSaid = known.since === since && known.until === until && known.reason === reason;
      return isSaid ? done(null) : invalid({}, linkedSentence(draft));
    }
    await tx.sourceLink.create({
      data: { fromId: from, toId: to, kind, reason, since, until, createdById: actor.analystId },
    });
    await recordEverywhere(tx, actor, [from, to], {
      action: "source.linked",
      subject: `${from}/${to}`,
      after: { from, to, kind, since, until },
      reason,
    });
    return done(null);
  });
}

const linkedSentence = ({ from, to }: SourceLinkDraft) =>
  `${from} and ${to} are linked like this already, so nothing was saved; what you typed is still here. “Edit the link to ${to}” on the page of ${from} changes how it is known and since when.`;

/** What of a link an edit changes, as the history has it. */
interface LinkContent {
  readonly since: string | null;
  readonly until: string | null;
  readonly note: string;
}

/** Says otherwise how and since when two sources are known to hang together. What joins them stays as it is. */
export function editLink(actor: Person, edit: SourceLinkEdit): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    if (installationPolicy.linkSources[roleOf(actor)] !== "yes") return forbidden;
    const { id, version, since, until, reason } = edit;
    const link = await tx.sourceLink.findUnique({ where: { id } });
    if (!link) return missing;
    const isAsItWas = link.since === since && link.until === until && link.reason === reason;
    if (link.version === version && isAsItWas) return done({ version });
    const { count } = await tx.sourceLink.updateMany({
      where: { id, version },
      data: { since, until, reason, version: { increment: 1 } },
    });
    const subject = `${link.fromId}/${link.toId}`;
    if (count === 0) {
      const now = await tx.sourceLink.findUniqueOrThrow({ where: { id } });
      return conflict<LinkContent>(tx, {
        chain: installationChain,
        subject,
        edited: "source.link-edited",
        opened: version,
        version: now.version,
        theirs: { since: now.since, until: now.until, note: now.reason },
        yours: { since, until, note: reason },
        fields: [
          { name: "reason", label: "How we know", of: ({ note }) => note },
          { name: "since", label: "Since", of: (content) => content.since },
          { name: "until", label: "Until", of: (content) => content.until },
        ],
      });
    }
    await recordEverywhere(tx, actor, [link.fromId, link.toId], {
      action: "source.link-edited",
      subject,
      before: { kind: link.kind, since: link.since, until: link.until, note: link.reason },
      after: { kind: link.kind, since, until, note: reason },
    });
    return done({ version: version + 1 });
  });
}

export function unlinkSources(actor: Person, { id, reason }: SourceLinkRemoval): Promise<Outcome<null>> {
  return write(async (tx) => {
    if (installationPolicy.linkSources[roleOf(actor)] !== "yes") return forbidden;
    const link = await tx.sourceLink.findUnique({ where: { id } });
    if (!link) return missing;
    const { count } = await tx.sourceLink.deleteMany({ where: { id } });
    if (count === 0) return missing;
    await recordEverywhere(tx, actor, [link.fromId, link.toId], {
      action: "source.unlinked",
      subject: `${link.fromId}/${link.toId}`,
      before: { from: link.fromId, to: link.toId, kind: link.kind, since: link.since, until: link.until },
      reason,
    });
    return done(null);
  });
}

const recordHere = (tx: Transaction, actor: Person, change: Change) =>
  recordInChains(tx, actor.analystId, [{ chain: installationChain, change }]);

/**
 * Writes the event into the installation's chain and into that of every inquiry whose reckoning it may move: those
 * that cite the sources, or any source that links join to them.
 */
async function recordEverywhere(
  tx: Transaction,
  actor: Person,
  ids: readonly string[],
  change: Change,
): Promise<void> {
  const joined = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE reached AS (
      SELECT "id" FROM "source" WHERE "id" = ANY(${[...ids]})
      UNION
      SELECT CASE WHEN l."from_id" = r."id" THEN l."to_id" ELSE l."from_id" END
      FROM reached r JOIN "source_link" l ON r."id" IN (l."from_id", l."to_id")
    ) SELECT "id" FROM reached`;
  const reached = joined.map(({ id }) => id);
  const inquiries = await tx.inquiry.findMany({ where: citing(reached), select: { id: true } });
  const cited = await tx.$queryRaw<{ inquiry_id: string; id: string }[]>`
    SELECT DISTINCT c."inquiry_id", s."id" FROM "citation" c JOIN "source" s ON s."id" IN (c."source_id", c."via_id")
    WHERE s."id" = ANY(${[...ids]})`;
  const citedIn = groupBy(cited, (row) => row.inquiry_id);
  await recordInChains(tx, actor.analystId, [
    { chain: installationChain, change },
    ...inquiries.map(({ id: chain }) => {
      const known = (citedIn.get(chain) ?? []).map(({ id }) => id);
      return { chain, change: known.length === ids.length ? change : withoutStrangers(change, known) };
    }),
  ]);
}

/** A change as an inquiry may know it that does not cite every source in it: neither their numbers nor the reason. */
function withoutStrangers({ action }: Change, known: readonly string[]): Change {
  return { action, subject: known.join("/") || "a source linked to one cited here" };
}
