import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { relateHypothesesAction, unrelateHypothesesAction } from "@/lib/relation/actions";
import type { Relation } from "@/lib/relation/queries";
import { RELATIONS } from "@/lib/relation/schema";

interface RelationsProps {
  slug: string;
  id: string;
  /** The last event of the inquiry that all this takes in. */
  version: number;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  relations: readonly Relation[];
  mayRelate: boolean;
}

/** How a hypothesis stands to others that are no plain rivals of it. */
export function Relations({ slug, id, version, hypotheses, relations, mayRelate }: RelationsProps) {
  const own = relations.filter(({ aId, bId }) => aId === id || bId === id);
  if (own.length === 0 && !mayRelate) return null;
  const nameOf = new Map(hypotheses.map((hypothesis) => [hypothesis.id, hypothesis.shortName]));
  const hidden = { slug, id, version, returnTo: `/inquiries/${slug}/hypotheses/${id}#relations` };
  return (
    <Section
      title="Beside the others"
      id="relations"
      lead="Hypotheses are taken as rivals of which one is right. Where two can hold together, or one is a part of the other, the figures rank them and are no distribution."
    >
      {own.length === 0 ? (
        <p className="text-sm text-ink-soft">A plain rival of all the others.</p>
      ) : (
        <ul className="grid gap-4">
          {own.map(({ aId, bId, kind, note }) => {
            const other = aId === id ? bId : aId;
            const seen = kind === "part-of" && bId === id ? "whole-of" : kind;
            return (
              <li key={other} className="grid gap-1">
                <p>
                  {id} {RELATIONS.find(({ code }) => code === seen)?.label}{" "}
                  <Link href={`/inquiries/${slug}/hypotheses/${other}`} dir="auto">
                    {other} {nameOf.get(other)}
                  </Link>
                  .
                </p>
                {note !== "" && (
                  <p dir="auto" className="max-w-measure font-serif text-sm">
                    {note}
                  </p>
                )}
                {mayRelate && (
                  <ConfirmDetails summary={`Make ${id} and ${other} plain rivals`}>
                    <ActionForm
                      action={unrelateHypothesesAction}
                      id={`unrelate-${other}`}
                      hidden={{ ...hidden, other }}
                      submitLabel="Make them plain rivals"
                      submitVariant="danger"
                    >
                      <TextField name="reason" label="Why" hint="The history keeps it." />
                    </ActionForm>
                  </ConfirmDetails>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayRelate && hypotheses.length > 1 && (
        <ConfirmDetails summary={`Say how ${id} stands to another`}>
          <ActionForm action={relateHypothesesAction} id="relate" hidden={hidden} submitLabel="Save">
            <SelectField
              name="kind"
              label={id}
              options={RELATIONS.map(({ code, label }) => ({ value: code, label }))}
              width="medium"
            />
            <SelectField
              name="other"
              label="The other hypothesis"
              emptyLabel="Choose one"
              required
              options={hypotheses
                .filter((hypothesis) => hypothesis.id !== id)
                .map((hypothesis) => ({
                  value: hypothesis.id,
                  label: `${hypothesis.id} ${hypothesis.shortName}`,
                }))}
            />
            <TextArea
              name="note"
              label="How"
              rows={2}
              required
              hint="For example: the client behind a commissioned attack may be the agency of a state."
            />
          </ActionForm>
        </ConfirmDetails>
      )}
    </Section>
  );
}
