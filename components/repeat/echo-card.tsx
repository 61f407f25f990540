import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { MarkedText } from "@/components/ui/marked-text";
import { TextField } from "@/components/ui/text-field";
import { differingWords } from "@/lib/repeat/differing";
import { anchorOf } from "@/lib/repeat/echoes";
import type { Echo, Quoted } from "@/lib/repeat/find";
import { linkSourcesAction } from "@/lib/source/actions";

interface EchoCardProps {
  slug: string;
  echo: Echo;
  nameOf: ReadonlyMap<string, string>;
  mayLink: boolean;
}

/** Two sources that say something in nearly the same words, and how they become one origin. */
export function EchoCard({ slug, echo, nameOf, mayLink }: EchoCardProps) {
  const { one, other } = echo;
  const pair = anchorOf(echo);
  return (
    <article id={pair} aria-labelledby={`${pair}-title`} className="grid gap-4">
      <h3 id={`${pair}-title`}>
        {one.source} and {other.source}
      </h3>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 sm:grid-cols-2">
        <Words slug={slug} quoted={one} other={other} name={nameOf.get(one.source)} />
        <Words slug={slug} quoted={other} other={one} name={nameOf.get(other.source)} />
      </div>
      {mayLink ? (
        <ActionForm
          action={linkSourcesAction}
          id={`link-${pair}`}
          hidden={{
            from: one.source,
            to: other.source,
            kind: "same-origin",
            returnTo: `/inquiries/${slug}/evidence/repeats`,
          }}
          submitLabel="Same origin"
          submitVariant="plain"
          className="grid max-w-measure gap-4"
        >
          <TextField
            name="reason"
            label="How we know"
            required
            hint="It holds in every inquiry that cites them; the history keeps it."
          />
        </ActionForm>
      ) : (
        <p className="max-w-measure text-sm">
          If you know that they have it from each other, or from a third: ask an administrator to link{" "}
          {one.source} and {other.source} as being of the same origin, and say how you know. A link holds in
          every inquiry that cites them.
        </p>
      )}
    </article>
  );
}

function Words({
  slug,
  quoted: { source, entry, text },
  other,
  name,
}: {
  slug: string;
  quoted: Quoted;
  other: Quoted;
  name: string | undefined;
}) {
  return (
    <div className="grid content-start gap-1">
      <p className="text-sm">
        <Link href={`/sources/${source}`} dir="auto">
          {source} {name}
        </Link>{" "}
        <span className="text-ink-soft">
          in <Link href={`/inquiries/${slug}/evidence/${entry}`}>{entry}</Link>
        </span>
      </p>
      <blockquote dir="auto" className="border-s-2 border-rule-strong ps-4 font-serif">
        <MarkedText segments={differingWords(text, other.text)} />
      </blockquote>
    </div>
  );
}
