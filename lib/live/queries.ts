import "server-only";
import { database } from "@/lib/db/client";
import { type MemberRole, mayRead, roleIn, type Visibility } from "@/lib/policy";
import { type Change, subjectsIn } from "./change";

/** As many changes as are told one by one; whoever lacks more reads anew. */
export const mostReplayed = 200;

/**
 * The changes of an inquiry after one of them, no more than are told one by one, and its last. Whoever they are for
 * has been let in, and is asked again afterwards: {@link listStillReading}.
 */
export async function listChanges(
  inquiryId: string,
  since: number,
): Promise<{ changes: Change[]; last: number }> {
  const { sequence: last } = await database().chainHead.findUniqueOrThrow({
    where: { chain: inquiryId },
    select: { sequence: true },
  });
  const after = Math.max(Math.min(since, last), last - mostReplayed);
  const events = await database().event.findMany({
    where: { chain: inquiryId, sequence: { gt: after, lte: last } },
    orderBy: { sequence: "asc" },
    take: mostReplayed,
    select: { sequence: true, subject: true },
  });
  const changes = events.map(({ sequence, subject }) => ({ sequence, subjects: subjectsIn(subject) }));
  return { changes, last };
}

/**
 * Those of some readers of an inquiry who may still read it, by the session they came with; null is whoever came
 * without one. However many they are, it costs the same few queries.
 */
export async function listStillReading(
  inquiryId: string,
  sessionIds: readonly (string | null)[],
): Promise<ReadonlySet<string | null>> {
  const [inquiry, sessions] = await Promise.all([
    database().inquiry.findUnique({ where: { id: inquiryId }, select: { visibility: true } }),
    database().session.findMany({
      where: {
        id: { in: sessionIds.filter((id) => id !== null) },
        expiresAt: { gt: new Date() },
        account: { closedAt: null },
      },
      select: { id: true, account: { select: { analystId: true } } },
    }),
  ]);
  if (!inquiry) return new Set();
  const visibility = inquiry.visibility as Visibility;
  const memberships = await database().membership.findMany({
    where: { inquiryId, analystId: { in: sessions.map(({ account }) => account.analystId) } },
    select: { analystId: true, role: true },
  });
  const roles = new Map(memberships.map(({ analystId, role }) => [analystId, role as MemberRole]));
  const reads = (isSignedIn: boolean, membership: MemberRole | null) =>
    mayRead(roleIn({ isSignedIn }, { visibility, isOpen: false, membership }), visibility);
  const still = new Set<string | null>(
    sessions.filter(({ account }) => reads(true, roles.get(account.analystId) ?? null)).map(({ id }) => id),
  );
  if (reads(false, null)) still.add(null);
  return still;
}
