import type {
  Column,
  ConfidenceGround,
  ConfidenceLevel,
  Consistency,
  Credibility,
  DropKind,
  EvidenceKind,
  Flag,
  Method,
  Relevance,
  Reliability,
  SourceLinkKind,
} from "./scales";

/**
 * One matrix as plain data: all that `analyse` reads. Ids are unique within their list, every id that is referred to
 * exists, no source is called `unsourced`. Whoever takes a matrix from outside checks that first.
 */
export type MatrixInput = {
  readonly hypotheses: readonly HypothesisInput[];
  readonly sources?: readonly SourceInput[] | undefined;
  readonly sourceLinks?: readonly SourceLinkInput[] | undefined;
  readonly evidence?: readonly EvidenceInput[] | undefined;
  readonly ratings?: readonly RatingInput[] | undefined;
  readonly judgements?: readonly JudgementInput[] | undefined;
  readonly settings?: { readonly [Name in keyof Settings]?: number | undefined } | undefined;
};

/** `prior`: weight over 0 before any evidence, 1 if absent; only its share of the sum counts. */
export type HypothesisInput = { readonly id: string; readonly prior?: number | undefined };

/** What each analyst, by id, gave. */
export type ByAnalyst<Grade> = Readonly<Record<string, Grade>>;

export type SourceInput = { readonly id: string; readonly reliability?: ByAnalyst<Reliability> | undefined };

export type SourceLinkInput = { readonly from: string; readonly to: string; readonly kind: SourceLinkKind };

/** `source` asserts; `via` is whom we have it from, where that is somebody else. */
export type CitationInput = { readonly source: string; readonly via?: string | undefined };

export type EvidenceInput = {
  readonly id: string;
  readonly kind?: EvidenceKind | undefined;
  readonly citations?: readonly CitationInput[] | undefined;
  readonly credibility?: ByAnalyst<Credibility> | undefined;
  readonly relevance?: ByAnalyst<Relevance> | undefined;
};

/** At most one for each analyst and cell. */
export type RatingInput = {
  readonly evidence: string;
  readonly hypothesis: string;
  readonly analyst: string;
  readonly consistency: Consistency;
};

/** One analyst's own probabilities, 0 to 100 for every hypothesis, not all 0; they need not sum to 100. */
export type JudgementInput = {
  readonly analyst: string;
  readonly probabilities: Readonly<Record<string, number>>;
};

/** What an inquiry can set about its method; `DEFAULT_SETTINGS` holds the usual values. */
export type Settings = {
  /** How much one step of consistency moves the probability of an entry given a hypothesis; over 0, under 0.25. */
  readonly step: number;
  /** How likely an origin of no reliability is to be false as a whole; 0 to 1. */
  readonly doubt: number;
  /** What a reliability or credibility that nobody has judged counts as; 0 to 1. */
  readonly unrated: number;
};

/** All that the engine says of a matrix: plain data, in the order of the input, analysts by id. */
export type Analysis = {
  readonly settings: Settings;
  /** Whether anything may be said: two hypotheses or more, and an entry that tells some of them apart. */
  readonly speaks: boolean;
  /**
   * Whether the leader is further ahead of the second than one origin alone could carry it, and, in the whole
   * analysis, no source or group of sources is needed for the answer.
   */
  readonly separated: boolean;
  /** Whether the coverage of two hypotheses differs by more than 0.2. */
  readonly unevenCoverage: boolean;
  readonly hypotheses: readonly HypothesisFindings[];
  readonly evidence: readonly EvidenceFindings[];
  /** Every cell of the matrix, hypotheses within entries. */
  readonly cells: readonly CellFindings[];
  /** The origins that some entry leans on, in the order of the sources, `unsourced` last. */
  readonly origins: readonly OriginFindings[];
  readonly sources: readonly SourceFindings[];
  readonly analysts: readonly AnalystFindings[];
  readonly methods: Readonly<Record<Exclude<Method, "judgement">, Ranking>> & {
    /** Null without judgements. */
    readonly judgement: Ranking | null;
  };
  readonly agreement: {
    /** Krippendorff's α, ordinal: 1 is full agreement, 0 what chance would give. Null where undefined. */
    readonly alpha: number | null;
  };
  /** Null only where there is no hypothesis at all. */
  readonly leader: Leader | null;
};

/** The analysis with what its conclusion hangs on. */
export type WholeAnalysis = Omit<Analysis, "hypotheses" | "evidence"> & {
  readonly hypotheses: readonly (HypothesisFindings & {
    /** Its lowest and highest posterior over the whole matrix and all drops. */
    readonly range: readonly [number, number];
  })[];
  readonly evidence: readonly (EvidenceFindings & {
    /** Half the sum of the absolute changes of the posteriors when it is left out, 0 to 1. */
    readonly moves: number;
  })[];
  /** Null where no set of entries ends the lead: it rests on the priors. */
  readonly linchpins: Linchpins | null;
  /** Entries, sources, groups, analysts, each in its own order. */
  readonly drops: readonly Drop[];
  readonly confidence: Confidence;
};

/** Entries without which the leader leads no more; none where it is tied to begin with. */
export type Linchpins = {
  /** Who leads or ties without them. */
  readonly rival: string;
  readonly evidence: readonly string[];
  /** Whether no smaller set can exist. */
  readonly smallest: boolean;
};

/** The answer without one thing; a group bears the name of its first source. */
export type Drop = {
  readonly kind: DropKind;
  readonly id: string;
  /** By hypothesis. */
  readonly posterior: Readonly<Record<string, number>>;
  readonly leader: string;
  readonly tied: readonly string[];
  /** Whether another hypothesis leads than in the whole matrix, or others are tied. */
  readonly changes: boolean;
};

/** The confidence that is suggested, and what speaks against more. */
export type Confidence = {
  readonly level: ConfidenceLevel;
  readonly grounds: readonly ConfidenceGround[];
  /** Those of the grounds that hold because there is nothing to look at. */
  readonly forWant: readonly ConfidenceGround[];
};

export type HypothesisFindings = {
  readonly id: string;
  /** Its share of all prior weight, 0 to 1. */
  readonly prior: number;
  /** Its probability after all entries, 0 to 1; they sum to 1. */
  readonly posterior: number;
  /** The mean of the analysts' own probabilities, 0 to 1; null without judgements. */
  readonly judgement: number | null;
  /** Share of the entries that have at least one number for it, 0 to 1. */
  readonly coverage: number;
  /** Whether that share is 0.8 or more. */
  readonly comparable: boolean;
  /** The posterior in the words of two lexicons. */
  readonly likelihood: LikelihoodWords;
};

export type LikelihoodWords = { readonly icd203: string; readonly phia: string };

export type EvidenceFindings = {
  readonly id: string;
  /** R, 0 to 1: the best origin, raised by judged origins that corroborate it. */
  readonly reliability: number;
  /** K, 0 to 1: mean over analysts, or the setting `unrated`. */
  readonly credibility: number;
  /** V, 0.5 to 1: mean over analysts, or 0.75. */
  readonly relevance: number;
  /** √(R·K)·V, 0 to 1. */
  readonly weight: number;
  /** Every origin it has, in the order of the sources. */
  readonly origins: readonly string[];
  readonly leansOn: string;
  /** The other origins that are judged and of some reliability. */
  readonly corroborators: readonly string[];
  /** κ, over 0 to 1: the part of it that rests on `leansOn` alone; 1 without corroborators. */
  readonly corroboration: number;
  /** λ of the origin it leans on, 0.05 to 1: the chance that this origin is false as a whole. */
  readonly doubt: number;
  /** 1/λ: how far all that leans on that origin can move the odds between two hypotheses. */
  readonly bound: number;
  /** In bits, 0 or more: how far its ratings and weight tell hypotheses apart, before its origin is doubted. */
  readonly diagnosticity: number;
  readonly flags: readonly Flag[];
};

export type CellFindings = {
  readonly evidence: string;
  readonly hypothesis: string;
  /** The mean of the numbers given, −2 to 2; null without any. */
  readonly consensus: number | null;
  /** The code nearest to it, a half going towards N. */
  readonly label: Exclude<Consistency, "NA"> | null;
  /** How many numbers. */
  readonly votes: number;
  /** Half the standard deviation of the numbers, 0 to 1; null under two votes. */
  readonly disagreement: number | null;
  /** In bits: how much likelier the entry is under this hypothesis than, on average, under the others. */
  readonly bearing: number;
  readonly column: Column | null;
};

export type OriginFindings = {
  readonly id: string;
  /** The sources of its group; none for `unsourced`. */
  readonly sources: readonly string[];
  /** How many entries lean on it. */
  readonly evidence: number;
  readonly doubt: number;
  readonly bound: number;
};

export type SourceFindings = {
  readonly id: string;
  /** Mean over analysts, 0 to 1; null where nobody judged it. */
  readonly reliability: number | null;
  /** The id of the first source of its group. */
  readonly group: string;
};

export type AnalystFindings = {
  readonly id: string;
  /** How often they graded both an entry and its asserter. */
  readonly pairs: number;
  /** The share of those with the same grade on both scales, 0 to 1; null without pairs. */
  readonly diagonal: number | null;
  /** Whether they seem to rate the two scales as one. */
  readonly halo: boolean;
};

/** `order` has the best first; `scores` are by hypothesis. */
export type Ranking = {
  readonly order: readonly string[];
  readonly scores: Readonly<Record<string, number>>;
};

/** The hypothesis in front and those equal to it, in the order of the hypotheses. */
export type Leader = { readonly id: string; readonly tied: readonly string[] };
