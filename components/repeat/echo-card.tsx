import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { anchorOf } from "@/lib/repeat/echoes";
import type { Echo } from "@/lib/repeat/find";
import { linkSourcesAction } from "@/lib/source/actions";
import { EchoWords } from "./echo-words";

interface EchoCardProps {
  slug: string;
  echo: Echo;
  nameOf: ReadonlyMap<string, string>;
  mayLink: boolean;
}

/** Two sources that are cited with nearly the same words, and how they become one origin. */
export function EchoCard({ slug, echo, nameOf, mayLink }: EchoCardProps) {
  const { one, other } = echo;
  const pair = anchorOf(echo);
  return (
    <article id={pair} aria-labelledby={`${pair}-title`} className="grid gap-4">
      <h3 id={`${pair}-title`}>
        {one.source} and {other.source}
      </h3>
      <EchoWords slug={slug} echo={echo} nameOf={nameOf} />
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
