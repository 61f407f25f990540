/** What a source is. Says nothing of how far it can be trusted. */
export const SOURCE_KINDS = [
  { code: "analysis", label: "Analysis", help: "Somebody's argument over facts that others found." },
  { code: "party", label: "Party", help: "One of those the matter is about, speaking for itself." },
  { code: "government", label: "Government", help: "A state's office or official." },
  { code: "media", label: "News media", help: "A newsroom: its own reporting, or what it passes on." },
  {
    code: "statistics",
    label: "Records",
    help: "Counts or records kept by somebody: a registry, statistics, a log.",
  },
  { code: "expert", label: "Expert", help: "A person asked for what they know, named or not." },
  { code: "other", label: "Other", help: "None of these." },
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number]["code"];
