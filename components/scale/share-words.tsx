import { Term } from "@/components/ui/term";
import { ICD203, type Lexicon, PHIA } from "@/lib/analysis/scales";

const bands = { icd203: ICD203, phia: PHIA } as const;

/**
 * A figure as `shareInWords` gives it ("38 % · unlikely"), its word of likelihood explaining itself. What holds no such
 * word, as where hypotheses are only ranked, stays as it is.
 */
export function ShareWords({ figure, lexicon }: { figure: string; lexicon: Lexicon }) {
  const [share = "", word] = figure.split(" · ");
  const help = word === undefined ? "" : explain(word, lexicon);
  if (help === "") return figure;
  return (
    <>
      {share} · <Term help={help}>{word}</Term>
    </>
  );
}

/** The band of a word, or of each of the two that a figure falls between. */
export function explain(word: string, lexicon: Lexicon): string {
  const between = /^between (.+) and (.+)$/.exec(word)?.slice(1) ?? [word];
  const found = between.map((label) => bands[lexicon].find((band) => band.label === label));
  if (found.some((band) => band === undefined)) return "";
  const sentences = found.flatMap((band) =>
    band ? [between.length > 1 ? `${capital(band.label)}: ${band.help}` : band.help] : [],
  );
  return [...(between.length > 1 ? ["The yardstick leaves a gap here on purpose."] : []), ...sentences].join(
    " ",
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
