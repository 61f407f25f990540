import Link from "next/link";
import { type Ref, type SubmitEvent, useRef } from "react";
import { reliabilityTone } from "@/components/scale/options";
import { CodeBadge } from "@/components/ui/code-badge";
import { FormContext } from "@/components/ui/form-context";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { Time } from "@/components/ui/time";
import { useDraft } from "@/components/ui/use-draft";
import { formatPercent } from "@/lib/analysis/likelihood";
import { RELIABILITY } from "@/lib/analysis/scales";
import { count } from "@/lib/format";
import type { FormState } from "@/lib/forms";
import type { ReviewItem } from "@/lib/review/queries";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { QUEUE_REASONS, reasonHelp } from "@/lib/source/queue";
import { recordWords } from "@/lib/source/record-words";
import { UndoForm } from "./review-answer";

interface ReviewCardProps {
  ref: Ref<HTMLElement>;
  item: ReviewItem;
  /** "3 of 12". */
  place: string;
  returnTo: string;
  /** Names what is typed here and not sent yet: whoever goes on and comes back finds it. */
  draftKey: string;
  isPending: boolean;
  /** What came back where the last grade of this source was not taken. */
  refused: Extract<FormState, { status: "refused" }> | null;
  gradeForm: (form: FormData) => void;
  onGrade: (event: SubmitEvent<HTMLFormElement>) => void;
  undoForm: (form: FormData) => void;
  onUndo: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** One source of the queue: what it is, why it is here, and the six grades as buttons. */
export function ReviewCard(props: ReviewCardProps) {
  const { ref, item, place, returnTo, draftKey, isPending, refused } = props;
  const { gradeForm, onGrade, undoForm, onUndo } = props;
  const { id, name, own, inquiries, record } = item;
  const form = `review-${id}`;
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(element, { key: draftKey, restore: !refused, version: undefined });
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={`${form}-name`}
      className="grid grid-cols-[minmax(0,1fr)] gap-5 border-s-2 border-accent ps-5"
    >
      <header className="grid gap-1">
        <p className="text-sm text-ink-soft">{place}</p>
        <h2 id={`${form}-name`} dir="auto">
          <span className="text-ink-soft">{id}</span> {name}
        </h2>
        <WhatItIs item={item} />
      </header>
      <Reasons item={item} />
      <FormContext
        value={{ id: form, errors: refused?.errors ?? {}, ...(refused ? { values: refused.values } : {}) }}
      >
        <form
          ref={element}
          id={form}
          action={gradeForm}
          onInput={draft.keep}
          onSubmit={(event) => {
            draft.flush();
            onGrade(event);
          }}
          className="grid gap-5"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="keepsReason" value="on" />
          <input type="hidden" name="returnTo" value={returnTo} />
          <fieldset aria-busy={isPending} className="grid gap-2">
            <legend className="field-label mb-1.5">How far can it be trusted?</legend>
            {record && (
              <p className="text-sm">
                Its record: {recordWords(record)}.{" "}
                <span className="text-ink-soft">
                  What became of the claims that it asserts, by what others say.
                </span>
              </p>
            )}
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
              {RELIABILITY.map(({ code, label, help }) => (
                <button
                  key={code}
                  type="submit"
                  name="reliability"
                  value={code}
                  title={help}
                  aria-keyshortcuts={code}
                  aria-pressed={own?.reliability === code}
                  className="btn justify-start text-start aria-pressed:border-ink aria-pressed:font-semibold"
                >
                  <CodeBadge code={code} label={label} tone={reliabilityTone(code)} />
                  <span>{label}</span>
                </button>
              ))}
            </div>
          </fieldset>
          <div className="grid gap-2">
            <TextArea
              // What was saved stands above; the field is for the next reason.
              key={own?.ratedAt}
              name="reason"
              label="Why"
              hint={
                <>
                  Before the grade: its record, its access, its stake.{" "}
                  <span className="for-keys">R goes here, Escape back.</span>
                </>
              }
              rows={2}
            />
            {own && own.reason !== "" && (
              <p className="max-w-measure text-sm text-ink-soft">
                For your {own.reliability} you wrote: <q dir="auto">{own.reason}</q> Another {own.reliability}{" "}
                keeps that where you write nothing; no other letter does.
              </p>
            )}
          </div>
          <SelectField
            name="inquiry"
            label="Written in"
            hint="Whoever sees that inquiry may read your reason. The grade counts in every inquiry of yours that cites it."
            options={[
              ...inquiries.map(({ slug, question }) => ({ value: slug, label: question })),
              { value: "", label: "No inquiry: the reason stays yours" },
            ]}
            defaultValue={own ? own.writtenIn : (inquiries[0]?.slug ?? "")}
          />
        </form>
      </FormContext>
      {own && (
        <div className="text-sm text-ink-soft">
          Your grade is {own.reliability}, given <Time value={own.ratedAt} precision="day" />.
          <UndoForm id={id} reliability={own.reliability} action={undoForm} onSubmit={onUndo}>
            {`Undo my grade ${own.reliability} of ${id}`}
          </UndoForm>
        </div>
      )}
    </section>
  );
}

function WhatItIs({ item: { id, kind, stake, description, entries, moves } }: { item: ReviewItem }) {
  const label = SOURCE_KINDS.find(({ code }) => code === kind)?.label;
  return (
    <>
      <p className="text-sm text-ink-soft">
        {label}
        {stake !== "" && (
          <>
            {" "}
            · stake: <bdi>{stake}</bdi>
          </>
        )}
      </p>
      {description !== "" && (
        <p dir="auto" className="line-clamp-4 max-w-measure font-serif whitespace-pre-wrap">
          {description}
        </p>
      )}
      <p className="text-sm">
        {entries === 0 ? "No entry rests on it" : count(entries, "entry rests on it", "entries rest on it")}
        {moves > 0 && `; if it fell, up to ${formatPercent(moves)} of an answer would move`}.{" "}
        <Link href={`/sources/${id}`} prefetch={false}>
          All about {id}
        </Link>
      </p>
    </>
  );
}

function Reasons({ item: { reasons, staleFor, confirmedAlone } }: { item: ReviewItem }) {
  if (reasons.length === 0)
    return <p className="text-sm text-ink-soft">Nothing speaks for looking at it again.</p>;
  return (
    <ul aria-label="Why it is here" className="grid max-w-measure gap-1 text-sm">
      {QUEUE_REASONS.filter(({ code }) => reasons.includes(code)).map((reason) => (
        <li key={reason.code}>
          <strong>{reason.label}.</strong>{" "}
          <span className="text-ink-soft">{reasonHelp(reason, { staleFor })}</span>
          {reason.code === "confirmed-alone" && <ConfirmedAlone entries={confirmedAlone} />}
        </li>
      ))}
    </ul>
  );
}

/** So many entries are named on a card. */
const mostNamed = 6;

function ConfirmedAlone({ entries }: { entries: ReviewItem["confirmedAlone"] }) {
  return (
    <>
      {entries.slice(0, mostNamed).map(({ slug, id }) => (
        <span key={`${slug}/${id}`}>
          {" "}
          <Link href={`/inquiries/${slug}/evidence/${id}`} prefetch={false}>
            {id}
          </Link>
        </span>
      ))}
      {entries.length > mostNamed && ` and ${entries.length - mostNamed} more`}
    </>
  );
}
