import "server-only";
import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Person } from "@/lib/auth/actor";
import { type ComparedField, conflict } from "@/lib/conflict";
import { write } from "@/lib/db/write";
import { shortenLine } from "@/lib/format";
import { nextId, openChain, record } from "@/lib/history/record";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { installationPolicy, type MemberRole } from "@/lib/policy";
import type { InquiryDraft, InquiryEdit, MembershipChange } from "./schema";
import { findInquiry, mayIn } from "./scope";

/** A private inquiry led by whoever makes it. @returns its slug. */
export function createInquiry(actor: Person, draft: InquiryDraft): Promise<Outcome<{ slug: string }>> {
  return write(async (tx) => {
    const slug = newSlug(draft.question);
    const { id } = await tx.inquiry.create({
      data: { slug, question: draft.question, summary: draft.summary, createdById: actor.analystId },
    });
    await tx.membership.create({ data: { inquiryId: id, analystId: actor.analystId, role: "lead" } });
    await openChain(tx, id);
    for (const [position, line] of draft.hypotheses.entries()) {
      const given = await nextId(tx, id, "hypotheses");
      await tx.hypothesis.create({
        data: {
          ...given,
          inquiryId: id,
          position,
          shortName: shortenLine(line, longestShortName),
          statement: line,
          createdById: actor.analystId,
        },
      });
    }
    await record(tx, id, actor.analystId, {
      action: "inquiry.created",
      subject: slug,
      after: {
        question: draft.question,
        summary: draft.summary,
        hypotheses: draft.hypotheses,
        lead: actor.name,
      },
    });
    return done({ slug });
  });
}

/** Question, summary, visibility and openness, by a lead. */
export function editInquiry(actor: Person, edit: InquiryEdit): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, edit.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "changeInquiry")) return forbidden;
    const [before, after] = [contentOf(scope), contentOf(edit)];
    if (scope.version === edit.version && isDeepStrictEqual(before, after))
      return done({ version: edit.version });
    const { isOpen, ...columns } = after;
    const { count } = await tx.inquiry.updateMany({
      where: { id: scope.id, version: edit.version },
      data: { ...columns, openToContributions: isOpen, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = (await findInquiry(actor, edit.slug, tx)) ?? scope;
      return conflict(tx, {
        chain: scope.id,
        subject: scope.slug,
        edited: "inquiry.edited",
        opened: edit.version,
        version: now.version,
        theirs: contentOf(now),
        yours: after,
        fields: comparedFields,
      });
    }
    await record(tx, scope.id, actor.analystId, {
      action: "inquiry.edited",
      subject: scope.slug,
      before,
      after,
    });
    return done({ version: edit.version + 1 });
  });
}

/** Makes somebody a member, changes what they are, or takes their membership away; by a lead. */
export function changeMembership(
  actor: Person,
  change: MembershipChange,
): Promise<Outcome<{ name: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, change.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "manageMembers")) return forbidden;
    const analyst = change.analystId
      ? await tx.analyst.findFirst({
          where: { id: change.analystId, memberships: { some: { inquiryId: scope.id } } },
        })
      : await tx.analyst.findFirst({
          where: { account: { email: change.email.toLowerCase(), closedAt: null } },
        });
    if (!analyst) return invalid({ email: "No account has this e-mail address. Ask them to sign up first." });
    const key = { inquiryId_analystId: { inquiryId: scope.id, analystId: analyst.id } };
    // One order for everybody who changes memberships here, so that two leads cannot remove each other at once. Not
    // its key, which everything that is added meanwhile refers to.
    await tx.$queryRaw`SELECT 1 FROM "inquiry" WHERE "id" = ${scope.id} FOR NO KEY UPDATE`;
    const before = await tx.membership.findUnique({ where: key });
    if (before?.role === change.role || (!before && change.role === "none"))
      return done({ name: analyst.name });
    if (before?.role === "lead") {
      const leads = await tx.membership.count({ where: { inquiryId: scope.id, role: "lead" } });
      if (leads === 1) return invalid({ role: "An inquiry needs a lead: make somebody else one first." });
    }
    if (change.role === "none") await tx.membership.delete({ where: key });
    else {
      await tx.membership.upsert({
        where: key,
        create: { inquiryId: scope.id, analystId: analyst.id, role: change.role },
        update: { role: change.role },
      });
    }
    await record(tx, scope.id, actor.analystId, {
      action: "member.changed",
      subject: analyst.name,
      before: { role: (before?.role as MemberRole | undefined) ?? "none" },
      after: { role: change.role },
    });
    return done({ name: analyst.name });
  });
}

/**
 * An administrator comes into an inquiry that is not theirs to see: by making themselves its lead, which its history
 * shows.
 */
export function enterInquiry(actor: Person, slug: string): Promise<Outcome<{ slug: string }>> {
  return write(async (tx) => {
    if (installationPolicy.enterInquiry[actor.isAdministrator ? "administrator" : "account"] !== "yes")
      return missing;
    const inquiry = await tx.inquiry.findUnique({ where: { slug }, select: { id: true } });
    if (!inquiry) return missing;
    const { count } = await tx.membership.createMany({
      data: [{ inquiryId: inquiry.id, analystId: actor.analystId, role: "lead" }],
      skipDuplicates: true,
    });
    if (count > 0) {
      await record(tx, inquiry.id, actor.analystId, {
        action: "member.entered",
        subject: actor.name,
        after: { analyst: actor.name, role: "lead", as: "administrator" },
      });
    }
    return done({ slug });
  });
}

/** As long as the short name is that a hypothesis gets from its own words. */
const longestShortName = 40;

/**
 * Words of the question in ASCII as an address, and four random letters: so that the address of a new inquiry tells
 * nobody whether a private one on the same question exists.
 */
function newSlug(question: string): string {
  const words = question
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  const base = words.slice(0, 7).join("-").slice(0, 60).replace(/-+$/, "") || "inquiry";
  const letters = Array.from({ length: 4 }, () => "abcdefghijkmnpqrstuvwxyz"[randomInt(24)]);
  return `${base}-${letters.join("")}`;
}

type Content = Pick<InquiryEdit, "question" | "summary" | "ratingsNote" | "visibility" | "isOpen">;

const contentOf = ({ question, summary, ratingsNote, visibility, isOpen }: Content): Content => ({
  question,
  summary,
  ratingsNote,
  visibility,
  isOpen,
});

const comparedFields: readonly ComparedField<Content>[] = [
  { name: "question", label: "Question", of: ({ question }) => question },
  { name: "summary", label: "Summary", of: ({ summary }) => summary },
  { name: "ratingsNote", label: "Note on the ratings", of: ({ ratingsNote }) => ratingsNote },
  { name: "visibility", label: "Who can see it", of: ({ visibility }) => visibility },
  { name: "isOpen", label: "Open to contributions", of: ({ isOpen }) => (isOpen ? "on" : "") },
];
