/**
 * The words of the product, once: the README's table, the page that tells how Linchpin reasons and every word that
 * explains itself on the pages read these rows. `told` is the part of docs/analysis.md that says more.
 */
export const GLOSSARY = [
  {
    word: "inquiry",
    meaning: "a question, with the hypotheses that compete to answer it",
    told: "what-goes-in",
  },
  {
    word: "hypothesis",
    meaning: "one possible answer (H1, H2 …; H0 is the plain alternative of the shipped inquiry)",
    told: "what-goes-in",
  },
  {
    word: "evidence, entry",
    meaning: "one thing that is, or is said to be, so (E1, E2 …)",
    told: "what-goes-in",
  },
  {
    word: "citation",
    meaning:
      "where an entry stands: the source that asserts it and, if relayed, the one it reached us through",
    told: "what-goes-in",
  },
  {
    word: "source",
    meaning:
      "whoever or whatever asserts: a paper, a party, an office, a person (S1, S2 …, shared by all inquiries)",
    told: "what-goes-in",
  },
  {
    word: "origin",
    meaning: "sources and citations that are not independent of each other, taken as one",
    told: "where-it-comes-from",
  },
  {
    word: "claim",
    meaning: "an assertion whose truth is itself in question (C1, C2 …)",
    told: "claims-and-what-became-of-them",
  },
  {
    word: "verdict",
    meaning: "how a claim stands: supported, contradicted, disputed, of one origin only, or unverified",
    told: "claims-and-what-became-of-them",
  },
  {
    word: "consistency",
    meaning: "how well an entry fits a hypothesis: II, I, N, C, CC, or NA where it does not apply",
    told: "what-goes-in",
  },
  {
    word: "consensus",
    meaning: "the mean of what the analysts rated in one cell, and the code it is nearest to",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "reliability",
    meaning: "how far a source can be trusted: A to E, F where it cannot be judged",
    told: "what-goes-in",
  },
  {
    word: "credibility",
    meaning: "how far one entry can be believed, whoever says it: 1 to 5, 6 where it cannot be judged",
    told: "what-goes-in",
  },
  {
    word: "relevance",
    meaning: "how much an entry has to do with the question: low, medium, high",
    told: "what-goes-in",
  },
  {
    word: "weight",
    meaning: "how much an entry counts, 0 to 1: from its reliability, its credibility and its relevance",
    told: "where-it-comes-from",
  },
  {
    word: "diagnosticity",
    meaning: "how well an entry tells the hypotheses apart, in bits",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "bearing",
    meaning: "which way, and how far, an entry speaks about one hypothesis",
    told: "what-an-entry-supports",
  },
  {
    word: "posterior",
    meaning: "the weight of a hypothesis after all entries, each origin doubted as a whole",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "judgement",
    meaning: "the analysts' own probabilities, averaged",
    told: "other-methods-on-the-same-matrix",
  },
  {
    word: "prior",
    meaning: "the weight of a hypothesis before any evidence; equal unless the inquiry's lead says otherwise",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "range",
    meaning: "from the lowest to the highest posterior when any one entry, source or analyst is left out",
    told: "what-the-conclusion-hangs-on",
  },
  {
    word: "agreement",
    meaning:
      "how far the analysts rate alike, as Krippendorff's α: 1 is fully, 0 what chance would give, below 0 worse than chance",
    told: "other-methods-on-the-same-matrix",
  },
  {
    word: "disagreement",
    meaning:
      "how far the ratings of one cell lie apart: 0 where all gave the same code, 1 where half give either end",
    told: "other-methods-on-the-same-matrix",
  },
  {
    word: "confidence",
    meaning: "how much the analysis deserves to be relied on: low, moderate or high, whatever it says",
    told: "what-the-conclusion-hangs-on",
  },
  {
    word: "doubt",
    meaning: "the chance that an origin is false as a whole, the higher the less reliable it is",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "bound",
    meaning: "how far all that leans on one origin can move the odds, because of its doubt",
    told: "from-ratings-to-probabilities",
  },
  {
    word: "flag",
    meaning: "a mark on an entry that deserves a second look, such as one that fits everything",
    told: "what-an-entry-supports",
  },
  {
    word: "linchpin",
    meaning: "one of the few entries on which a conclusion hangs",
    told: "what-the-conclusion-hangs-on",
  },
] as const;

export type Word = (typeof GLOSSARY)[number]["word"];

const rowOf = (word: Word) => GLOSSARY.find((row) => row.word === word) ?? GLOSSARY[0];

/** Where a word is told at length: the page that tells how Linchpin reasons, at one of its parts. */
export const toldAt = (word: Word): string => `/how-it-reasons#${rowOf(word).told}`;

/** What a word means, as a sentence. */
export function meaningOf(word: Word): string {
  const { meaning } = rowOf(word);
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
}
