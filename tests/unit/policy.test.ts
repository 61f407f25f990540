import { describe, expect, it } from "vitest";
import {
  countingRoles,
  type InquiryAction,
  type InstallationAction,
  inquiryPolicy,
  inquiryRoles,
  installationPolicy,
  installationRoles,
  may,
  mayRead,
  roleIn,
  type Verdict,
  visibilities,
} from "@/lib/policy";

/**
 * The issue's words, cell by cell: "Readers read; analysts add, rate, judge, edit and withdraw their own (others' with
 * a reason, versioned), propose hypotheses; leads also set hypotheses, settings, members, visibility"; "open to
 * contributions: any account adds and rates", and thereby becomes an analyst.
 */
const inquiryTable = `
                   nobody stranger contributor reader analyst  lead
addEvidence        no     no       yes         no     yes      yes
changeEvidence     no     no       no          no     reasoned reasoned
addClaim           no     no       yes         no     yes      yes
changeClaim        no     no       no          no     reasoned reasoned
rate               no     no       yes         no     yes      yes
judge              no     no       yes         no     yes      yes
gradeSource        no     no       yes         no     yes      yes
proposeHypothesis  no     no       yes         no     yes      yes
changeHypothesis   no     no       no          no     own      yes
relateHypotheses   no     no       no          no     yes      yes
stateConfidence    no     no       no          no     yes      yes
changeInquiry      no     no       no          no     no       yes
manageMembers      no     no       no          no     no       yes`;

/** "Administrators run accounts and links between sources, and come into a private inquiry only by …". */
const installationTable = `
                   nobody account administrator
createInquiry      no     yes     yes
createSource       no     yes     yes
changeSource       no     own     yes
linkSources        no     no      yes
runAccounts        no     no      yes
enterInquiry       no     no      yes`;

/** Every cell of such a table: action, role, verdict. */
function cellsOf(table: string): [string, string, Verdict][] {
  const [head, ...rows] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([action = "", ...verdicts]) =>
    verdicts.map((verdict, i): [string, string, Verdict] => [action, head?.[i] ?? "", verdict as Verdict]),
  );
}

describe("In an inquiry", () => {
  it.each(cellsOf(inquiryTable))("%s by %s: %s", (action, role, verdict) => {
    expect(inquiryPolicy[action as InquiryAction][role as (typeof inquiryRoles)[number]]).toBe(verdict);
  });

  it("there is no action and no role but these", () => {
    const cells = cellsOf(inquiryTable);
    expect(Object.keys(inquiryPolicy)).toEqual([...new Set(cells.map(([action]) => action))]);
    expect([...inquiryRoles]).toEqual([...new Set(cells.map(([, role]) => role))]);
  });

  it("nobody and strangers may do nothing, and readers read", () => {
    for (const row of Object.values(inquiryPolicy)) {
      expect([row.nobody, row.stranger, row.reader]).toEqual(["no", "no", "no"]);
    }
  });

  it("grades of analysts and leads count", () => {
    expect(countingRoles).toEqual(["analyst", "lead"]);
  });
});

describe("In the installation", () => {
  it.each(cellsOf(installationTable))("%s by %s: %s", (action, role, verdict) => {
    expect(installationPolicy[action as InstallationAction][role as (typeof installationRoles)[number]]).toBe(
      verdict,
    );
  });

  it("there is no action and no role but these", () => {
    const cells = cellsOf(installationTable);
    expect(Object.keys(installationPolicy)).toEqual([...new Set(cells.map(([action]) => action))]);
    expect([...installationRoles]).toEqual([...new Set(cells.map(([, role]) => role))]);
  });
});

describe("Somebody is", () => {
  const role = (
    isSignedIn: boolean,
    visibility: "private" | "members" | "public",
    isOpen: boolean,
    membership: null | "reader" | "analyst" | "lead",
  ) => roleIn({ isSignedIn }, { visibility, isOpen, membership });

  it("nobody without an account, however open the inquiry", () => {
    for (const visibility of visibilities) expect(role(false, visibility, true, null)).toBe("nobody");
  });

  it("what their membership says, wherever", () => {
    for (const visibility of visibilities) {
      for (const membership of ["reader", "analyst", "lead"] as const) {
        expect(role(true, visibility, false, membership)).toBe(membership);
        expect(role(true, visibility, true, membership)).toBe(membership);
      }
    }
  });

  it("a contributor without one where it is public and open, and a stranger anywhere else", () => {
    expect(role(true, "public", true, null)).toBe("contributor");
    expect(role(true, "public", false, null)).toBe("stranger");
    for (const visibility of ["private", "members"] as const) {
      expect(role(true, visibility, true, null)).toBe("stranger");
      expect(role(true, visibility, false, null)).toBe("stranger");
    }
  });
});

describe("An inquiry exists", () => {
  it.each([
    ["private", ["reader", "analyst", "lead"]],
    ["members", ["stranger", "contributor", "reader", "analyst", "lead"]],
    ["public", ["nobody", "stranger", "contributor", "reader", "analyst", "lead"]],
  ] as const)("where it is %s, for %j", (visibility, readers) => {
    expect(inquiryRoles.filter((role) => mayRead(role, visibility))).toEqual(readers);
  });
});

describe("A verdict", () => {
  it.each([
    // whose, with a reason:   own/no own/yes other/no other/yes
    ["no", [false, false, false, false]],
    ["own", [true, true, false, false]],
    ["reasoned", [true, true, false, true]],
    ["yes", [true, true, true, true]],
  ] as const)("%s lets pass: one's own, with a reason, another's, with a reason: %j", (verdict, passes) => {
    const things = [true, false].flatMap((isOwn) => [false, true].map((hasReason) => ({ isOwn, hasReason })));
    expect(things.map((thing) => may(verdict, thing))).toEqual(passes);
  });
});
