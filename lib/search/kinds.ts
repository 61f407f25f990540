/** What can be found. In this order where nothing else decides. */
export const SEARCH_KINDS = [
  { code: "inquiry", label: "Inquiry", many: "Inquiries" },
  { code: "hypothesis", label: "Hypothesis", many: "Hypotheses" },
  { code: "entry", label: "Entry", many: "Entries" },
  { code: "claim", label: "Claim", many: "Claims" },
  { code: "source", label: "Source", many: "Sources" },
] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number]["code"];
