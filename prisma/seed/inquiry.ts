/**
 * The inquiry that a fresh installation opens with: plain data, no code that knows of a database.
 *
 * All of it goes back to one article, of which we hold a copy. The facts and figures are the article's, the
 * words are ours, and a citation carries a locator and never a quotation. What is marked `isOurs` was added by us
 * and does not stand in the article. The codes are a demonstration of the method and no finding.
 */

import type { Consistency, Credibility, Relevance, Reliability } from "@/lib/analysis/scales";
import type { SourceKind } from "@/lib/source/kinds";

export type AnalystKey = "regional" | "method" | "sceptic" | "openSource";
export type HypothesisId = "H1" | "H2" | "H3" | "H0";
export type SourceId = `S${number}`;
export type ClaimId = `C${number}`;
export type EvidenceId = `E${number}`;
export interface SeedAnalyst {
  readonly key: AnalystKey;
  readonly name: string;
}

export interface SeedHypothesis {
  readonly id: HypothesisId;
  readonly shortName: string;
  readonly statement: string;
  /** Where the hypothesis comes from. */
  readonly origin: string;
  /** Where it stands in the article; null for the one that the analysts added. */
  readonly locator: string | null;
  /** The source that puts it forward; null for the one that the analysts added. */
  readonly source: SourceId | null;
  /** The source through which it reaches us; null where we hold it directly. */
  readonly via: SourceId | null;
}

export interface SeedHypothesisRelation {
  readonly a: HypothesisId;
  readonly b: HypothesisId;
  readonly kind: "overlaps" | "part-of";
  readonly note: string;
}

export interface SeedSource {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  /** What the source has to win or lose in the matter. */
  readonly stake: string;
  readonly description: string;
  readonly url?: string;
  /** EDTF. */
  readonly publishedOn?: string;
}

export interface SeedDiscrepancy {
  readonly says: string;
  readonly against: string;
  /** True where the second half is our knowledge and not the article's. */
  readonly isOurs: boolean;
}

export interface SeedClaim {
  readonly id: ClaimId;
  readonly statement: string;
  readonly assertedBy: SourceId;
  /** The source through which the assertion reaches us; null where we hold it directly. */
  readonly assertedVia: SourceId | null;
  readonly about: string;
  readonly place: string;
  /** When what it tells of happened, as EDTF. */
  readonly occurredOn: string | null;
  /** When it was asserted, as EDTF; only where the article gives that. */
  readonly assertedOn?: string;
  /** Where in the article it stands. */
  readonly locator: string;
  readonly discrepancies: readonly SeedDiscrepancy[];
}

export interface SeedPlace {
  readonly name: string;
  /** True where we put the place on the map and the article does not. */
  readonly isOurs: boolean;
}

export interface SeedCitation {
  readonly source: SourceId;
  readonly via: SourceId | null;
  readonly locator: string;
  readonly accessedOn: string;
  readonly publishedOn: string;
}

export interface SeedEvidence {
  readonly id: EvidenceId;
  readonly statement: string;
  readonly kind: "report" | "inference";
  /** EDTF, up to level 2: sets and open intervals occur. */
  readonly occurredOn: string | null;
  readonly places: readonly SeedPlace[];
  readonly note: string | null;
  /** The claim that it reports, if it tells that somebody claimed something. */
  readonly claim?: ClaimId;
  readonly citations: readonly SeedCitation[];
}

export interface SeedRating {
  readonly evidence: EvidenceId;
  readonly hypothesis: HypothesisId;
  readonly analyst: AnalystKey;
  readonly consistency: Consistency;
  readonly reason: string | null;
}

export interface SeedEvidenceRating {
  readonly evidence: EvidenceId;
  readonly analyst: AnalystKey;
  readonly credibility: Credibility;
  readonly relevance: Relevance;
}

export interface SeedSourceRating {
  readonly source: SourceId;
  readonly analyst: AnalystKey;
  readonly reliability: Reliability;
  readonly reason: string;
}

export interface SeedInquiry {
  readonly slug: string;
  readonly question: string;
  readonly summary: string;
  readonly ratingsNote: string;
  readonly analysts: readonly SeedAnalyst[];
  readonly hypotheses: readonly SeedHypothesis[];
  readonly hypothesisRelations: readonly SeedHypothesisRelation[];
  readonly sources: readonly SeedSource[];
  readonly claims: readonly SeedClaim[];
  readonly evidence: readonly SeedEvidence[];
  readonly ratings: readonly SeedRating[];
  readonly evidenceRatings: readonly SeedEvidenceRating[];
  readonly sourceRatings: readonly SeedSourceRating[];
}

const articlePublishedOn = "2024-04-15";
const articleAccessedOn = "2024-05-17";

const analysts: readonly SeedAnalyst[] = [
  { key: "regional", name: "Regional desk" },
  { key: "method", name: "Method desk" },
  { key: "sceptic", name: "Sceptic" },
  { key: "openSource", name: "Open-source desk" },
];

const hypotheses: readonly SeedHypothesis[] = [
  {
    id: "H1",
    shortName: "Attention-seeking claims",
    statement: "Others carry out the attacks; IS-K puts its name to them only to be noticed.",
    origin: "The article puts it forward as the view of analysts whom it does not name (S6).",
    locator: "section 2, paragraph 5",
    source: "S6",
    via: "S1",
  },
  {
    id: "H2",
    shortName: "State-agency façade",
    statement:
      "The agencies of one state or of several set the attacks in motion, and IS-K serves as their front.",
    origin: "The article puts it forward without saying whose view it is.",
    locator: "section 2, paragraph 6",
    source: "S1",
    via: null,
  },
  {
    id: "H3",
    shortName: "Commissioned by third parties",
    statement: "IS-K itself carries out the attacks, but on the orders of clients whom nobody has named.",
    origin: "The article puts it forward, likewise without saying whose view it is.",
    locator: "section 2, paragraph 7",
    source: "S1",
    via: null,
  },
  {
    id: "H0",
    shortName: "Acts on its own",
    statement: "IS-K plans and carries out the attacks in pursuit of its own aims, at nobody's order.",
    origin:
      "We added it: Heuer's method calls for the plain alternative beside the others, and the article does not offer one.",
    locator: null,
    source: null,
    via: null,
  },
];

const hypothesisRelations: readonly SeedHypothesisRelation[] = [
  {
    a: "H2",
    b: "H3",
    kind: "overlaps",
    note: "Both can be true at once, because the client behind a commissioned attack may be the agency of a state.",
  },
];

const sources: readonly SeedSource[] = [
  {
    id: "S1",
    name: "Unsigned analysis article",
    kind: "analysis",
    stake:
      "It takes a position: having said that nothing can be verified, it leans towards outside direction.",
    description:
      "Titled “ISIS-Khorasan as a new nightmare, or Eurasia's next Trojan horse”, in the column “Who is their foe?”. Our copy names neither publisher nor author. It is secondary throughout.",
    publishedOn: articlePublishedOn,
  },
  {
    id: "S2",
    name: "IS-K, claims of responsibility",
    kind: "party",
    stake: "It is a party to the conflict and gains standing from every attack that is put down to it.",
    description: "What the group has said of its own deeds and intentions. We hold none of it directly.",
  },
  {
    id: "S3",
    name: "Russian officials",
    kind: "government",
    stake: "They speak for a state that was attacked and that points to patrons abroad.",
    description:
      "Official statements from Moscow on the Crocus City Hall attack, as the article sums them up.",
  },
  {
    id: "S4",
    name: "Iranian media citing local security agencies",
    kind: "media",
    stake:
      "They pass on the word of agencies whose country was attacked and which report an arrest of their own.",
    description:
      "Two hands stand between us and the event: the outlets repeat the agencies, and the article repeats the outlets.",
  },
  {
    id: "S5",
    name: "Turkish Ministry of the Interior, official records",
    kind: "statistics",
    stake: "The ministry of a state that was attacked publishes figures on how well it has done itself.",
    description:
      "Counts of operations, detentions and imprisonments from June 2023 to April 2024, known to us from the article.",
  },
  {
    id: "S6",
    name: "Unnamed analysts",
    kind: "expert",
    stake: "It is not known, since the article does not say who they are.",
    description:
      "The article credits the attention-seeking reading (H1) to them. No entry of the matrix cites them.",
  },
  {
    id: "S7",
    name: "International news media",
    kind: "media",
    stake: "It is not known, since the article does not say which outlets it means.",
    description:
      "Outlets that showed pictures of training camps in the mountains of Afghanistan in 2015 and 2016.",
  },
];

const claims: readonly SeedClaim[] = [
  {
    id: "C1",
    statement: "IS-K carried out the attack on Crocus City Hall.",
    assertedBy: "S2",
    assertedVia: "S1",
    about: "The attack on Crocus City Hall, which left more than 130 people dead.",
    place: "Moscow region, Russia",
    occurredOn: "2024-03-22",
    locator: "section 0, paragraph 1",
    discrepancies: [],
  },
  {
    id: "C2",
    statement: "IS-K carried out the bombing at the commemoration of Qassem Soleimani.",
    assertedBy: "S2",
    assertedVia: "S1",
    about: "The bombing of people gathered in memory of Qassem Soleimani, with some 90 dead.",
    place: "Iran",
    occurredOn: "2024-01",
    locator: "section 1, paragraph 9",
    discrepancies: [],
  },
  {
    id: "C3",
    statement: "IS-K carried out both attacks on the Shahcheragh shrine.",
    assertedBy: "S2",
    assertedVia: "S1",
    about: "Two attacks on one shrine, ten months apart, with more than 20 dead in all.",
    place: "Isfahan, Iran (as the article has it)",
    occurredOn: "{2022-10,2023-08}",
    locator: "section 1, paragraph 9",
    discrepancies: [
      {
        says: "The article puts the shrine in Isfahan.",
        against: "The Shahcheragh shrine stands in Shiraz.",
        isOurs: true,
      },
    ],
  },
  {
    id: "C4",
    statement: "IS-K carried out the attack on the Santa Maria Church.",
    assertedBy: "S1",
    assertedVia: null,
    about:
      "The attack on the Santa Maria Church. The article credits it to the group and mentions no claim by it.",
    place: "Istanbul, Türkiye",
    occurredOn: "2024-01-28",
    locator: "section 1, paragraph 11",
    discrepancies: [],
  },
  {
    id: "C5",
    statement: "IS-K carried out the attack on the Reina nightclub.",
    assertedBy: "S1",
    assertedVia: null,
    about: "The attack on the Reina nightclub, with 39 dead and some 80 injured.",
    place: "Istanbul, Türkiye",
    occurredOn: "2017-01-01",
    locator: "section 1, paragraph 5",
    discrepancies: [
      {
        says: "The article puts the attack down to IS-K.",
        against:
          "Crediting IS-K, and not ISIS, is the article's own choice, and it should be checked elsewhere.",
        isOurs: true,
      },
    ],
  },
  {
    id: "C6",
    statement: "Patrons outside Russia organised the attack on Crocus City Hall.",
    assertedBy: "S3",
    assertedVia: "S1",
    about: "Who stood behind the attack on Crocus City Hall.",
    place: "Moscow region, Russia",
    occurredOn: "2024-03-22",
    locator: "section 0, paragraph 2",
    discrepancies: [],
  },
  {
    id: "C7",
    statement: "IS-K had a part in the killing of two clerics in Mashhad.",
    assertedBy: "S1",
    assertedVia: null,
    about: "The killing of two clerics, which the article does not date.",
    place: "Mashhad, Iran",
    occurredOn: null,
    locator: "section 1, paragraph 9",
    discrepancies: [],
  },
  {
    id: "C8",
    statement: "Two members of IS-K were caught on their way to bomb the shrine of Hazrat Masuma.",
    assertedBy: "S4",
    assertedVia: "S1",
    about: "An attack said to have been prevented. The article dates the report, and not what it tells of.",
    place: "Qom, Iran",
    occurredOn: null,
    assertedOn: "2024-04-02",
    locator: "section 1, paragraph 10",
    discrepancies: [],
  },
];

/** The article's own word: we hold it directly. */
function inArticle(locator: string): readonly SeedCitation[] {
  return [
    { source: "S1", via: null, locator, accessedOn: articleAccessedOn, publishedOn: articlePublishedOn },
  ];
}

/** The word of another source, which we know from the article only. */
function throughArticle(source: SourceId, locator: string): readonly SeedCitation[] {
  return [{ source, via: "S1", locator, accessedOn: articleAccessedOn, publishedOn: articlePublishedOn }];
}

function named(...names: readonly string[]): readonly SeedPlace[] {
  return names.map((name) => ({ name, isOurs: false }));
}

function ours(name: string): SeedPlace {
  return { name, isOurs: true };
}

const evidence: readonly SeedEvidence[] = [
  {
    id: "E1",
    statement:
      "IS-K claimed responsibility for the attack on Crocus City Hall, in which more than 130 people died.",
    kind: "report",
    occurredOn: "2024-03-22",
    places: [...named("Moscow"), ours("Krasnogorsk")],
    note: "Krasnogorsk, where the hall stands, is our addition; the article speaks of Moscow.",
    claim: "C1",
    citations: throughArticle("S2", "section 0, paragraph 1"),
  },
  {
    id: "E2",
    statement:
      "Within a month of the Crocus City Hall attack IS-K announced that it would strike at Russians again.",
    kind: "report",
    occurredOn: "2024-03-22/2024-04-15",
    places: [],
    note: "The day is not known; the interval runs from the attack to the day on which the article appeared.",
    citations: throughArticle("S2", "section 0, paragraph 2"),
  },
  {
    id: "E3",
    statement: "Moscow's official position is that patrons abroad stood behind the Crocus City Hall attack.",
    kind: "report",
    occurredOn: "2024-03-22/2024-04-15",
    places: named("Moscow"),
    note: "The day is not known, so the interval is that between the attack and the article.",
    claim: "C6",
    citations: throughArticle("S3", "section 0, paragraph 2"),
  },
  {
    id: "E4",
    statement:
      "Russia made war on ISIS in Syria, stands by the Assad government and is moving towards the Taliban. Whether the attack is to be explained by this, the article does not decide.",
    kind: "report",
    occurredOn: "../2024-04-15",
    places: [],
    note: null,
    citations: inArticle("section 0, paragraph 3"),
  },
  {
    id: "E5",
    statement:
      "ISIS stands for jihad worldwide, the Taliban for one inside Afghanistan. Al-Qaeda and the Taliban, close in doctrine, once worked together; a contest for dominance turned the camps into enemies.",
    kind: "report",
    occurredOn: null,
    places: named("Afghanistan"),
    note: "The article describes a state of affairs and puts no date to it.",
    citations: inArticle("section 1, paragraph 1"),
  },
  {
    id: "E6",
    statement:
      "In 2014 IS-K broke away from the Pakistani Taliban (TTP); once the caliphate had been proclaimed in Mosul, it swore allegiance to it.",
    kind: "report",
    occurredOn: "2014",
    places: named("Afghanistan"),
    note: null,
    citations: inArticle("section 1, paragraph 2"),
  },
  {
    id: "E7",
    statement:
      "Pictures in the media of 2015 and 2016 showed mountain camps in which IS-K trained recruits from the neighbourhood. It had nearly 3,000 members, and its targets were Shia and government forces.",
    kind: "report",
    occurredOn: "2015/2016",
    places: named("Afghanistan"),
    note: null,
    citations: throughArticle("S7", "section 1, paragraph 3"),
  },
  {
    id: "E8",
    statement:
      "In 2015 and 2016 IS-K struck in three countries, Afghanistan, Pakistan and Bangladesh, at Shia mosques among other targets. The campaign left thousands dead or injured.",
    kind: "report",
    occurredOn: "2015/2016",
    places: named("Afghanistan", "Pakistan", "Bangladesh"),
    note: null,
    citations: inArticle("section 1, paragraph 3"),
  },
  {
    id: "E9",
    statement:
      "From 2016 Afghan forces and the coalition led by the United States bore down on IS-K. Militants making for Turkmenistan were halted at the border, and in August its leader Hafiz Saeed Khan was confirmed dead.",
    kind: "report",
    occurredOn: "2016",
    places: named("Afghanistan"),
    note: null,
    citations: inArticle("section 1, paragraph 4"),
  },
  {
    id: "E10",
    statement: "An attack on the Reina nightclub in Istanbul left 39 people dead and some 80 injured.",
    kind: "report",
    occurredOn: "2017-01-01",
    places: named("Istanbul"),
    note: "That this was IS-K and not ISIS is the article's attribution; see claim C5.",
    citations: inArticle("section 1, paragraph 5"),
  },
  {
    id: "E11",
    statement:
      "When the United States and the Taliban had come to terms, IS-K took up its attacks again and turned against the Taliban for having dealt with Washington.",
    kind: "report",
    occurredOn: "2020-02-29",
    places: named("Afghanistan"),
    note: "The date is that of the accord. There is a discrepancy: the article has the group return once more in 2021 (E12).",
    citations: inArticle("section 1, paragraph 6"),
  },
  {
    id: "E12",
    statement:
      "IS-K came back after the Afghan government had fallen in August 2021. The bombing at Kabul airport killed some 170 Afghans as well as 13 Americans.",
    kind: "report",
    occurredOn: "2021-08",
    places: named("Kabul"),
    note: "There is a discrepancy: this is a second return, beside the one that the article links to the accord of 2020 (E11).",
    citations: inArticle("section 1, paragraph 7"),
  },
  {
    id: "E13",
    statement:
      "IS-K kept up its fight with the Taliban on both sides of the border, and one attack in Khyber Pakhtunkhwa cost many lives.",
    kind: "report",
    occurredOn: "2023-07",
    places: named("Khyber Pakhtunkhwa, Pakistan"),
    note: null,
    citations: inArticle("section 1, paragraph 8"),
  },
  {
    id: "E14",
    statement: "IS-K claimed both attacks on the Shahcheragh shrine, in which more than 20 people died.",
    kind: "report",
    occurredOn: "{2022-10,2023-08}",
    places: [...named("Isfahan"), ours("Shiraz")],
    note: "The article puts the shrine in Isfahan. It stands in Shiraz, which is our correction.",
    claim: "C3",
    citations: throughArticle("S2", "section 1, paragraph 9"),
  },
  {
    id: "E15",
    statement:
      "IS-K claimed the bombing of the gathering in memory of Qassem Soleimani, in which some 90 people died.",
    kind: "report",
    occurredOn: "2024-01",
    places: [...named("Iran"), ours("Kerman")],
    note: "Kerman is our addition; the article names the country only.",
    claim: "C2",
    citations: throughArticle("S2", "section 1, paragraph 9"),
  },
  {
    id: "E16",
    statement: "Some of those who carried out the attacks in Iran were identified as Tajiks.",
    kind: "report",
    occurredOn: "{2022-10,2023-08,2024-01}",
    places: named("Iran"),
    note: "The dates are those of the three attacks (E14, E15); the article does not say when the men were identified.",
    citations: inArticle("section 1, paragraph 9"),
  },
  {
    id: "E17",
    statement: "Two clerics were murdered in Mashhad, and the article sees IS-K involved.",
    kind: "report",
    occurredOn: null,
    places: named("Mashhad, Iran"),
    note: "The article gives no date.",
    claim: "C7",
    citations: inArticle("section 1, paragraph 9"),
  },
  {
    id: "E18",
    statement: "Two members of IS-K were seized in Qom before they could enter the shrine of Masuma.",
    kind: "report",
    occurredOn: "2024-04-02",
    places: named("Qom, Iran"),
    note: "The date is that of the report.",
    claim: "C8",
    citations: throughArticle("S4", "section 1, paragraph 10"),
  },
  {
    id: "E19",
    statement:
      "Türkiye has been attacked several times, at the Santa Maria Church for one, although it lies a long way from Khorasan and has not been in direct combat with IS-K.",
    kind: "report",
    occurredOn: "2024-01-28",
    places: [...named("Türkiye"), ours("Istanbul")],
    note: "The date is that of the church attack, and Istanbul on the map is our addition. Whether operations such as those of E20 are direct combat is left open.",
    citations: inArticle("section 1, paragraph 11"),
  },
  {
    id: "E20",
    statement:
      "Between June 2023 and April 2024, by its own count, Türkiye mounted 1,329 operations against affiliates of ISIS; 2,919 people were detained and 692 sent to prison, Turkish citizens among them.",
    kind: "report",
    occurredOn: "2023-06-01/2024-04",
    places: named("Türkiye"),
    note: "The figures are for affiliates of ISIS; how many of these belonged to IS-K is not said.",
    citations: throughArticle("S5", "section 1, paragraph 12"),
  },
  {
    id: "E21",
    statement: "IS-K started out with territory of its own; today it has none and operates underground.",
    kind: "report",
    occurredOn: "2024",
    places: [],
    note: null,
    citations: inArticle("section 2, paragraph 1"),
  },
  {
    id: "E22",
    statement:
      "IS-K strikes beyond the area that it calls its own, mostly at Türkiye and Russia, and most of the latest attacks in the region have been claimed by it.",
    kind: "inference",
    occurredOn: "2024",
    places: [],
    note: "The article counts Afghanistan, Iran, Uzbekistan, Kyrgyzstan, Turkmenistan and Tajikistan as Khorasan; Pakistan, where it reports attacks (E8, E13), is not in its list.",
    citations: inArticle("section 2, paragraph 2; section 1, paragraph 2; section 2, paragraph 3"),
  },
  {
    id: "E23",
    statement:
      "IS-K can hit out-of-the-way highlands in Afghanistan and great cities alike, from Moscow and Istanbul to southern Iran; from this the article infers training and a network.",
    kind: "inference",
    occurredOn: "2024",
    places: [],
    note: null,
    citations: inArticle("section 2, paragraph 4"),
  },
  {
    id: "E24",
    statement:
      "In two places the article reasons from precedent that groups of this sort mostly have somebody outside who steers them; it foresees an unstable Central Asia.",
    kind: "inference",
    occurredOn: "2024-04-15",
    places: [],
    note: "This is the article's own leaning, entered and rated like everything else.",
    citations: inArticle("section 2, paragraph 8; section 0, paragraph 2"),
  },
];

interface RatedEntry {
  readonly evidence: EvidenceId;
  /** Desks in the order of `analysts`, between bars; within a desk the hypotheses H1 H2 H3 H0. */
  readonly codes: string;
  readonly reasons?: Partial<Readonly<Record<`${AnalystKey} ${HypothesisId}`, string>>>;
}

const ratedEntries: readonly RatedEntry[] = [
  {
    evidence: "E1",
    codes: "C N N C | C C C C | CC C C N | C N N C",
    reasons: {
      "regional H0":
        "It has owned up to its attacks in the region before, and claiming one in Moscow continues the habit.",
      "method H0":
        "Each of the four leads one to expect a claim after an attack of this size, so the claim does not tell them apart.",
      "sceptic H1":
        "More than 130 dead put a name on every front page, and nobody who wants attention lets such an opening pass.",
      "openSource H1":
        "The claim can be read by anyone; that its author did the deed does not follow from it.",
    },
  },
  {
    evidence: "E2",
    codes: "C N N C | C C C C | C C N C | C N N C",
    reasons: {
      "sceptic H1": "A threat costs nothing and keeps the name in the news for another week.",
      "openSource H0":
        "A public threat can be held against what happens next, and a group with a quarrel of its own would make it.",
    },
  },
  {
    evidence: "E3",
    codes: "N N N N | N N N N | I C CC I | N N C N",
    reasons: {
      "sceptic H1":
        "Whoever speaks of patrons speaks of attackers in their service, and leaves no room for a bystander who merely took the credit.",
      "sceptic H2":
        "The officials stop short of naming an agency here, but patrons abroad are how governments usually speak of one.",
      "sceptic H3":
        "Patrons who organise and others who execute are precisely the division of labour that this hypothesis describes.",
      "sceptic H0":
        "The state with the attackers in view saw someone behind them, which a group acting for itself alone would not have.",
      "openSource H3":
        "Patrons are what a commission would involve, though nothing by which the charge could be tested has reached us.",
    },
  },
  {
    evidence: "E4",
    codes: "N I I CC | N N N C | N N N C | N N N C",
    reasons: {
      "regional H2":
        "The enmity grew out of the war in Syria and Moscow's choice of friends, a history in which no agency had to put IS-K up to anything.",
      "regional H3": "Russia's war on ISIS in Syria gave the group a motive for which no client has to pay.",
      "regional H0":
        "Syria, Assad and the overtures to the Taliban are three grievances of the group's own, and all three point at Russia.",
      "method H0":
        "A motive of its own is what this hypothesis predicts, and the article itself leaves open whether it was the motive.",
    },
  },
  {
    evidence: "E5",
    codes: "N N N C | N N N C | N I N C | N N N C",
    reasons: {
      "regional H0":
        "Global jihad against a national one has divided these camps for years, and the attacks follow that line.",
      "sceptic H2":
        "Where two movements compete for dominance, both have reason enough to fight, and an agency to set them on each other would be idle.",
    },
  },
  {
    evidence: "E6",
    codes: "N I N C | N N N C | N C N C | N N N C",
    reasons: {
      "regional H2":
        "It came of a split in the Pakistani Taliban and chose the caliphate in Mosul as its master, which is how a faction is born and not a front.",
      "sceptic H2":
        "Splinter groups in need of a protector are the ones that agencies have found easiest to adopt.",
    },
  },
  {
    evidence: "E7",
    codes: "I I N C | I N N C | N C C C | I N N C",
    reasons: {
      "regional H1":
        "Mountain camps and nearly 3,000 members made it a fighting force in the Afghan war, and such a force has no need of other people's deeds.",
      "regional H2":
        "It drew its recruits from the young men of the valleys around its camps, and such roots are not what an agency's front grows from.",
      "method H1":
        "If the group did nothing but claim, training camps and a membership in the thousands would be a surprise.",
      "sceptic H3": "Nearly 3,000 trained people are what a client with money would look for.",
      "openSource H1":
        "Pictures of a camp can be placed and dated by anyone, and what they show is people being trained to fight, not statements being drafted.",
    },
  },
  {
    evidence: "E8",
    codes: "I N N CC | I N N C | N N N C | I N N C",
    reasons: {
      "regional H1":
        "Thousands of dead and injured in three countries were the work of a campaign in the field, not of a group that lends its name to others.",
      "regional H0":
        "Shia mosques have been its chosen target since its first years, and this campaign carries out its own creed to the letter.",
      "method H1":
        "For this to fit, some other hand would have had to fight the whole campaign of 2015 and 2016, and the hypothesis names none.",
      "openSource H1":
        "Losses on this scale in Afghanistan, Pakistan and Bangladesh leave public traces, and the entry tells of attacks made and not of attacks claimed.",
    },
  },
  {
    evidence: "E9",
    codes: "N I N C | N N N N | N N N N | N I N C",
    reasons: {
      "regional H2":
        "An Afghan army and an American-led coalition hunted it and its leader died, and no state was seen to lift a hand for its supposed front.",
      "regional H0":
        "It was fought as an insurgency with a leader and men of its own, which is what this hypothesis takes it for.",
      "openSource H2":
        "A confirmed death at the top and militants turned back at a border are matters of record, and the record shows no protector.",
    },
  },
  {
    evidence: "E10",
    codes: "N N N N | I N N C | C C C N | N N N N",
    reasons: {
      "method H1":
        "Claims without deeds are what this hypothesis predicts, and here a deed is put down to the group without any claim in the entry.",
      "sceptic H3":
        "A nightclub in Istanbul is a long way from anything the group was fighting over at home.",
    },
  },
  {
    evidence: "E11",
    codes: "N I N CC | N N N C | N N N C | N I N C",
    reasons: {
      "regional H2":
        "What set it in motion was the Taliban's bargain with Washington, a betrayal in jihadist eyes, and nothing in that calls for a state's instruction.",
      "regional H0":
        "To punish the Taliban for talking to the Americans is the group's own quarrel from first to last, and it acted on it.",
      "method H0": "A rival's compromise should rouse a group with a cause of its own, and it did.",
      "openSource H2":
        "The accord has a public date and the group's stated grievance goes with it, whereas no trace of an agency comes with the entry.",
    },
  },
  {
    evidence: "E12",
    codes: "I N N C | I N N C | N C N C | I N N C",
    reasons: {
      "regional H1":
        "In the very month of the government's fall it had people in Kabul who could bomb the airport, and that takes more than a statement.",
      "method H1":
        "A return to the field goes together with attackers of its own, which a group that only takes credit would not need.",
      "sceptic H2":
        "Chaos after a collapse is when agencies have most use for a front that cannot be traced to them.",
      "openSource H1":
        "Some 170 Afghan and 13 American dead are figures that others have counted, and the entry ties them to the group's presence, not to its word.",
    },
  },
  {
    evidence: "E13",
    codes: "N N N C | N N N N | N N N N | N N N C",
    reasons: {
      "regional H0":
        "By doctrine and by rivalry the war on the Taliban is the group's own, on either side of the border.",
    },
  },
  {
    evidence: "E14",
    codes: "C N N C | C N N C | C C C N | C N N C",
    reasons: {
      "regional H0": "A Shia shrine is the kind of target it had chosen in Afghanistan and Pakistan before.",
      "method H1":
        "Both attacks were claimed, as this hypothesis expects, and as its plain rival expects too.",
      "openSource H1":
        "All that reaches us here is the claim, so it cannot speak against a group that only claims.",
    },
  },
  {
    evidence: "E15",
    codes: "C N N C | C N N C | C C C N | C N N C",
    reasons: {
      "regional H0":
        "Soleimani stood for everything Shia and Iranian that the group fights, and mourners for him are a target after its own mind.",
      "sceptic H3": "Those with a score to settle over Soleimani are many, and some of them could pay.",
    },
  },
  {
    evidence: "E16",
    codes: "N N N C | N N N N | N N C N | N N C C",
    reasons: {
      "regional H0":
        "Tajikistan is part of the Khorasan that it lays claim to, so Tajiks in its ranks are to be expected.",
      "sceptic H3":
        "Attackers brought in from another country are what one hires when the client must stay unseen.",
      "openSource H3":
        "That the men were Tajiks could be checked, and attackers from another country may be hired hands as well as members.",
    },
  },
  {
    evidence: "E17",
    codes: "N N C N | N N N N | N C C N | N N N N",
    reasons: {
      "regional H3":
        "The murder of two chosen men is nearer to a contract than to the mass killing the group is known for.",
      "sceptic H2": "Killings of chosen persons have more often served agencies than movements.",
    },
  },
  {
    evidence: "E18",
    codes: "I N N C | I N N C | N N N N | I N N C",
    reasons: {
      "regional H1":
        "Two of its own people on the way into a Shia shrine were about to do what the hypothesis says others do for it.",
      "regional H0": "From the mosques of Afghanistan to the shrine in Qom the line of targets is unbroken.",
      "method H1":
        "An attempt that was stopped left nothing to take credit for, so a hypothesis about claims alone cannot account for it.",
      "openSource H1":
        "Arrests leave names and files that can be asked for, and if these hold up, members were caught in the act of attacking.",
    },
  },
  {
    evidence: "E19",
    codes: "N C C N | N N N N | N C CC II | C N N I",
    reasons: {
      "regional H2":
        "Türkiye lies outside the group's old battlefields, and a state with a quarrel there would explain the choice.",
      "sceptic H3":
        "Where a group attacks a country with which it has no fight of its own, the likeliest gain is a fee.",
      "sceptic H0":
        "Nothing the group itself wants is served by attacks on a distant country that has never met it in combat.",
      "openSource H1":
        "The church attack comes without a claim in the article, but attacks in a famous city are certain to be seen.",
      "openSource H0":
        "A map shows the distance and the article reports no direct combat, so a motive of its own against Türkiye has still to be documented.",
    },
  },
  {
    evidence: "E20",
    codes: "N I N C | N N N N | N I N N | N I N C",
    reasons: {
      "regional H2":
        "A neighbour of these wars found enough real followers, some of them its own citizens, to fill prisons; this is a movement with adherents and not a façade.",
      "regional H0":
        "Followers from more than one country, Turks among them, are what a movement of its own leaves behind.",
      "sceptic H2":
        "An agency has every reason to keep its people out of court, yet 692 went to prison and nobody is said to have come for them.",
      "openSource H2":
        "So many detentions produce files that anyone may go and ask for, and the entry reports an agency's hand in none of them.",
    },
  },
  {
    evidence: "E21",
    codes: "N C N N | N N N N | N C C N | N N N N",
    reasons: {
      "regional H2":
        "Without land to tax or hold it can hardly keep itself, and a state's support would fill the gap.",
      "sceptic H3": "A group that has lost its land has lost its income, and must sell what it can still do.",
    },
  },
  {
    evidence: "E22",
    codes: "C C C I | C N N N | CC C C I | C N N C",
    reasons: {
      "regional H0":
        "Its cause is Khorasan, and attacks that fall chiefly on Türkiye and Russia lead away from the ground it says it fights for.",
      "method H1":
        "A group that lives by its claims should claim widely, and most recent attacks carry its name.",
      "sceptic H1":
        "To claim most of what happens, wherever it happens, pays handsomely in notice and requires nothing else.",
      "sceptic H0":
        "Enemies made far from home bring a province no nearer, so the choice of Türkiye and Russia looks like someone else's.",
      "openSource H0":
        "ISIS says in public that its jihad is worldwide, and targets abroad agree with what it says.",
    },
  },
  {
    evidence: "E23",
    codes: "I N N C | I N N C | I CC C I | II N N C",
    reasons: {
      "regional H1":
        "Whoever fights in the Afghan highlands and reaches Moscow as well has trained people on the ground, and the group's record there shows that it had them.",
      "method H1":
        "The inference makes the group the one that strikes, with training and a network to do it, and the hypothesis predicts that it has use for neither.",
      "sceptic H1":
        "Networks are expensive, and no one keeps one from Afghanistan to Istanbul only to sign for the work of others.",
      "sceptic H2":
        "To train and move people between highlands and capitals is a service's trade, and groups with such reach have rarely had it without a service.",
      "sceptic H0":
        "The bill for training and a network across several countries is more than a group on its own is likely to be able to pay.",
      "openSource H1":
        "The places struck are known and far apart, and if the network behind them is the group's, the idea that it merely claims is ruled out.",
    },
  },
  {
    evidence: "E24",
    codes: "N N N N | N N N N | N CC CC I | N C C I",
    reasons: {
      "sceptic H2":
        "Precedent weighs more than what anybody says, and in it agencies of states stand first among those who steer such groups.",
      "sceptic H3":
        "To be steered from outside one need not be owned, and a group for hire has as much precedent behind it as a front.",
      "sceptic H0":
        "If most groups of this kind turned out to be steered, the one that steers itself is the exception that has to be proved.",
      "openSource H2": "The argument names the direction but no case that could be looked up for this group.",
      "openSource H0":
        "As far as the cited precedents can be verified at all they tell of outside direction, and a group without any would break the pattern.",
    },
  },
];

const hypothesisOrder: readonly HypothesisId[] = hypotheses.map((hypothesis) => hypothesis.id);

const consistencies: readonly Consistency[] = ["II", "I", "N", "C", "CC"];

function consistencyOf(code: string | undefined, where: string): Consistency {
  const consistency = consistencies.find((known) => known === code);
  if (consistency === undefined) throw new Error(`Seed ratings: no valid code for ${where}`);
  return consistency;
}

const ratings: readonly SeedRating[] = ratedEntries.flatMap((entry) => {
  const desks = entry.codes.split("|").map((desk) => desk.trim().split(/\s+/));
  return analysts.flatMap((analyst, row) =>
    hypothesisOrder.map((hypothesis, column) => ({
      evidence: entry.evidence,
      hypothesis,
      analyst: analyst.key,
      consistency: consistencyOf(desks[row]?.[column], `${entry.evidence} ${hypothesis} ${analyst.key}`),
      reason: entry.reasons?.[`${analyst.key} ${hypothesis}`] ?? null,
    })),
  );
});

const entryGrades: Readonly<Record<AnalystKey, { credibility: Credibility; relevance: Relevance }>> = {
  regional: { credibility: 3, relevance: "medium" },
  method: { credibility: 3, relevance: "low" },
  sceptic: { credibility: 3, relevance: "medium" },
  openSource: { credibility: 2, relevance: "high" },
};

const evidenceRatings: readonly SeedEvidenceRating[] = evidence.flatMap((entry) =>
  analysts.map((analyst) => ({ evidence: entry.id, analyst: analyst.key, ...entryGrades[analyst.key] })),
);

const sourceGrades: readonly {
  readonly source: SourceId;
  readonly grades: Readonly<Record<AnalystKey, readonly [Reliability, string]>>;
}[] = [
  {
    source: "S1",
    grades: {
      regional: [
        "C",
        "Its outline of the group's history is sound, but it moves a well-known shrine to another city.",
      ],
      method: [
        "D",
        "It grants that none of its explanations can be verified and favours one direction all the same.",
      ],
      sceptic: ["D", "It has no author to answer for it and a thesis to sell."],
      openSource: [
        "C",
        "Many of its dates and figures can be checked, yet for most of them it names no source.",
      ],
    },
  },
  {
    source: "S2",
    grades: {
      regional: [
        "D",
        "It has every cause to make itself larger than it is, and the region has learnt to wait for proof.",
      ],
      method: [
        "D",
        "It would issue the same claims under more than one hypothesis, whether they were true or not.",
      ],
      sceptic: ["D", "It lives by being feared, and a claim is the cheapest way to that."],
      openSource: [
        "C",
        "Claims of responsibility are public and can be compared with what is found at the scene.",
      ],
    },
  },
  {
    source: "S3",
    grades: {
      regional: [
        "D",
        "Moscow has its own quarrels abroad and tends to find their authors behind attacks at home.",
      ],
      method: [
        "D",
        "The charge against patrons reaches us without the grounds that would let anyone else arrive at it.",
      ],
      sceptic: ["D", "An enemy abroad is more convenient than a failure of one's own security."],
      openSource: [
        "D",
        "The statements are public, but we have seen nothing beside them that an outsider could examine.",
      ],
    },
  },
  {
    source: "S4",
    grades: {
      regional: ["D", "The outlets print what the security agencies give them and do not look behind it."],
      method: [
        "D",
        "The word of an agency, repeated by an outlet, has passed two hands before the article adds a third.",
      ],
      sceptic: ["D", "An attack prevented at the last moment flatters those who report it."],
      openSource: [
        "C",
        "Arrests on a given day at a named shrine are a statement definite enough to be followed up.",
      ],
    },
  },
  {
    source: "S5",
    grades: {
      regional: [
        "C",
        "The ministry does carry out such operations, though it may count generously who is an affiliate.",
      ],
      method: [
        "C",
        "It is a plain count over a stated period, with the defect that the counter is also the one being judged.",
      ],
      sceptic: ["D", "A ministry that reports its own success will not err on the low side."],
      openSource: ["C", "Official totals can be set against court and press reports, if not case by case."],
    },
  },
  {
    source: "S6",
    grades: {
      regional: ["F", "It cannot be judged, for nobody says whether these analysts know the region."],
      method: ["F", "Without a name there is no record of earlier judgements, and so nothing to grade."],
      sceptic: ["F", "Who pays them and what they want is unknown, and even distrust needs an address."],
      openSource: [
        "F",
        "There is no publication to look up, so that neither trust nor mistrust has a ground.",
      ],
    },
  },
  {
    source: "S7",
    grades: {
      regional: [
        "C",
        "Camps in those mountains are plausible to anyone who knows the country, but pictures tell little of who was in them.",
      ],
      method: [
        "C",
        "Pictures bear on the existence of camps, and less on the numbers that are given with them.",
      ],
      sceptic: [
        "C",
        "News media like a striking picture, but several of them would have had to err together.",
      ],
      openSource: [
        "B",
        "Pictures can be located and dated independently, which is more than the other sources offer.",
      ],
    },
  },
];

const sourceRatings: readonly SeedSourceRating[] = sourceGrades.flatMap(({ source, grades }) =>
  analysts.map(({ key }) => ({ source, analyst: key, reliability: grades[key][0], reason: grades[key][1] })),
);

export const seedInquiry = {
  slug: "is-k-attacks",
  question: "What best explains most of the attacks attributed to Islamic State – Khorasan Province (IS-K)?",
  summary:
    "Four explanations are weighed against each other over 24 entries. All of these, whoever first said so, reach us through one article of April 2024, so the matrix rests on a single origin until somebody adds an independent source. The question is about a set of attacks, and a mixture of explanations is possible. The codes are ours: they demonstrate the method and are no finding.",
  ratingsNote:
    "The codes and their reasons were written by us, in the parts of four desks, to demonstrate the method; they are no finding about any attack.",
  analysts,
  hypotheses,
  hypothesisRelations,
  sources,
  claims,
  evidence,
  ratings,
  evidenceRatings,
  sourceRatings,
} satisfies SeedInquiry;
