import type { Actor } from "@/lib/auth/actor";
import type { CitingInquiry } from "@/lib/citing/queries";
import { countingRoles, inquiryPolicy, installationPolicy, may, roleIn, type Verdict } from "@/lib/policy";

/** What a page offers somebody to do with a source. The mutations decide; this only spares people dead ends. */
export function whoMay(
  actor: Actor,
  source: { readonly createdById: string | null },
  citing: readonly CitingInquiry[],
) {
  const isSignedIn = actor.kind === "person";
  const installationRole = !isSignedIn ? "nobody" : actor.isAdministrator ? "administrator" : "account";
  const isOwn = isSignedIn && source.createdById === actor.analystId;
  const allowed = (verdict: Verdict) => may(verdict, { isOwn, hasReason: false });
  const change = allowed(installationPolicy.changeSource[installationRole]);
  const worksWithIt = citing.some(({ role }) => role !== null && countingRoles.includes(role));
  return {
    edit: change || worksWithIt,
    withdraw: change,
    link: allowed(installationPolicy.linkSources[installationRole]),
    /** Nobody is shown where they could write once they have signed in. */
    gradeIn: citing.flatMap(({ slug, question, visibility, isOpen, role: membership }) => {
      const role = roleIn({ isSignedIn: true }, { visibility, isOpen, membership });
      if (inquiryPolicy.gradeSource[role] !== "yes") return [];
      return [{ slug, question, joins: role === "contributor" }];
    }),
  };
}

/** The inquiries in which an analyst's grade of the source counts. */
export const standsIn = (citing: readonly CitingInquiry[], analystId: string): readonly CitingInquiry[] =>
  citing.filter(({ countingAnalysts }) => countingAnalysts.includes(analystId));
