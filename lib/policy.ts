/**
 * Who may do what, as one table. Pure: data code asks it, tests read it cell by cell.
 *
 * Somebody is one of these in an inquiry: `nobody` has no account; a `stranger` has one and is no member; a
 * `contributor` is a stranger in a public inquiry that is open to contributions, and becomes an analyst of it with
 * the first thing they add; `reader`, `analyst` and `lead` are members.
 */
export const inquiryRoles = ["nobody", "stranger", "contributor", "reader", "analyst", "lead"] as const;
export type InquiryRole = (typeof inquiryRoles)[number];

/** What a member is recorded as. */
export const memberRoles = ["reader", "analyst", "lead"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const visibilities = ["private", "members", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** `own`: what one added oneself. `reasoned`: one's own, and others' with a written reason. */
export type Verdict = "no" | "own" | "reasoned" | "yes";

type Row = Readonly<Record<InquiryRole, Verdict>>;
const row = (
  nobody: Verdict,
  stranger: Verdict,
  contributor: Verdict,
  reader: Verdict,
  analyst: Verdict,
  lead: Verdict,
): Row => ({
  nobody,
  stranger,
  contributor,
  reader,
  analyst,
  lead,
});

// biome-ignore format: a table reads as a table
export const inquiryPolicy = {
  //                      nobody stranger contributor reader analyst    lead
  addEvidence:        row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  changeEvidence:     row("no",  "no",    "no",       "no",  "reasoned", "reasoned"),
  addClaim:           row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  changeClaim:        row("no",  "no",    "no",       "no",  "reasoned", "reasoned"),
  rate:               row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  judge:              row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  gradeSource:        row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  proposeHypothesis:  row("no",  "no",    "yes",      "no",  "yes",      "yes"),
  changeHypothesis:   row("no",  "no",    "no",       "no",  "own",      "yes"),
  relateHypotheses:   row("no",  "no",    "no",       "no",  "yes",      "yes"),
  stateConfidence:    row("no",  "no",    "no",       "no",  "yes",      "yes"),
  changeInquiry:      row("no",  "no",    "no",       "no",  "no",       "yes"),
  manageMembers:      row("no",  "no",    "no",       "no",  "no",       "yes"),
} as const satisfies Readonly<Record<string, Row>>;
export type InquiryAction = keyof typeof inquiryPolicy;

export const installationRoles = ["nobody", "account", "administrator"] as const;
export type InstallationRole = (typeof installationRoles)[number];

type InstallationRow = Readonly<Record<InstallationRole, Verdict>>;

// biome-ignore format: a table reads as a table
export const installationPolicy = {
  createInquiry:  { nobody: "no", account: "yes", administrator: "yes" },
  createSource:   { nobody: "no", account: "yes", administrator: "yes" },
  changeSource:   { nobody: "no", account: "own", administrator: "yes" },
  linkSources:    { nobody: "no", account: "no",  administrator: "yes" },
  runAccounts:    { nobody: "no", account: "no",  administrator: "yes" },
  enterInquiry:   { nobody: "no", account: "no",  administrator: "yes" },
} as const satisfies Readonly<Record<string, InstallationRow>>;
export type InstallationAction = keyof typeof installationPolicy;

/** What somebody is in an inquiry. */
export function roleIn(
  person: { readonly isSignedIn: boolean },
  inquiry: {
    readonly visibility: Visibility;
    readonly isOpen: boolean;
    readonly membership: MemberRole | null;
  },
): InquiryRole {
  if (!person.isSignedIn) return "nobody";
  if (inquiry.membership) return inquiry.membership;
  return inquiry.visibility === "public" && inquiry.isOpen ? "contributor" : "stranger";
}

/** Whether an inquiry exists for somebody. Data code says the same in its `where` (lib/auth/scope.ts). */
export function mayRead(role: InquiryRole, visibility: Visibility): boolean {
  if (visibility === "public") return true;
  if (role === "reader" || role === "analyst" || role === "lead") return true;
  return visibility === "members" && role !== "nobody";
}

/** The table's answer for one thing: is it theirs, and did they give a reason where one is asked for? */
export function may(
  verdict: Verdict,
  thing: { readonly isOwn: boolean; readonly hasReason: boolean },
): boolean {
  if (verdict === "yes") return true;
  if (verdict === "no") return false;
  return thing.isOwn || (verdict === "reasoned" && thing.hasReason);
}

/** Roles whose grades of sources count in an inquiry. */
export const countingRoles: readonly MemberRole[] = ["analyst", "lead"];
