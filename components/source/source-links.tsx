import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import { formatEdtf } from "@/lib/format";
import { editLinkAction, linkSourcesAction, unlinkSourcesAction } from "@/lib/source/actions";
import type { SourceFound } from "@/lib/source/queries";

/** How a link reads from its one end, and from its other. */
export const linkWords: Readonly<Record<string, readonly [from: string, to: string]>> = {
  owns: ["owns, pays for or directs", "is owned, paid for or directed by"],
  republishes: ["republishes", "is republished by"],
  "same-origin": ["is of the same origin as", "is of the same origin as"],
};

interface SourceLinksProps {
  source: SourceFound;
  /** The reader, if they may link sources. */
  linker: string | null;
}

/** What joins a source to others. Administrators alone change it, because it moves every inquiry that cites either. */
export function SourceLinks({ source, linker }: SourceLinksProps) {
  const links = [
    ...source.linksFrom.map(({ to, ...link }) => ({ ...link, other: to, verb: linkWords[link.kind]?.[0] })),
    ...source.linksTo.map(({ from, ...link }) => ({ ...link, other: from, verb: linkWords[link.kind]?.[1] })),
  ];
  return (
    <>
      {links.length === 0 && <p className="text-ink-soft">None known. It counts as an origin of its own.</p>}
      {links.length > 0 && (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {links.map(({ id, kind, reason, since, until, version, other, verb }) => (
            <li key={id} className="grid max-w-measure gap-1">
              <p>
                {source.id} {verb}{" "}
                <Link href={`/sources/${other.id}`}>
                  {other.id} <bdi>{other.name}</bdi>
                </Link>
                <span className="text-sm text-ink-soft">
                  {SOURCE_LINK_KINDS.find(({ code }) => code === kind)?.joins
                    ? " – they count as one origin"
                    : " – they stay two origins"}
                  {since && `, since ${formatEdtf(since)}`}
                  {until && `, until ${formatEdtf(until)}`}
                </span>
              </p>
              {reason !== "" && (
                <p dir="auto" className="font-serif">
                  {reason}
                </p>
              )}
              {linker && (
                <ConfirmDetails summary={`Edit the link to ${other.id}`} variant="quiet">
                  <ActionForm
                    action={editLinkAction}
                    id={`edit-link-${id}`}
                    hidden={{ id, version, returnTo: `/sources/${source.id}` }}
                    submitLabel="Save the link"
                    draftKey={`link:${id}:${linker}`}
                  >
                    <TextField
                      name="reason"
                      label="How we know"
                      hint="The history keeps it."
                      defaultValue={reason}
                      required
                    />
                    <LinkDates since={since} until={until} />
                  </ActionForm>
                </ConfirmDetails>
              )}
              {linker && (
                <ConfirmDetails summary={`Remove the link to ${other.id}`} variant="quiet">
                  <ActionForm
                    action={unlinkSourcesAction}
                    id={`unlink-${id}`}
                    hidden={{ id, returnTo: `/sources/${source.id}` }}
                    submitLabel="Remove the link"
                    submitVariant="danger"
                  >
                    <TextField name="reason" label="Why" hint="The history keeps it." required />
                  </ActionForm>
                </ConfirmDetails>
              )}
            </li>
          ))}
        </ul>
      )}
      {links.length < source.linkCount && (
        <p className="text-sm text-ink-soft">
          {links.length} of {source.linkCount.toLocaleString("en")} links are here.
        </p>
      )}
      {linker && (
        <ConfirmDetails summary="Link it to another source">
          <ActionForm
            action={linkSourcesAction}
            id={`link-${source.id}`}
            hidden={{ from: source.id, returnTo: `/sources/${source.id}` }}
            submitLabel="Link them"
            draftKey={`link-from:${source.id}:${linker}`}
          >
            <SelectField
              name="kind"
              label={`${source.id} …`}
              options={SOURCE_LINK_KINDS.map(({ code, joins }) => ({
                value: code,
                label: `${linkWords[code]?.[0]} …${joins ? " (one origin)" : ""}`,
              }))}
              emptyLabel="Please choose"
              required
            />
            <TextField
              name="to"
              label="The other source"
              hint="Its number, such as S2."
              width="short"
              required
            />
            <TextField name="reason" label="How we know" hint="The history keeps it." required />
            <LinkDates />
          </ActionForm>
        </ConfirmDetails>
      )}
    </>
  );
}

function LinkDates({ since, until }: { since?: string | null; until?: string | null }) {
  return (
    <>
      <TextField
        name="since"
        label="Since"
        hint="2024, 2024-03, 2024-03-22 or 2024~ (about); empty where nobody knows."
        dir="ltr"
        width="medium"
        defaultValue={since ?? ""}
      />
      <TextField
        name="until"
        label="Until"
        hint="The same; empty while it lasts."
        dir="ltr"
        width="medium"
        defaultValue={until ?? ""}
      />
    </>
  );
}
