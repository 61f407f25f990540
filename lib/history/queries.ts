import "server-only";
import { analystNames } from "@/lib/analyst/queries";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

export interface HistoryLine {
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
}

const linesPerPage = 50;

/** What happened in an inquiry, the latest first, a page at a time. */
export async function listHistory(
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
  const [names, contents] = await Promise.all([
    analystNames(events.flatMap(({ actorId }) => actorId ?? [])),
    database().eventContent.findMany({
      where: { chain: scope.id, sequence: { in: events.map(({ sequence }) => sequence) } },
      select: { sequence: true, before: true, after: true, reason: true },
    }),
  ]);
  const contentOf = new Map(contents.map((content) => [content.sequence, content]));
  const lines = events.map(({ actorId, ...event }) => ({
    ...event,
    actor: actorId === null ? "The installation" : (names.get(actorId) ?? "A former analyst"),
    before: contentOf.get(event.sequence)?.before ?? null,
    after: contentOf.get(event.sequence)?.after ?? null,
    reason: contentOf.get(event.sequence)?.reason ?? "",
  }));
  return { lines, total, pages: Math.ceil(total / linesPerPage) };
}
