import { CodeBadge } from "@/components/ui/code-badge";
import { Term } from "@/components/ui/term";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "@/lib/analysis/scales";
import { consistencyTone, credibilityTone, reliabilityTone } from "./options";

const explain = (label: string, help: string) => `${label}. ${help}`;

/** A consistency code that explains itself. */
export function ConsistencyCode({ code }: { code: string }) {
  const row = CONSISTENCY.find((step) => step.code === code);
  if (!row) return <span className="text-ink-soft">–</span>;
  return (
    <Term help={explain(row.label, row.help)}>
      <CodeBadge code={row.code} label={row.label} tone={consistencyTone(row.code)} />
    </Term>
  );
}

/** A reliability grade that explains itself. */
export function ReliabilityCode({ code }: { code: string }) {
  const row = RELIABILITY.find((step) => step.code === code);
  if (!row) return <span className="text-ink-soft">–</span>;
  return (
    <Term help={explain(`Reliability ${row.code}: ${row.label.toLowerCase()}`, row.help)}>
      <CodeBadge code={row.code} label={row.label} tone={reliabilityTone(row.code)} />
    </Term>
  );
}

/** A credibility grade that explains itself. */
export function CredibilityCode({ code }: { code: number | null }) {
  const row = CREDIBILITY.find((step) => step.code === code);
  if (!row) return <span className="text-ink-soft">–</span>;
  return (
    <Term help={explain(`Credibility ${row.code}: ${row.label.toLowerCase()}`, row.help)}>
      <CodeBadge code={String(row.code)} label={row.label} tone={credibilityTone(row.code)} />
    </Term>
  );
}

export function RelevanceCode({ code }: { code: string | null }) {
  const row = RELEVANCE.find((step) => step.code === code);
  if (!row) return <span className="text-ink-soft">–</span>;
  return <Term help={`Relevance: ${row.help}`}>{row.label}</Term>;
}
