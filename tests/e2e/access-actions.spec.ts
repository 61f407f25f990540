import type { Acted, Answer, Call, Fields } from "../support/walk-client";
import { listActions } from "../support/walk-lists";
import { expect, test } from "../support/walk-test";
import {
  leaks,
  makeStartKey,
  missingIds,
  type Place,
  password,
  placeNames,
  type Standing,
  standing,
  type Walker,
  type World,
  walkers,
} from "../support/walk-world";

// Plain HTTP: there is nothing to trace, and the world must be this file's own.
test.use({ installation: "access-actions", trace: "off" });

/** What somebody sends in an inquiry; where that does not exist for them it is missing, and nobody is asked to sign in. */
interface InquiryCase {
  readonly what: string;
  readonly fields: (world: World, place: Place) => Fields | Promise<Fields>;
  readonly answers: Readonly<Record<Exclude<Standing, "outside" | "nobody">, Answer>>;
  /** Brings about what it needs, by the database. */
  readonly before?: (world: World, place: Place) => Promise<unknown>;
  /** It only looks. */
  readonly isPreview?: true;
  /** The fields, with a thing of the veiled inquiry or one that is nowhere, for the open one's address. */
  readonly crossed?: (fields: Fields, ids: { entry: string; hypothesis: string; claim: string }) => Fields;
}

interface InquiryAction {
  readonly page: (place: Place) => string;
  readonly cases: readonly InquiryCase[];
}

/** What somebody sends that belongs to no inquiry. */
interface Case {
  readonly what: string;
  readonly fields: (world: World, walker: Walker) => Fields | Promise<Fields>;
  readonly answers: Readonly<Record<Walker, Answer>>;
  readonly before?: (world: World, walker: Walker) => Promise<unknown>;
  /** "nothing": allowed, and without effect on what is kept. */
  readonly does?: "nothing";
  /** Whoever succeeds is somebody else from then on, and the answer shows what that person sees. */
  readonly becomes?: "stranger" | "member";
  /** The same with something that is not there, for those who must not tell the two apart. */
  readonly unlike?: (fields: Fields) => Fields;
  readonly mustNotTell?: readonly Walker[];
}

interface InstallationAction {
  readonly page: string;
  /** What its page may say to those who get to it. */
  readonly mayHold?: (world: World) => string[];
  readonly cases: readonly Case[];
}

const roles = ["stranger", "contributor", "reader", "analyst", "lead"] as const;
const answers = (...given: readonly [Answer, Answer, Answer, Answer, Answer]) =>
  Object.fromEntries(roles.map((role, i) => [role, given[i]])) as InquiryCase["answers"];
// The columns:                  stranger     contributor  reader       analyst      lead
const contributors = answers("forbidden", "done", "forbidden", "done", "done");
const members = answers("forbidden", "forbidden", "forbidden", "done", "done");
const membersExplain = answers("forbidden", "forbidden", "forbidden", "reason needed", "done");
const leadsAlone = answers("forbidden", "forbidden", "forbidden", "forbidden", "done");

const everybody = (answer: Answer, but: Partial<Record<Walker, Answer>> = {}) =>
  ({ ...Object.fromEntries(walkers.map((walker) => [walker, answer])), ...but }) as Case["answers"];
const withAccount = (answer: Answer, but: Partial<Record<Walker, Answer>> = {}) =>
  everybody(answer, { nobody: "sign in", ...but });

const inquiry = ({ slug }: Place) => `/inquiries/${slug}`;
const replace = (fields: Fields, name: string, value: string): Fields =>
  fields.map((field) => (field[0] === name ? [name, value] : field));
let given = 0;
/** Words that were not there before, so that saving them changes something. */
const fresh = (what: string): string => `${what} number ${++given}`;

const entryFields = async (
  world: World,
  place: Place,
  whose: "lead" | "analyst",
  reason: string,
): Promise<Fields> => [
  ["slug", place.slug],
  ["id", place.entries[whose]],
  ["version", await rowVersion(world, "evidence", place, place.entries[whose])],
  ["statement", fresh("A statement")],
  ["kind", "report"],
  ["citations.0.source", place.source],
  ["citations.1.source", "S1"],
  ["reason", reason],
];
const hypothesisFields = async (world: World, place: Place, whose: "lead" | "analyst"): Promise<Fields> => [
  ["slug", place.slug],
  ["id", place.hypotheses[whose]],
  ["version", await rowVersion(world, "hypothesis", place, place.hypotheses[whose])],
  ["shortName", "A name"],
  ["statement", fresh("A statement")],
  ["reason", "It was unclear."],
];
async function rowVersion(
  { sql }: World,
  table: "evidence" | "hypothesis",
  place: Place,
  id: string,
): Promise<string> {
  const [row] = await sql`select version from ${sql(table)} where inquiry_id = ${place.id} and id = ${id}`;
  return String(row?.version ?? 1);
}
const pairFields = async (world: World, place: Place, intent: string, reason: string): Promise<Fields> => [
  ["slug", place.slug],
  ["one", place.entries.lead],
  ["other", place.entries.analyst],
  ["oneVersion", await rowVersion(world, "evidence", place, place.entries.lead)],
  ["otherVersion", await rowVersion(world, "evidence", place, place.entries.analyst)],
  ["intent", intent],
  ["reason", reason],
];
/** Where nobody has rated the pair, nobody is blind to it. */
async function unrated({ sql }: World, { id, entries }: Place): Promise<void> {
  for (const table of ["rating", "evidence_rating", "claim_rating"]) {
    await sql`delete from ${sql(table)} where inquiry_id = ${id} and evidence_id = any(${Object.values(entries)})`;
  }
}
async function mergedPair({ sql }: World, { id, entries }: Place): Promise<void> {
  const gave = {
    version: 1,
    citations: [],
    places: [],
    note: "",
    claimId: null,
    ratings: [],
    claimRatings: [],
    evidenceRatings: [],
  };
  await sql`update evidence set withdrawn_at = now(), withdrawn_reason = 'For the test.',
    merged_into = ${entries.lead}, merge_gave = ${sql.json(gave)} where inquiry_id = ${id} and id = ${entries.analyst}`;
}
async function confidenceVersion({ sql }: World, { id }: Place, ifNone: string): Promise<string> {
  const [row] = await sql`select version from stated_confidence where inquiry_id = ${id}`;
  return String(row?.version ?? ifNone);
}
const withdraw = (
  { sql }: World,
  table: "evidence" | "hypothesis" | "claim" | "claim_discrepancy",
  place: Place,
) =>
  sql`update ${sql(table)} set withdrawn_at = now(), withdrawn_reason = 'For the test.'
    where inquiry_id = ${place.id} and id ~ '[0-9]{4}'`;
const otherEntry = (fields: Fields, { entry }: { entry: string }) => replace(fields, "id", entry);
const otherClaim = (fields: Fields, { claim }: { claim: string }) => replace(fields, "id", claim);
const onClaim: InquiryCase["fields"] = (_, { slug, claim }) => [
  ["slug", slug],
  ["id", claim],
  ["reason", "It was wrong."],
];
const claimFields = async (
  { sql }: World,
  { id, slug, claim, source }: Place,
  reason: string,
): Promise<Fields> => {
  const [row] = await sql`select version from claim where inquiry_id = ${id} and id = ${claim}`;
  return [
    ["slug", slug],
    ["id", claim],
    ["version", String(row?.version ?? 1)],
    ["statement", fresh("A claim")],
    ["asserter.source", source],
    ["appearances.0.source", "S1"],
    ["reason", reason],
  ];
};
const claimPage = (place: Place) => `${inquiry(place)}/claims/${place.claim}`;
const onDiscrepancy: InquiryCase["fields"] = (_, { slug, discrepancy }) => [
  ["slug", slug],
  ["id", discrepancy],
  ["reason", "It was wrong."],
];
const otherDiscrepancy = (fields: Fields, { claim }: { claim: string }) =>
  replace(fields, "id", `${claim}.2`);
const otherHypothesis = (fields: Fields, { hypothesis }: { hypothesis: string }) =>
  replace(fields, "id", hypothesis);

const onEntry =
  (whose: "lead" | "analyst"): InquiryCase["fields"] =>
  (_, { slug, entries }) => [
    ["slug", slug],
    ["id", entries[whose]],
    ["reason", "It was wrong."],
  ];
const onHypothesis =
  (whose: "lead" | "analyst"): InquiryCase["fields"] =>
  (_, { slug, hypotheses }) => [
    ["slug", slug],
    ["id", hypotheses[whose]],
    ["reason", "It was wrong."],
  ];
const hypothesisPage = (place: Place) => `${inquiry(place)}/hypotheses/${place.hypotheses.lead}`;
const entryPage = (place: Place) => `${inquiry(place)}/evidence/${place.entries.lead}`;

const inquiryActions: Readonly<Record<string, InquiryAction>> = {
  "lib/evidence/actions.ts addEvidenceAction": {
    page: (place) => `${inquiry(place)}/evidence/new`,
    cases: [
      {
        what: "a new entry",
        fields: (_, { slug }) => [
          ["slug", slug],
          ["statement", fresh("A statement")],
          ["kind", "report"],
          ["consistency.H1", "C"],
        ],
        answers: contributors,
      },
      {
        what: "a look at what an entry would move",
        fields: (_, { slug, source }) => [
          ["slug", slug],
          ["statement", "A statement"],
          ["kind", "report"],
          ["consistency.H1", "C"],
          ["citations.0.source", source],
          ["intent", "preview"],
        ],
        answers: contributors,
        isPreview: true,
      },
    ],
  },
  "lib/evidence/actions.ts editEvidenceAction": {
    page: (place) => `${entryPage(place)}/edit`,
    cases: [
      {
        what: "the lead's entry, with a reason",
        fields: (world, place) => entryFields(world, place, "lead", "It was unclear."),
        answers: members,
        crossed: otherEntry,
      },
      {
        what: "the lead's entry, without a reason",
        fields: (world, place) => entryFields(world, place, "lead", ""),
        answers: membersExplain,
      },
      {
        what: "the analyst's entry, without a reason",
        fields: (world, place) => entryFields(world, place, "analyst", ""),
        answers: answers("forbidden", "forbidden", "forbidden", "done", "reason needed"),
      },
    ],
  },
  "lib/evidence/actions.ts withdrawEvidenceAction": {
    page: entryPage,
    cases: [{ what: "the lead's entry", fields: onEntry("lead"), answers: members, crossed: otherEntry }],
  },
  "lib/evidence/actions.ts restoreEvidenceAction": {
    page: entryPage,
    cases: [
      {
        what: "the lead's entry",
        fields: onEntry("lead"),
        answers: members,
        before: (world, place) => withdraw(world, "evidence", place),
        crossed: otherEntry,
      },
    ],
  },
  "lib/repeat/actions.ts settleRepeatAction": {
    page: (place) => `${inquiry(place)}/evidence/repeats`,
    cases: [
      {
        what: "one entry for two, with a reason",
        before: unrated,
        fields: (world, place) => pairFields(world, place, "into-one", "The same report."),
        answers: members,
        crossed: (fields, { entry }) => replace(fields, "other", entry),
      },
      {
        what: "one entry for two, without a reason",
        before: unrated,
        fields: (world, place) => pairFields(world, place, "into-other", ""),
        answers: answers("forbidden", "forbidden", "forbidden", "reason needed", "reason needed"),
      },
      {
        what: "the merge apart again",
        before: mergedPair,
        fields: (world, place) => pairFields(world, place, "take-apart", "They are two."),
        answers: members,
      },
      {
        what: "two entries kept apart",
        before: ({ sql }, { id }) => sql`delete from kept_apart where inquiry_id = ${id}`,
        fields: (world, place) => pairFields(world, place, "keep-apart", ""),
        answers: members,
      },
      {
        what: "two entries proposed again",
        before: ({ sql }, { id, entries }) =>
          id === ""
            ? Promise.resolve()
            : sql`insert into kept_apart (inquiry_id, a_id, b_id) values (${id}, ${entries.lead}, ${entries.analyst})
                on conflict do nothing`,
        fields: (world, place) => pairFields(world, place, "propose-again", ""),
        answers: members,
      },
    ],
  },
  "lib/rating/actions.ts rateRowAction": {
    page: entryPage,
    cases: [
      {
        what: "the lead's entry",
        fields: (_, { slug, entries }) => [
          ["slug", slug],
          ["id", entries.lead],
          ["consistency.H1", "N"],
          ["reasons.H1", fresh("A reason")],
          ["credibility", "3"],
        ],
        answers: contributors,
        crossed: otherEntry,
      },
    ],
  },
  "lib/paste/actions.ts pasteRowsAction": {
    page: (place) => `${inquiry(place)}/evidence/paste`,
    cases: [
      {
        what: "rows",
        fields: (_, { slug, entries }) => [
          ["slug", slug],
          ["newKind", "media"],
          ["rows", `entry\tstatement\tH1\n\t${fresh("A statement")}\tC\n${entries.lead}\t\tN`],
          ["intent", "save"],
        ],
        answers: contributors,
      },
      {
        what: "a look at what rows would become",
        fields: (_, { slug, source }) => [
          ["slug", slug],
          ["newKind", "media"],
          ["rows", `statement\tsource\nA statement\t${source}`],
        ],
        answers: contributors,
        isPreview: true,
      },
    ],
  },
  "lib/judgement/actions.ts judgeAction": {
    page: (place) => `${inquiry(place)}/judgement`,
    cases: [
      {
        what: "one's own probabilities",
        fields: async ({ sql }, { id, slug }) => [
          ["slug", slug],
          ["reason", fresh("A reason")],
          ...(await sql`select id from hypothesis where inquiry_id = ${id} and withdrawn_at is null`).map(
            (hypothesis) => [`probability.${hypothesis.id}`, "40"] as const,
          ),
          ...(id === "" ? [["probability.H1", "40"] as const] : []),
        ],
        answers: contributors,
      },
    ],
  },
  "lib/method/actions.ts editMethodAction": {
    page: (place) => `${inquiry(place)}/settings`,
    cases: [
      {
        what: "the method",
        fields: async ({ sql }, { id, slug }) => {
          const [row] = await sql`select method_version from inquiry where id = ${id}`;
          const all = await sql`select id from hypothesis where inquiry_id = ${id} and withdrawn_at is null`;
          return [
            ["slug", slug],
            ["version", String(row?.method_version ?? 1)],
            ["step", "0.2"],
            ["doubt", (0.4 + 0.001 * ++given).toFixed(3)],
            ["unrated", "0.25"],
            ["lexicon", "icd203"],
            ...(id === "" ? [{ id: "H1" }] : all).map(
              (hypothesis) => [`prior.${hypothesis.id}`, "1"] as const,
            ),
          ];
        },
        answers: leadsAlone,
      },
    ],
  },
  "lib/confidence/actions.ts stateConfidenceAction": {
    page: inquiry,
    cases: [
      {
        what: "another confidence",
        fields: async (world, place) => [
          ["slug", place.slug],
          ["version", await confidenceVersion(world, place, "0")],
          ["level", "moderate"],
          ["reason", fresh("A reason")],
        ],
        answers: members,
      },
    ],
  },
  "lib/confidence/actions.ts takeBackConfidenceAction": {
    page: inquiry,
    cases: [
      {
        what: "the stated confidence",
        before: ({ sql }, { id }) =>
          id === ""
            ? Promise.resolve()
            : sql`insert into stated_confidence (inquiry_id, level, reason, suggested, stated_by, version)
                select ${id}, 'low', 'For the test.', 'low', analyst_id, 1
                from membership where inquiry_id = ${id} and role <> 'reader' limit 1
                on conflict (inquiry_id) do nothing`,
        fields: async (world, place) => [
          ["slug", place.slug],
          ["version", await confidenceVersion(world, place, "1")],
          ["reason", fresh("A reason")],
        ],
        answers: members,
      },
    ],
  },
  "lib/relation/actions.ts relateHypothesesAction": {
    page: hypothesisPage,
    cases: [
      {
        what: "a pair",
        fields: (_, { slug, hypotheses }) => [
          ["slug", slug],
          // As somebody who knows of everything that was said of the pair.
          ["version", "2147483647"],
          ["id", hypotheses.lead],
          ["kind", "overlaps"],
          ["other", hypotheses.analyst],
          ["note", fresh("A note")],
        ],
        answers: members,
        crossed: otherHypothesis,
      },
    ],
  },
  "lib/relation/actions.ts unrelateHypothesesAction": {
    page: hypothesisPage,
    cases: [
      {
        what: "a pair",
        before: ({ sql }, { id, hypotheses }) =>
          id === ""
            ? Promise.resolve()
            : sql`insert into hypothesis_relation (inquiry_id, a_id, b_id, kind)
                values (${id}, ${hypotheses.lead}, ${hypotheses.analyst}, 'overlaps')
                on conflict do nothing`,
        fields: (_, { slug, hypotheses }) => [
          ["slug", slug],
          // As somebody who knows of everything that was said of the pair.
          ["version", "2147483647"],
          ["id", hypotheses.lead],
          ["other", hypotheses.analyst],
        ],
        answers: members,
        crossed: otherHypothesis,
      },
    ],
  },
  "lib/hypothesis/actions.ts proposeHypothesisAction": {
    page: (place) => `${inquiry(place)}/hypotheses/new`,
    cases: [
      {
        what: "a new hypothesis",
        fields: (_, { slug }) => [
          ["slug", slug],
          ["shortName", "A name"],
          ["statement", fresh("An answer")],
        ],
        answers: contributors,
      },
    ],
  },
  "lib/hypothesis/actions.ts editHypothesisAction": {
    page: (place) => `${hypothesisPage(place)}/edit`,
    cases: [
      {
        what: "the lead's hypothesis",
        fields: (world, place) => hypothesisFields(world, place, "lead"),
        answers: leadsAlone,
        crossed: otherHypothesis,
      },
      {
        what: "the analyst's hypothesis",
        fields: (world, place) => hypothesisFields(world, place, "analyst"),
        answers: members,
      },
    ],
  },
  "lib/hypothesis/actions.ts withdrawHypothesisAction": {
    page: hypothesisPage,
    cases: [
      {
        what: "the lead's hypothesis",
        fields: onHypothesis("lead"),
        answers: leadsAlone,
        crossed: otherHypothesis,
      },
      { what: "the analyst's hypothesis", fields: onHypothesis("analyst"), answers: members },
    ],
  },
  "lib/hypothesis/actions.ts restoreHypothesisAction": {
    page: hypothesisPage,
    cases: [
      {
        what: "the lead's hypothesis",
        fields: onHypothesis("lead"),
        answers: leadsAlone,
        before: (world, place) => withdraw(world, "hypothesis", place),
        crossed: otherHypothesis,
      },
      {
        what: "the analyst's hypothesis",
        fields: onHypothesis("analyst"),
        answers: members,
        before: (world, place) => withdraw(world, "hypothesis", place),
      },
    ],
  },
  "lib/claim/actions.ts addClaimAction": {
    page: (place) => `${inquiry(place)}/claims/new`,
    cases: [
      {
        what: "a new claim",
        fields: (_, { slug }) => [
          ["slug", slug],
          ["statement", fresh("A claim")],
          ["asserter.source", "S1"],
          ["appearances.0.source", "S1"],
        ],
        answers: contributors,
      },
    ],
  },
  "lib/claim/actions.ts editClaimAction": {
    page: (place) => `${claimPage(place)}/edit`,
    cases: [
      {
        what: "the lead's claim, with a reason",
        fields: (world, place) => claimFields(world, place, "It was unclear."),
        answers: members,
        crossed: otherClaim,
      },
      {
        what: "the lead's claim, without a reason",
        fields: (world, place) => claimFields(world, place, ""),
        answers: membersExplain,
      },
    ],
  },
  "lib/claim-rating/actions.ts rateOnClaimAction": {
    page: claimPage,
    cases: [
      {
        what: "the lead's entry on a claim",
        fields: (_, { slug, claim, entries }) => [
          ["slug", slug],
          ["id", claim],
          ["evidence", entries.lead],
          ["consistency", "I"],
          ["reason", fresh("A reason")],
        ],
        answers: contributors,
        crossed: otherClaim,
      },
    ],
  },
  "lib/discrepancy/actions.ts addDiscrepancyAction": {
    page: claimPage,
    cases: [
      {
        what: "a discrepancy of a claim",
        fields: (_, { slug, claim }) => [
          ["slug", slug],
          ["id", claim],
          ["says", fresh("It says")],
          ["against", "It is not so."],
          ["noticedBy", "source"],
        ],
        answers: contributors,
        crossed: otherClaim,
      },
    ],
  },
  "lib/discrepancy/actions.ts withdrawDiscrepancyAction": {
    page: claimPage,
    cases: [{ what: "a discrepancy", fields: onDiscrepancy, answers: members, crossed: otherDiscrepancy }],
  },
  "lib/discrepancy/actions.ts restoreDiscrepancyAction": {
    page: claimPage,
    cases: [
      {
        what: "a discrepancy",
        fields: onDiscrepancy,
        answers: members,
        before: (world, place) => withdraw(world, "claim_discrepancy", place),
        crossed: otherDiscrepancy,
      },
    ],
  },
  "lib/claim/actions.ts withdrawClaimAction": {
    page: claimPage,
    cases: [{ what: "a claim", fields: onClaim, answers: members, crossed: otherClaim }],
  },
  "lib/claim/actions.ts restoreClaimAction": {
    page: claimPage,
    cases: [
      {
        what: "a claim",
        fields: onClaim,
        answers: members,
        before: (world, place) => withdraw(world, "claim", place),
        crossed: otherClaim,
      },
    ],
  },
  "lib/inquiry/actions.ts editInquiryAction": {
    page: (place) => `${inquiry(place)}/settings`,
    cases: [
      {
        what: "the settings",
        fields: async (world, { name, slug }) => [
          ["slug", slug],
          ["version", await world.version("inquiry", slug)],
          // The words that name the place stay, since the walks know it by them.
          ["question", `What of question${`z${name}`}?`],
          ["summary", `summaryz${name}`],
          [
            "visibility",
            name === "members" ? "members" : name === "shown" || name === "open" ? "public" : "private",
          ],
          ...(name === "open" ? [["isOpen", "on"] as const] : []),
        ],
        answers: leadsAlone,
      },
    ],
  },
  "lib/inquiry/actions.ts changeMembershipAction": {
    page: (place) => `${inquiry(place)}/settings`,
    cases: [
      {
        what: "somebody new",
        fields: ({ people }, { slug }) => [
          ["slug", slug],
          ["email", people.spare.email],
          ["role", "lead"],
        ],
        answers: leadsAlone,
      },
      {
        what: "a member's role",
        fields: ({ people }, { slug }) => [
          ["slug", slug],
          ["analystId", people.reader.analystId],
          ["role", "analyst"],
        ],
        answers: leadsAlone,
      },
    ],
  },
};

const veiledSource = ({ places }: World) => places.veiled.source;
const seesVeiledSource = (given: Partial<Record<Walker, Answer>>) =>
  everybody("missing", { nobody: "sign in", ...given });
const blind = ["nobody", "stranger", "contributor"] as const;
const otherSource = (fields: Fields) => replace(fields, "id", missingIds.source);
const withdrawSource = (world: World) =>
  world.sql`update source set withdrawn_at = now(), withdrawn_reason = 'For the test.' where id in (${veiledSource(world)}, 'S1')`;
const accountOf = (world: World, walker: Walker) => world.people[walker === "nobody" ? "stranger" : walker];

const installationActions: Readonly<Record<string, InstallationAction>> = {
  "lib/account/actions.ts signInAction": {
    page: "/sign-in",
    cases: [
      {
        what: "the right password",
        fields: ({ people }) => [
          ["email", people.spare.email],
          ["password", password],
        ],
        answers: everybody("done"),
        does: "nothing",
        becomes: "stranger",
      },
      {
        what: "a wrong password",
        fields: ({ people }) => [
          ["email", people.spare.email],
          ["password", "not this password"],
        ],
        unlike: (fields) => replace(fields, "email", "no-one@example.org"),
        mustNotTell: walkers,
        answers: everybody("refused"),
      },
      {
        what: "a closed account",
        before: ({ sql, people }) =>
          sql`update account set closed_at = now() where id = ${people.spare.accountId}`,
        fields: ({ people }) => [
          ["email", people.spare.email],
          ["password", password],
        ],
        answers: everybody("refused"),
      },
    ],
  },
  "lib/account/actions.ts signUpAction": {
    page: "/sign-up",
    cases: [
      {
        what: "a new account",
        fields: () => [
          ["name", "Somebody"],
          ["email", `new-${++given}@example.org`],
          ["password", password],
        ],
        answers: everybody("done"),
        becomes: "stranger",
      },
      {
        what: "a taken address",
        fields: ({ people }) => [
          ["name", "Somebody"],
          ["email", people.lead.email],
          ["password", password],
        ],
        answers: everybody("refused"),
      },
    ],
  },
  "lib/account/actions.ts welcomeAction": {
    page: "/welcome",
    cases: [
      {
        what: "a made-up key",
        fields: () => [
          ["key", "A".repeat(32)],
          ["name", "Mallory"],
        ],
        answers: everybody("refused"),
      },
      {
        what: "a fresh key",
        fields: async ({ sql }) => [
          ["key", await makeStartKey(sql)],
          ["name", ""],
        ],
        // Whoever holds it holds this machine.
        answers: everybody("done"),
        does: "nothing",
        becomes: "stranger",
      },
    ],
  },
  "lib/account/actions.ts signOutAction": {
    page: "/account",
    // Asked last, and with a session of its own: see the test.
    cases: [{ what: "oneself", fields: () => [], answers: everybody("done"), does: "nothing" }],
  },
  // It concerns the browser that asks, and nothing that is kept here.
  "lib/guide/actions.ts chooseGuideAction": {
    page: "/how-it-reasons",
    cases: [
      {
        what: "to leave the guide",
        fields: () => [
          ["shows", "no"],
          ["returnTo", "/how-it-reasons"],
        ],
        answers: everybody("done"),
        does: "nothing",
      },
    ],
  },
  "lib/account/actions.ts editAccountAction": {
    page: "/account",
    cases: [
      {
        what: "one's own name",
        fields: async (world, walker) => [
          ["version", await world.version("account", accountOf(world, walker).accountId)],
          ["name", `The ${walker}`],
        ],
        answers: withAccount("done"),
      },
      {
        what: "a new password without the old one",
        fields: async (world, walker) => [
          ["version", await world.version("account", accountOf(world, walker).accountId)],
          ["name", `The ${walker}`],
          ["password", "another long password"],
        ],
        answers: withAccount("refused"),
      },
    ],
  },
  "lib/account/actions.ts changeAccountAction": {
    page: "/administration",
    // By address an administrator finds the inquiry to come into.
    mayHold: ({ places }) => Object.values(places).map(({ slug }) => slug),
    cases: [
      ...(["close", "reopen", "appoint", "dismiss"] as const).map(
        (change): Case => ({
          what: `${change} another's`,
          fields: ({ people }) => [
            ["id", people.spare.accountId],
            ["change", change],
          ],
          answers: withAccount("missing", { administrator: "done" }),
          unlike: (fields) => replace(fields, "id", "01930000-0000-7000-8000-000000000000"),
          mustNotTell: ["nobody", "stranger", "contributor", "reader", "analyst", "lead"],
        }),
      ),
      {
        what: "appoint oneself",
        fields: (world, walker) => [
          ["id", accountOf(world, walker).accountId],
          ["change", "appoint"],
        ],
        answers: withAccount("missing", { administrator: "refused" }),
      },
    ],
  },
  "lib/inquiry/actions.ts createInquiryAction": {
    page: "/inquiries/new",
    cases: [
      {
        what: "a new inquiry",
        fields: () => [
          ["question", "Who?"],
          ["hypotheses", "One\nOther"],
        ],
        answers: withAccount("done"),
      },
    ],
  },
  "lib/inquiry/actions.ts enterInquiryAction": {
    page: "/administration",
    cases: [
      {
        what: "the veiled inquiry",
        fields: ({ places }) => [["slug", places.veiled.slug]],
        answers: withAccount("missing", { administrator: "done" }),
        becomes: "member",
        unlike: (fields) => replace(fields, "slug", "no-such-inquiry-zzzz"),
        mustNotTell: ["nobody", "stranger", "contributor", "reader", "analyst", "lead"],
      },
    ],
  },
  "lib/source/actions.ts createSourceAction": {
    page: "/sources/new",
    cases: [
      {
        what: "a new source",
        fields: () => [
          ["name", fresh("A source")],
          ["kind", "media"],
        ],
        answers: withAccount("done"),
      },
    ],
  },
  "lib/source/actions.ts editSourceAction": {
    page: "/sources/new",
    cases: (["It was unclear.", ""] as const).map(
      (reason): Case => ({
        what: `the veiled source, ${reason ? "with" : "without"} a reason`,
        // Saved as it is, it would be no change.
        fields: async (world) => {
          const version = await world.version("source", veiledSource(world));
          return [
            ["id", veiledSource(world)],
            ["version", version],
            ["name", "sourcezveiled"],
            ["kind", "media"],
            ["stake", `stakezveiled after ${version}`],
            ["reason", reason],
          ];
        },
        answers: seesVeiledSource({
          reader: "forbidden",
          analyst: reason ? "done" : "reason needed",
          lead: "done",
          administrator: "done",
        }),
        unlike: otherSource,
        mustNotTell: blind,
      }),
    ),
  },
  "lib/source/actions.ts gradeSourceAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the veiled source, for oneself",
        fields: (world) => [
          ["id", veiledSource(world)],
          ["reliability", "C"],
          ["reason", fresh("A reason")],
        ],
        answers: seesVeiledSource({ reader: "done", analyst: "done", lead: "done", administrator: "done" }),
        unlike: otherSource,
        mustNotTell: blind,
      },
      {
        what: "the veiled source, in the veiled inquiry",
        fields: (world) => [
          ["id", veiledSource(world)],
          ["reliability", "C"],
          ["reason", fresh("A reason")],
          ["inquiry", world.places.veiled.slug],
        ],
        answers: seesVeiledSource({
          reader: "refused",
          analyst: "done",
          lead: "done",
          administrator: "refused",
        }),
        unlike: otherSource,
        mustNotTell: blind,
      },
      {
        what: "a source that everybody sees, in the veiled inquiry",
        fields: ({ places }) => [
          ["id", "S1"],
          ["reliability", "C"],
          ["reason", fresh("A reason")],
          ["inquiry", places.veiled.slug],
        ],
        answers: withAccount("refused", { analyst: "done", lead: "done" }),
        unlike: (fields) => replace(fields, "inquiry", "no-such-inquiry-zzzz"),
        mustNotTell: [...blind, "administrator"],
      },
      {
        what: "a source that everybody sees, in the open inquiry",
        fields: ({ places }) => [
          ["id", "S1"],
          ["reliability", "D"],
          ["reason", fresh("A reason")],
          ["inquiry", places.open.slug],
        ],
        answers: withAccount("done", { reader: "refused" }),
      },
    ],
  },
  "lib/source/actions.ts undoGradeAction": {
    page: "/sources/new",
    cases: [
      {
        what: "one's grade of the veiled source",
        before: async (world, walker) => {
          const { analystId } = accountOf(world, walker);
          const key = world.sql`source_id = ${veiledSource(world)} and analyst_id = ${analystId}`;
          await world.sql`update source_rating set is_current = false, ended_at = now() where ${key}`;
          await world.sql`insert into source_rating (id, source_id, analyst_id, reliability)
            values (${crypto.randomUUID()}, ${veiledSource(world)}, ${analystId}, 'B')`;
        },
        fields: (world) => [
          ["id", veiledSource(world)],
          ["reliability", "B"],
        ],
        answers: seesVeiledSource({ reader: "done", analyst: "done", lead: "done", administrator: "done" }),
        unlike: otherSource,
        mustNotTell: blind,
      },
      {
        what: "a grade that one has not given",
        before: (world, walker) =>
          world.sql`update source_rating set is_current = false, ended_at = now()
            where source_id = 'S1' and analyst_id = ${accountOf(world, walker).analystId}`,
        fields: () => [
          ["id", "S1"],
          ["reliability", "B"],
        ],
        answers: withAccount("missing"),
      },
    ],
  },
  "lib/source/actions.ts withdrawSourceAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the veiled source",
        fields: (world) => [
          ["id", veiledSource(world)],
          ["reason", "It was wrong."],
        ],
        answers: seesVeiledSource({
          reader: "forbidden",
          analyst: "forbidden",
          lead: "done",
          administrator: "done",
        }),
        unlike: otherSource,
        mustNotTell: blind,
      },
      {
        what: "a source that everybody sees",
        fields: () => [
          ["id", "S1"],
          ["reason", "It was wrong."],
        ],
        answers: withAccount("forbidden", { administrator: "done" }),
      },
    ],
  },
  "lib/source/actions.ts restoreSourceAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the veiled source",
        before: withdrawSource,
        fields: (world) => [
          ["id", veiledSource(world)],
          ["reason", "It was right."],
        ],
        answers: seesVeiledSource({
          reader: "forbidden",
          analyst: "forbidden",
          lead: "done",
          administrator: "done",
        }),
        unlike: otherSource,
        mustNotTell: blind,
      },
      {
        what: "a source that everybody sees",
        before: withdrawSource,
        fields: () => [
          ["id", "S1"],
          ["reason", "It was right."],
        ],
        answers: withAccount("forbidden", { administrator: "done" }),
      },
    ],
  },
  "lib/source/actions.ts linkSourcesAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the veiled source to another",
        before: ({ sql }) => sql`delete from source_link where to_id = 'S3'`,
        fields: (world) => [
          ["from", veiledSource(world)],
          ["to", "S3"],
          ["kind", "owns"],
          ["reason", "So it is."],
        ],
        answers: withAccount("forbidden", { administrator: "done" }),
        unlike: (fields) => replace(fields, "from", missingIds.source),
        mustNotTell: ["nobody", "stranger", "contributor", "reader", "analyst", "lead"],
      },
    ],
  },
  "lib/source/actions.ts editLinkAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the link of the veiled source",
        before: ({ sql, places }) => sql`
          insert into source_link (id, from_id, to_id, kind) values (${linkId}, ${places.veiled.source}, 'S3', 'republishes')
          on conflict (id) do update set version = 1`,
        fields: () => [
          ["id", linkId],
          ["version", "1"],
          ["since", "2015"],
          ["until", ""],
          ["reason", fresh("A reason")],
        ],
        answers: withAccount("forbidden", { administrator: "done" }),
        unlike: (fields) => replace(fields, "id", "01930000-0000-7000-8000-000000000000"),
        mustNotTell: ["nobody", "stranger", "contributor", "reader", "analyst", "lead"],
      },
    ],
  },
  "lib/source/actions.ts unlinkSourcesAction": {
    page: "/sources/new",
    cases: [
      {
        what: "the veiled source from another",
        before: ({ sql, places }) => sql`
          insert into source_link (id, from_id, to_id, kind) values (${linkId}, ${places.veiled.source}, 'S3', 'republishes')
          on conflict do nothing`,
        fields: () => [
          ["id", linkId],
          ["reason", "It is not so."],
        ],
        answers: withAccount("forbidden", { administrator: "done" }),
        unlike: (fields) => replace(fields, "id", "01930000-0000-7000-8000-000000000000"),
        mustNotTell: ["nobody", "stranger", "contributor", "reader", "analyst", "lead"],
      },
    ],
  },
};
const linkId = "01930000-0000-7000-8000-000000000001";

test("every server action of the build has a rule here, and every rule an action", () => {
  const actions = [...listActions().keys()];
  const ruled = [...Object.keys(inquiryActions), ...Object.keys(installationActions)];
  expect(actions.length).toBeGreaterThan(20);
  expect([
    ...actions
      .filter((action) => !ruled.includes(action))
      .map((action) => `The server action ${action} has no rule: say who may call it.`),
    ...ruled
      .filter((action) => !actions.includes(action))
      .map((action) => `The rule for ${action} has no server action any more.`),
  ]).toEqual([]);
});

/** Which tables an attempt changed, apart from those that keep sessions and attempts. */
async function changes(world: World, attempt: () => Promise<unknown>): Promise<string[]> {
  const before = await world.fingerprint();
  await attempt();
  const after = await world.fingerprint();
  return [...before.keys()].filter((table) => before.get(table) !== after.get(table));
}

/** Puts everything back, sends one form, and says what is wrong with what came of it. */
async function walk(
  world: World,
  walker: Walker,
  call: Call,
  expected: {
    readonly answer: Answer;
    readonly does?: "nothing";
    readonly becomes?: "stranger" | "member";
    readonly mayHold?: readonly string[];
  },
): Promise<{ acted: Acted; problems: string[] }> {
  let acted: Acted | undefined;
  const changed = await changes(world, async () => {
    acted = await world.visitors[walker].act(call);
  });
  if (!acted) throw new Error("not asked");
  const problems: string[] = [];
  if (acted.answer !== expected.answer) {
    problems.push(`expected "${expected.answer}", got "${acted.answer}": ${acted.told}`);
  }
  if (expected.answer !== "done" || expected.does === "nothing") {
    if (changed.length > 0) problems.push(`changed ${changed.join(", ")}`);
  } else if (!changed.includes("event")) {
    problems.push(`left no event in the history, but changed ${changed.join(", ") || "nothing"}`);
  }
  const reader = expected.becomes === "stranger" && walker === "nobody" ? "stranger" : walker;
  if (expected.becomes !== "member" || acted.answer !== "done") {
    const typed = call.fields.flatMap(([name, value]) => [...name.split("."), value]);
    problems.push(...leaks(world, reader, acted.body, [...typed, ...(expected.mayHold ?? [])]));
  }
  return { acted, problems };
}

const idOf = (world: World, action: string): string => {
  const id = world.actions.get(action);
  if (!id) throw new Error(`The build has no ${action}.`);
  return id;
};

for (const [action, { page, cases }] of Object.entries(inquiryActions)) {
  test(`${action} is for those whom the inquiry's rules name`, async ({ world }) => {
    const id = idOf(world, action);
    const problems: string[] = [];
    for (const { what, fields, answers: rule, before, isPreview, crossed } of cases) {
      for (const walker of walkers) {
        const told = new Map<string, string>();
        for (const name of placeNames) {
          const place = world.places[name];
          const as = standing(walker, name);
          const answer =
            walker === "nobody" ? "sign in" : as === "outside" || as === "nobody" ? "missing" : rule[as];
          await world.putBack();
          await before?.(world, place);
          const call = { id, page: page(place), fields: await fields(world, place) };
          const found = await walk(world, walker, call, {
            answer,
            ...(isPreview ? { does: "nothing" } : {}),
          });
          problems.push(
            ...found.problems.map((problem) => `${walker}, ${what} in the ${name} inquiry: ${problem}`),
          );
          if (as === "outside") told.set(name, found.acted.told);
        }
        const asNothing = told.get("nowhere");
        for (const [name, words] of told) {
          if (words !== asNothing)
            problems.push(`${walker}, ${what}: the ${name} inquiry is told apart from one that is not there`);
        }
        // Sent while another page is open, which passes it on.
        await world.putBack();
        const veiled = await fields(world, world.places.veiled);
        if (standing(walker, "veiled") === "outside") {
          const answer = walker === "nobody" ? "sign in" : "missing";
          const found = await walk(world, walker, { id, page: "/", fields: veiled }, { answer });
          problems.push(...found.problems.map((problem) => `${walker}, ${what}, passed on: ${problem}`));
        }
        if (!crossed) continue;
        const open = await fields(world, world.places.open);
        const { entries, hypotheses, claim } = world.places.veiled;
        const theirs = { entry: entries.lead, hypothesis: hypotheses.lead, claim };
        const heard: string[] = [];
        for (const ids of [theirs, missingIds]) {
          await world.putBack();
          const call = { id, page: page(world.places.open), fields: crossed(open, ids) };
          const as = standing(walker, "open");
          // Readers may not, whatever is named; to the others it is missing.
          const answer =
            walker === "nobody"
              ? "sign in"
              : as === "reader" && action.includes("rateRow")
                ? "forbidden"
                : "missing";
          const found = await walk(world, walker, call, { answer });
          heard.push(found.acted.told);
          problems.push(
            ...found.problems.map(
              (problem) => `${walker}, ${what}, at the open inquiry's address: ${problem}`,
            ),
          );
        }
        if (heard[0] !== heard[1])
          problems.push(`${walker}, ${what}: a veiled thing is told apart from one that is not there`);
      }
    }
    expect(problems).toEqual([]);
  });
}

for (const [action, { page, cases, mayHold }] of Object.entries(installationActions)) {
  test(`${action} is for those whom the installation's rules name`, async ({ world }) => {
    const id = idOf(world, action);
    const problems: string[] = [];
    for (const { what, fields, answers: rule, before, does, becomes, unlike, mustNotTell = [] } of cases) {
      for (const walker of walkers) {
        await world.putBack();
        await before?.(world, walker);
        const call = { id, page, fields: await fields(world, walker) };
        const found = await walk(world, walker, call, {
          answer: rule[walker],
          ...(does && { does }),
          ...(becomes && { becomes }),
          ...(mayHold && { mayHold: mayHold(world) }),
        });
        problems.push(...found.problems.map((problem) => `${walker}, ${what}: ${problem}`));
        if (!unlike || !mustNotTell.includes(walker)) continue;
        await world.putBack();
        const other = await walk(
          world,
          walker,
          { ...call, fields: unlike(call.fields) },
          { answer: rule[walker] },
        );
        if (other.acted.told !== found.acted.told) {
          problems.push(`${walker}, ${what}: told apart from one that is not there`);
        }
      }
    }
    if (action.endsWith("signOutAction")) await world.signInAgain();
    expect(problems).toEqual([]);
  });
}

const rules = [
  ...Object.entries(inquiryActions).map(([action, { page, cases }]) => ({
    action,
    pageIn: ({ places }: World) => page(places.veiled),
    fieldsFor: async (world: World) => cases[0]?.fields(world, world.places.veiled) ?? [],
  })),
  ...Object.entries(installationActions).map(([action, { page, cases }]) => ({
    action,
    pageIn: () => page,
    fieldsFor: async (world: World) => cases[0]?.fields(world, "administrator") ?? [],
  })),
];

/** Forms as nobody fills them in. */
function garbage(fields: Fields): { what: string; fields: Fields; body?: string }[] {
  const usual: Fields = [...fields, ["form", "a-form"], ["returnTo", "/sources"]];
  const made = (what: string, change: (field: Fields[number]) => Fields) => ({
    what,
    fields: usual.flatMap(change),
  });
  return [
    { what: "no field", fields: [] },
    made("empty fields", ([name]) => [[name, ""]]),
    made("each field twice", ([name, value]) => [
      [name, value],
      [name, value],
    ]),
    made("NUL in each field", ([name, value]) => [[name, `${value}\0`]]),
    made("things in place of words", ([name, value]) => [[`${name}.x.y`, value]]),
    made("long fields", ([name, value]) => [[name, `${value}${"x".repeat(20_000)}`]]),
    { what: "one huge field", fields: [[fields[0]?.[0] ?? "x", "x".repeat(900_000)]] },
    {
      what: "names of JavaScript's own",
      fields: ["__proto__", "constructor", "toString", "a.__proto__.b", "__proto__.isAdministrator"].map(
        (name) => [name, "x"],
      ),
    },
    {
      what: "a prototype that is a list",
      fields: [
        ["__proto__", "x"],
        ["__proto__", "y"],
      ],
    },
    {
      what: "a thousand fields",
      fields: Array.from({ length: 1000 }, (_, i) => [`citations.${i}.source`, "x"]),
    },
    { what: "no arguments", fields: [], body: "[]" },
    { what: "words in place of a form", fields: [], body: '[{"status":"idle"},"a form"]' },
    ...(fields.some(([name]) => name === "version")
      ? ["99999999999", "-1", "1e400", "0x1"].map((version) => ({
          what: `version ${version}`,
          fields: replace(fields, "version", version),
        }))
      : []),
  ];
}

for (const { action, pageIn, fieldsFor } of rules) {
  test(`${action} bears garbage, other sites and browsers without scripts`, async ({ world }) => {
    const id = idOf(world, action);
    const page = pageIn(world);
    const problems: string[] = [];
    // It asks for nothing, so nothing that is sent is garbage to it.
    const takesFields = !action.endsWith("signOutAction");
    for (const walker of ["nobody", "lead", "administrator"] as const) {
      await world.putBack();
      const { act } = world.visitors[walker];
      const usual = await fieldsFor(world);
      for (const { what, fields, body } of takesFields ? garbage(usual) : []) {
        await world.sql`delete from rate_limit`;
        let acted: Acted | undefined;
        const changed = await changes(world, async () => {
          acted = await act({ id, page, fields }, body ? { body } : {});
        });
        if (acted?.answer === "fault")
          problems.push(`${walker}, ${what}: broke with status ${acted.status}: ${acted.told}`);
        if (acted?.answer === "done") problems.push(`${walker}, ${what}: was taken`);
        if (changed.length > 0) problems.push(`${walker}, ${what}: changed ${changed.join(", ")}`);
      }
      for (const origin of ["https://elsewhere.example", "null", `${world.url}0`]) {
        let acted: Acted | undefined;
        const changed = await changes(world, async () => {
          acted = await act({ id, page, fields: usual }, { origin });
        });
        if ((acted?.status ?? 0) < 400 || changed.length > 0) {
          problems.push(
            `${walker}, from ${origin}: answered with ${acted?.status}, changed ${changed.join(", ") || "nothing"}`,
          );
        }
      }
    }
    // What is refused by script is refused without.
    for (const walker of ["nobody", "stranger", "reader"] as const) {
      if (!Object.keys(inquiryActions).includes(action)) break;
      await world.putBack();
      const fields = await fieldsFor(world);
      let heard: { status: number; location: string | null; body: string } | undefined;
      const changed = await changes(world, async () => {
        heard = await world.visitors[walker].post({ id, page, fields });
      });
      if (!heard || changed.length > 0)
        problems.push(`${walker}, without scripts: changed ${changed.join(", ")}`);
      if (!heard || heard.status >= 500)
        problems.push(`${walker}, without scripts: answered with ${heard?.status}`);
      if (walker === "nobody" && !heard?.location?.startsWith("/sign-in?next=")) {
        problems.push(`${walker}, without scripts: not asked to sign in, but answered with ${heard?.status}`);
      }
      const typed = [...fields.map(([, value]) => value), ...page.split("/")];
      problems.push(
        ...leaks(world, walker, heard?.body ?? "", typed).map(
          (leak) => `${walker}, without scripts: ${leak}`,
        ),
      );
    }
    expect(problems).toEqual([]);
  });
}

test("more than a form may hold is turned away, and not with a fault", async ({ world }) => {
  const problems: string[] = [];
  for (const walker of ["nobody", "lead"] as const) {
    for (const { action, pageIn } of rules) {
      const call = {
        id: idOf(world, action),
        page: pageIn(world),
        fields: [["x", "x".repeat(2_000_000)]] as const,
      };
      const { status } = await world.visitors[walker].act(call);
      if (status < 400 || status >= 500) problems.push(`${walker}, ${action}: answered with ${status}`);
    }
  }
  expect(problems).toEqual([]);
});
