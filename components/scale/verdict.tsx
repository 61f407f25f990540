import { Term } from "@/components/ui/term";
import { VERDICTS, type Verdict } from "@/lib/analysis/scales";

const looks: Readonly<Record<Verdict, { glyph: string; colour: string }>> = {
  supported: { glyph: "✓", colour: "text-good" },
  contradicted: { glyph: "✕", colour: "text-danger" },
  disputed: { glyph: "≠", colour: "text-warning" },
  "single-origin": { glyph: "①", colour: "text-ink" },
  unverified: { glyph: "?", colour: "text-ink-soft" },
};

/** How a claim stands, as a glyph and a word that explains itself. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const row = VERDICTS.find(({ code }) => code === verdict);
  const { glyph, colour } = looks[verdict];
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-medium ${colour}`}>
      <span aria-hidden="true">{glyph}</span>
      <Term help={row?.help}>{row?.label}</Term>
    </span>
  );
}
