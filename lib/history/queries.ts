import "server-only";
import { analystNames } from "@/lib/analyst/queries";
import type { Actor } from "@/lib/auth/actor";
import { listBlindPairs } from "@/lib/claim-rating/queries";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { seesJudgements } from "@/lib/judgement/queries";
import { listBlindEntries } from "@/lib/rating/queries";

export interface HistoryLine {
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
  /** What must be done before all of it is shown; null where all is. */
  readonly hiddenUntil: string | null;
}

const linesPerPage = 50;

/** Whether an event tells of everybody's ratings, whoever did it: two entries became one, or two again. */
const movesRatings = (action: string): boolean => action.startsWith("evidence.ratings-");

/** What happened in an inquiry, the latest first, a page at a time. */
export async function listHistory(
  actor: Actor,
  scope: InquiryScope,
  page: number,
): Promise<{ lines: HistoryLine[]; total: number; pages: number }> {
  const where = { chain: scope.id };
  const [total, events] = await Promise.all([
    database().event.count({ where }),
    database().event.findMany({
      where,
      orderBy: { sequence: "desc" },
      skip: (page - 1) * linesPerPage,
      take: linesPerPage,
      select: { sequence: true, at: true, actorId: true, action: true, subject: true },
    }),
  ]);
  const me = actor.kind === "person" ? actor.analystId : null;
  const byOthers = events.filter(({ actorId }) => actorId !== null && actorId !== me);
  const ratedOnClaims = byOthers.filter(({ action }) => action === "claim.rated");
  const [names, contents, blind, blindPairs, sees] = await Promise.all([
    analystNames(events.flatMap(({ actorId }) => actorId ?? [])),
    database().eventContent.findMany({
      where: { chain: scope.id, sequence: { in: events.map(({ sequence }) => sequence) } },
      select: { sequence: true, before: true, after: true, reason: true },
    }),
    listBlindEntries(
      actor,
      scope,
      [
        ...byOthers.filter(({ action }) => action === "evidence.rated"),
        ...events.filter(({ action }) => movesRatings(action)),
      ].flatMap(({ subject }) => subject.split("/")),
    ),
    listBlindPairs(
      actor,
      scope,
      ratedOnClaims.map(({ subject }) => {
        const [claim = "", evidence = ""] = subject.split("/");
        return { claim, evidence };
      }),
    ),
    seesJudgements(actor, scope),
  ]);
  const hiddenUntil = ({ actorId, action, subject }: (typeof events)[number]): string | null => {
    if (movesRatings(action)) {
      const unrated = subject.split("/").filter((id) => blind.has(id));
      return unrated.length > 0 ? `you have rated ${unrated.join(" and ")}` : null;
    }
    if (actorId === null || actorId === me) return null;
    if (action === "inquiry.judged") return sees ? null : "you have given your own judgement";
    if (action === "claim.rated") {
      const [claim, entry] = subject.split("/");
      return blindPairs.has(subject) ? `you have rated ${entry} on ${claim}` : null;
    }
    return action === "evidence.rated" && blind.has(subject) ? `you have rated ${subject}` : null;
  };
  const contentOf = new Map(contents.map((content) => [content.sequence, content]));
  const lines = events.map((event): HistoryLine => {
    const { actorId, ...rest } = event;
    const until = hiddenUntil(event);
    const content = until === null ? contentOf.get(event.sequence) : undefined;
    return {
      ...rest,
      actor: actorId === null ? "The installation" : (names.get(actorId) ?? "A former analyst"),
      before: content?.before ?? null,
      after: content?.after ?? null,
      reason: content?.reason ?? "",
      hiddenUntil: until,
    };
  });
  return { lines, total, pages: Math.ceil(total / linesPerPage) };
}
