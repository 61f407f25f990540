import { DefinitionList } from "@/components/ui/definition-list";
import { formatEdtf } from "@/lib/format";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import type { SourceFound } from "@/lib/source/queries";

export function SourceFacts({ source }: { source: SourceFound }) {
  const kind = SOURCE_KINDS.find(({ code }) => code === source.kind);
  return (
    <DefinitionList
      items={[
        {
          term: "Kind",
          value: kind && (
            <>
              {kind.label} <span className="text-ink-soft">– {kind.help}</span>
            </>
          ),
        },
        { term: "Stake", value: source.stake },
        { term: "Published", value: source.publishedOn && formatEdtf(source.publishedOn) },
        {
          term: "Address",
          value: source.url && (
            <a href={source.url} rel="noopener noreferrer nofollow" dir="ltr" className="break-all">
              {source.url}
            </a>
          ),
        },
      ]}
    />
  );
}
