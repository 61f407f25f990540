/**
 * Every finite scale of the product, once: its codes, what each is called, the number it stands for (null where it
 * stands for none) and what it means. Pickers, legends, checks and tests read these tables and nothing else.
 */

/** How well an entry fits a hypothesis. `value` counts steps from "neither here nor there". */
export const CONSISTENCY = [
  { code: "II", label: "Very inconsistent", value: -2, help: "Hard to explain if the hypothesis were true." },
  { code: "I", label: "Inconsistent", value: -1, help: "Less to be expected if the hypothesis were true." },
  { code: "N", label: "Neutral", value: 0, help: "Just as likely whether the hypothesis is true or not." },
  { code: "C", label: "Consistent", value: 1, help: "Rather to be expected if the hypothesis were true." },
  {
    code: "CC",
    label: "Very consistent",
    value: 2,
    help: "Just what the hypothesis would lead one to expect.",
  },
  {
    code: "NA",
    label: "Does not apply",
    value: null,
    help: "The entry has no bearing on this hypothesis at all. Counts as no number, not as neutral.",
  },
] as const;
export type Consistency = (typeof CONSISTENCY)[number]["code"];

/** How far a source can be trusted, apart from what it says this time (NATO Admiralty system, AJP-2.1). */
export const RELIABILITY = [
  {
    code: "A",
    label: "Completely reliable",
    value: 1,
    help: "Nothing speaks against its honesty or competence, and all it said so far held.",
  },
  {
    code: "B",
    label: "Usually reliable",
    value: 0.75,
    help: "Small doubts remain; most of what it said so far held.",
  },
  {
    code: "C",
    label: "Fairly reliable",
    value: 0.5,
    help: "Doubts remain; some of what it said so far held.",
  },
  {
    code: "D",
    label: "Not usually reliable",
    value: 0.25,
    help: "Serious doubts, though now and then what it said held.",
  },
  {
    code: "E",
    label: "Unreliable",
    value: 0,
    help: "Dishonest or not competent in the matter; its record is one of falsehoods.",
  },
  {
    code: "F",
    label: "Cannot be judged",
    value: null,
    help: "There is no ground to judge it on: unknown, which is not the middle of the scale. Counts as no grade.",
  },
] as const;
export type Reliability = (typeof RELIABILITY)[number]["code"];

/** How likely it is that what an entry reports is so, whoever said it (NATO Admiralty system, AJP-2.1). */
export const CREDIBILITY = [
  {
    code: 1,
    label: "Confirmed",
    value: 1,
    help: "Other, independent sources say the same, and it makes sense in itself and with what else is known.",
  },
  {
    code: 2,
    label: "Probably true",
    value: 0.75,
    help: "Nobody else confirms it yet, but it makes sense in itself and fits what else is known.",
  },
  {
    code: 3,
    label: "Possibly true",
    value: 0.5,
    help: "Not confirmed; plausible enough, and in part in line with what else is known.",
  },
  {
    code: 4,
    label: "Doubtful",
    value: 0.25,
    help: "Could be so, but nothing supports it and it does not follow from what else is known.",
  },
  {
    code: 5,
    label: "Improbable",
    value: 0,
    help: "Contradicted by what else is known, or it makes no sense in itself.",
  },
  {
    code: 6,
    label: "Cannot be judged",
    value: null,
    help: "There is nothing to hold it against: unknown, which is not the middle of the scale. Counts as no grade.",
  },
] as const;
export type Credibility = (typeof CREDIBILITY)[number]["code"];

/** How much an entry has to do with the question. */
export const RELEVANCE = [
  { code: "low", label: "Low", value: 0.5, help: "Background; touches the question at its edge." },
  {
    code: "medium",
    label: "Medium",
    value: 0.75,
    help: "Has to do with the question, but does not settle it.",
  },
  { code: "high", label: "High", value: 1, help: "Goes to the heart of the question." },
] as const;
export type Relevance = (typeof RELEVANCE)[number]["code"];

/** What sort of thing an entry is. */
export const EVIDENCE_KINDS = [
  { code: "report", label: "Report", help: "Somebody states that something happened or is so." },
  {
    code: "document",
    label: "Document",
    help: "A record in its own right: a decree, a ledger, a contract, a log.",
  },
  { code: "media", label: "Media", help: "A picture, film or sound that itself shows the thing." },
  { code: "testimony", label: "Testimony", help: "Somebody tells what they themselves saw, heard or did." },
  {
    code: "assumption",
    label: "Assumption",
    help: "Taken as given and not shown. Written down so that it can be doubted like the rest.",
  },
  {
    code: "absence",
    label: "Absence",
    help: "What one would expect to find, was looked for, and was not found.",
  },
  { code: "inference", label: "Inference", help: "A conclusion somebody draws from other things." },
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]["code"];

/** How two sources hang together. Those that `join` make the two one origin. */
export const SOURCE_LINK_KINDS = [
  { code: "owns", label: "Owns", joins: true, help: "One owns, pays for or directs the other: one origin." },
  {
    code: "republishes",
    label: "Republishes",
    joins: false,
    help: "One often carries what the other puts out. Shown and asked about; it does not make them one origin.",
  },
  {
    code: "same-origin",
    label: "Same origin",
    joins: true,
    help: "Two names or outlets of one and the same origin.",
  },
] as const;
export type SourceLinkKind = (typeof SOURCE_LINK_KINDS)[number]["code"];

/** What is worth a second look at an entry. */
export const FLAGS = [
  {
    code: "fits-everything",
    label: "Fits everything",
    help: "It fits every hypothesis about equally well, so it helps to decide between none of them.",
  },
  {
    code: "disbelieved",
    label: "Hardly believed",
    help: "As graded, it weighs under a tenth: it is listed but barely counts.",
  },
  {
    code: "confirmed-alone",
    label: "Confirmed by nobody else",
    help: "Somebody graded it as confirmed, but fewer than two judged origins stand behind it.",
  },
  {
    code: "relayed-only",
    label: "Second hand only",
    help: "Every citation comes through somebody else; nobody here has the original.",
  },
  { code: "unsourced", label: "Without a source", help: "Nothing is cited for it." },
] as const;
export type Flag = (typeof FLAGS)[number]["code"];

/**
 * The words of ICD 203 (Office of the Director of National Intelligence, 2015) for a likelihood, each
 * over `from`, a probability, up to and including `to`.
 */
export const ICD203 = [
  {
    code: "almost-no-chance",
    label: "almost no chance",
    from: 0,
    to: 0.05,
    help: "Up to 5 %. Also called remote.",
  },
  {
    code: "very-unlikely",
    label: "very unlikely",
    from: 0.05,
    to: 0.2,
    help: "5 to 20 %. Also called highly improbable.",
  },
  { code: "unlikely", label: "unlikely", from: 0.2, to: 0.45, help: "20 to 45 %. Also called improbable." },
  {
    code: "roughly-even-chance",
    label: "roughly even chance",
    from: 0.45,
    to: 0.55,
    help: "45 to 55 %. Also called roughly even odds.",
  },
  { code: "likely", label: "likely", from: 0.55, to: 0.8, help: "55 to 80 %. Also called probable." },
  {
    code: "very-likely",
    label: "very likely",
    from: 0.8,
    to: 0.95,
    help: "80 to 95 %. Also called highly probable.",
  },
  {
    code: "almost-certain",
    label: "almost certain",
    from: 0.95,
    to: 1,
    help: "Over 95 %. Also called nearly certain.",
  },
] as const;

/**
 * The words of the PHIA probability yardstick (Professional Head of Intelligence Assessment, United Kingdom), each
 * from `from` to `to`, a probability; `below` marks the one whose upper edge is not part of it. The gaps between
 * the bands are intended: what falls there is "between" two words.
 */
export const PHIA = [
  { code: "remote-chance", label: "remote chance", from: 0, to: 0.05, below: false, help: "0 to 5 %." },
  {
    code: "highly-unlikely",
    label: "highly unlikely",
    from: 0.1,
    to: 0.2,
    below: false,
    help: "10 to 20 %.",
  },
  { code: "unlikely", label: "unlikely", from: 0.25, to: 0.35, below: false, help: "25 to 35 %." },
  {
    code: "realistic-possibility",
    label: "realistic possibility",
    from: 0.4,
    to: 0.5,
    below: true,
    help: "40 to under 50 %.",
  },
  {
    code: "likely",
    label: "likely",
    from: 0.55,
    to: 0.75,
    below: false,
    help: "55 to 75 %. Also called probable.",
  },
  { code: "highly-likely", label: "highly likely", from: 0.8, to: 0.9, below: false, help: "80 to 90 %." },
  { code: "almost-certain", label: "almost certain", from: 0.95, to: 1, below: false, help: "95 to 100 %." },
] as const;

/** The two vocabularies for a likelihood that an inquiry can choose between. */
export const LEXICONS = [
  {
    code: "icd203",
    label: "ICD 203",
    help: "The words of the United States' intelligence community, without gaps.",
  },
  {
    code: "phia",
    label: "PHIA yardstick",
    help: "The words of British assessments, with gaps between the bands.",
  },
] as const;
export type Lexicon = (typeof LEXICONS)[number]["code"];

/** Where an entry stands on the page of a hypothesis. */
export const COLUMNS = [
  {
    code: "supports",
    label: "Supports",
    help: "It fits this hypothesis, and fits it better than the rivals.",
  },
  {
    code: "contradicts",
    label: "Contradicts",
    help: "It goes against this hypothesis, and more so than against the rivals.",
  },
  {
    code: "fits-all",
    label: "Fits it, and its rivals as well",
    help: "It fits this hypothesis, but its rivals no less: it does not speak for it.",
  },
] as const;
export type Column = (typeof COLUMNS)[number]["code"];

/** The ways of reading one matrix, side by side. `best` says which end of the score comes first. */
export const METHODS = [
  {
    code: "posterior",
    label: "Posterior",
    best: "highest",
    help: "The probability of each hypothesis after all entries, each origin doubted as a whole.",
  },
  {
    code: "judgement",
    label: "Analysts' judgement",
    best: "highest",
    help: "The analysts' own probabilities, made to sum to one hundred per cent and averaged.",
  },
  {
    code: "heuer",
    label: "Heuer",
    best: "lowest",
    help: "How much speaks against each hypothesis, every entry counted alike. The least comes first.",
  },
  {
    code: "parc",
    label: "PARC ACH",
    best: "lowest",
    help: "What speaks against each hypothesis, more where an entry is credible and relevant.",
  },
  {
    code: "squared",
    label: "Open Synthesis",
    best: "lowest",
    help: "What speaks against each hypothesis, squared, so that strong disagreement outweighs several weak ones.",
  },
  {
    code: "burton",
    label: "Burton",
    best: "lowest",
    help: "Every single rating against a hypothesis, weighted by what its own analyst thinks of the entry.",
  },
] as const;
export type Method = (typeof METHODS)[number]["code"];

/** What is left out to see whether the answer hangs on it. */
export const DROP_KINDS = [
  { code: "evidence", label: "Entry", help: "One entry, its origin being doubted as before." },
  { code: "source", label: "Source", help: "Every citation of one source or through it; all else anew." },
  {
    code: "group",
    label: "Group of sources",
    help: "Every citation of sources that are one origin; all else anew.",
  },
  {
    code: "analyst",
    label: "Analyst",
    help: "All that one analyst rated, graded and judged; all else anew.",
  },
] as const;
export type DropKind = (typeof DROP_KINDS)[number]["code"];

/** How much confidence a judgement deserves: apart from how likely it says that anything is (ICD 203). */
export const CONFIDENCE_LEVELS = [
  { code: "high", label: "High", help: "Nothing that is looked at here speaks against relying on it." },
  { code: "moderate", label: "Moderate", help: "One or two grounds speak against relying on it." },
  { code: "low", label: "Low", help: "Three or more grounds speak against relying on it." },
] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number]["code"];

/** What lowers the confidence that is suggested; `halves` where it is found on what is there or for want of anything. */
export const CONFIDENCE_GROUNDS = [
  { code: "few-origins", label: "Few origins", help: "What is rated leans on fewer than three origins." },
  {
    code: "few-linchpins",
    label: "Few linchpins",
    help: "Without one or two entries the leader leads no more, or the lead does not rest on entries at all.",
    halves: {
      found: "Without one or two entries the leader leads no more.",
      none: "The lead does not rest on entries at all.",
    },
  },
  { code: "assumption", label: "An assumption", help: "One of the linchpins is an assumption." },
  {
    code: "little-agreement",
    label: "Little agreement",
    help: "Krippendorff's alpha is under 0.667, or there is nothing to compare.",
    halves: { found: "Krippendorff's alpha is under 0.667.", none: "There is nothing to compare." },
  },
  {
    code: "single-point",
    label: "A single point of failure",
    help: "Without one source, one group of sources or one analyst the answer is another.",
  },
  {
    code: "methods-part",
    label: "The methods part",
    help: "No hypothesis is first in Heuer's score, PARC's, the posterior and the analysts' judgement alike.",
  },
  { code: "gaps", label: "Gaps", help: "Under four fifths of the cells have a number." },
] as const;
export type ConfidenceGround = (typeof CONFIDENCE_GROUNDS)[number]["code"];

/** How a claim stands by what is linked to it. */
export const VERDICTS = [
  { code: "supported", label: "Supported", help: "At least two origins speak for it, and they prevail." },
  {
    code: "contradicted",
    label: "Contradicted",
    help: "At least two origins speak against it, and they prevail.",
  },
  { code: "disputed", label: "Disputed", help: "Enough is known, but it does not all point one way." },
  {
    code: "single-origin",
    label: "One origin only",
    help: "Only one origin speaks on the side that prevails.",
  },
  { code: "unverified", label: "Unverified", help: "Too little of worth speaks for or against it." },
] as const;
export type Verdict = (typeof VERDICTS)[number]["code"];
