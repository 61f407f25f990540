import { Prose } from "@/components/reasoning/prose";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { GLOSSARY, meaningOf, toldAt } from "@/lib/glossary";
import { getReasoning } from "@/lib/reasoning/queries";

export const metadata = { title: "How Linchpin reasons" };

const words = "words";

export default async function HowItReasonsPage() {
  const { title, lead, parts } = await getReasoning();
  return (
    <>
      <PageHeader title={title} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <nav
          aria-label="Parts of this page"
          className="text-sm lg:sticky lg:top-6 lg:order-last lg:self-start print:hidden"
        >
          <ol className="grid gap-1.5 lg:border-s lg:border-rule lg:ps-5">
            {parts.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
            <li>
              <a href={`#${words}`}>Words</a>
            </li>
          </ol>
        </nav>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
          <div className="grid gap-4 pb-8 font-serif text-lg">
            <Prose blocks={lead} />
          </div>
          {parts.map(({ id, text, blocks }) => (
            <Section key={id} id={id} title={text}>
              <Prose blocks={blocks} />
            </Section>
          ))}
          <Section id={words} title="Words" lead="As they explain themselves wherever they stand underlined.">
            <DefinitionList
              items={GLOSSARY.map(({ word }) => ({
                term: <a href={toldAt(word)}>{word}</a>,
                key: word,
                value: meaningOf(word),
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
