import { Term } from "@/components/ui/term";
import { CREDIBILITY, RELIABILITY } from "@/lib/analysis/scales";

/** What an entry inherits from its sources and what is its own, each scale explaining itself. */
export function ScalesSentence() {
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      <Term help={<Steps scale={RELIABILITY} />}>Reliability</Term> belongs to the source and is inherited by
      every entry that rests on it; <Term help={<Steps scale={CREDIBILITY} />}>credibility</Term> is peculiar
      to this entry, whoever says it.
    </p>
  );
}

function Steps({ scale }: { scale: typeof RELIABILITY | typeof CREDIBILITY }) {
  return (
    <>
      {scale.map(({ code, label, help }) => (
        <span key={code} className="block">
          <b>
            {code} {label}.
          </b>{" "}
          {help}
        </span>
      ))}
    </>
  );
}
