import { consistencyOptions, credibilityOptions, relevanceOptions } from "@/components/scale/options";
import { CodePicker } from "@/components/ui/code-picker";
import { TextField } from "@/components/ui/text-field";

/** What one analyst has given an entry so far. */
export interface OwnRow {
  readonly consistency: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly credibility: number | null;
  readonly relevance: string | null;
  readonly gradeReason: string;
}

export interface RatingFieldsProps {
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  own?: OwnRow | undefined;
  /** Asks for a reason beside each code. */
  withReasons?: boolean;
}

/** One row of the matrix as one analyst sees it: the entry against every hypothesis, then the entry itself. */
export function RatingFields({ hypotheses, own, withReasons = false }: RatingFieldsProps) {
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-2 font-serif text-lg font-semibold">
          How well does it fit each hypothesis?
        </legend>
        <p className="max-w-measure text-sm text-ink-soft">
          Take one hypothesis at a time as true: would you expect to see this? What fits all of them alike
          tells nothing apart, however true it is.
        </p>
        {hypotheses.map(({ id, shortName }) => (
          <div
            key={id}
            className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:items-start sm:gap-6"
          >
            <CodePicker
              name={`consistency.${id}`}
              label={`${id} ${shortName}`}
              options={consistencyOptions}
              defaultValue={own?.consistency[id]}
            />
            {withReasons && (
              <TextField name={`reasons.${id}`} label={`Why, for ${id}`} defaultValue={own?.reasons[id]} />
            )}
          </div>
        ))}
      </fieldset>
      <fieldset className="grid gap-5">
        <legend className="mb-2 font-serif text-lg font-semibold">
          How far can this entry itself be believed?
        </legend>
        <CodePicker
          name="credibility"
          label="Credibility"
          hint="Of what is said, whoever says it. How far a source can be trusted is graded on the source's own page."
          options={credibilityOptions}
          defaultValue={own?.credibility === null || own === undefined ? undefined : String(own.credibility)}
        />
        <CodePicker
          name="relevance"
          label="Relevance"
          options={relevanceOptions}
          defaultValue={own?.relevance ?? undefined}
        />
        {withReasons && (
          <TextField name="gradeReason" label="Why, for these two" defaultValue={own?.gradeReason} />
        )}
      </fieldset>
    </>
  );
}
