import type { MemberRole, Visibility } from "@/lib/policy";

/** Who can see an inquiry. */
export const VISIBILITIES = [
  { code: "private", label: "Private", help: "Its members alone. To everybody else it does not exist." },
  { code: "members", label: "This installation", help: "Everybody with an account here may read it." },
  { code: "public", label: "Public", help: "Everybody who can reach this server may read it." },
] as const satisfies readonly { code: Visibility; label: string; help: string }[];

/** What a member of an inquiry is. */
export const MEMBER_ROLES = [
  {
    code: "lead",
    label: "Lead",
    help: "Sets hypotheses, members and who can see the inquiry; and all an analyst does.",
  },
  { code: "analyst", label: "Analyst", help: "Adds and rates; their grades of sources count here." },
  { code: "reader", label: "Reader", help: "Reads." },
] as const satisfies readonly { code: MemberRole; label: string; help: string }[];
