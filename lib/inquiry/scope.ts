import "server-only";
import type { Actor, Person } from "@/lib/auth/actor";
import { visibleInquiries } from "@/lib/auth/scope";
import { database, type Transaction } from "@/lib/db/client";
import { record } from "@/lib/history/record";
import {
  type InquiryAction,
  type InquiryRole,
  inquiryPolicy,
  type MemberRole,
  roleIn,
  type Verdict,
  type Visibility,
} from "@/lib/policy";

declare const authorised: unique symbol;

/** An inquiry that somebody may see, and what they are in it. Made here alone, so whoever holds one was let in. */
export interface InquiryScope {
  readonly id: string;
  readonly slug: string;
  readonly question: string;
  readonly summary: string;
  readonly ratingsNote: string;
  readonly visibility: Visibility;
  readonly isOpen: boolean;
  /** Whether others' ratings of an entry show to its analysts only after their own. */
  readonly isBlind: boolean;
  readonly version: number;
  readonly role: InquiryRole;
  readonly [authorised]: true;
}

/**
 * The inquiry at an address, for somebody: null where there is none, and just so where it is not theirs to see.
 */
export async function findInquiry(
  actor: Actor,
  slug: string,
  db: Transaction = database(),
): Promise<InquiryScope | null> {
  const inquiry = await db.inquiry.findFirst({
    where: { AND: [{ slug }, visibleInquiries(actor)] },
    select: {
      id: true,
      slug: true,
      question: true,
      summary: true,
      ratingsNote: true,
      visibility: true,
      openToContributions: true,
      blindRating: true,
      version: true,
      memberships: {
        where: { analystId: actor.kind === "person" ? actor.analystId : "" },
        select: { role: true },
      },
    },
  });
  if (!inquiry) return null;
  const { memberships, openToContributions: isOpen, blindRating: isBlind, ...rest } = inquiry;
  const visibility = inquiry.visibility as Visibility;
  const membership = (memberships[0]?.role as MemberRole | undefined) ?? null;
  const role = roleIn({ isSignedIn: actor.kind === "person" }, { visibility, isOpen, membership });
  return { ...rest, visibility, isOpen, isBlind, role } as InquiryScope;
}

/** What the policy says of an action for whoever holds this scope. */
export const verdictIn = (scope: InquiryScope, action: InquiryAction): Verdict =>
  inquiryPolicy[action][scope.role];

/** Whether whoever holds this scope may do something that is nobody's in particular. */
export const mayIn = (scope: InquiryScope, action: InquiryAction): boolean =>
  verdictIn(scope, action) === "yes";

/** A contributor's first contribution makes them an analyst of the inquiry, in the same transaction. */
export async function joinIfContributor(tx: Transaction, actor: Person, scope: InquiryScope): Promise<void> {
  if (scope.role !== "contributor") return;
  const { count } = await tx.membership.createMany({
    data: [{ inquiryId: scope.id, analystId: actor.analystId, role: "analyst" }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await record(tx, scope.id, actor.analystId, {
    action: "member.joined",
    subject: actor.name,
    after: { analyst: actor.name, role: "analyst" },
  });
}
