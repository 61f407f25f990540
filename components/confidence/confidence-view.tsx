import { ActionForm } from "@/components/ui/action-form";
import { CodePicker } from "@/components/ui/code-picker";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { LastingStatus } from "@/components/ui/lasting-status";
import { Term } from "@/components/ui/term";
import { TextArea } from "@/components/ui/text-area";
import { Time } from "@/components/ui/time";
import { CONFIDENCE_GROUNDS, CONFIDENCE_LEVELS, type ConfidenceLevel } from "@/lib/analysis/scales";
import type { Confidence } from "@/lib/analysis/types";
import { stateConfidenceAction, takeBackConfidenceAction } from "@/lib/confidence/actions";
import type { StatedConfidence } from "@/lib/confidence/queries";
import { whyItHolds } from "@/lib/confidence/why";
import { count } from "@/lib/format";
import { toldAt } from "@/lib/glossary";

interface ConfidenceViewProps {
  slug: string;
  suggested: Confidence;
  stated: StatedConfidence | null;
  /** Whether the suggestion goes by all that was given: then it can be held against the one of the time. */
  isWhole: boolean;
  mayState: boolean;
}

/** How far the analysis deserves to be relied on: what is suggested and why, and what an analyst states instead. */
export function ConfidenceView({ slug, suggested, stated, isWhole, mayState }: ConfidenceViewProps) {
  const grounds = CONFIDENCE_GROUNDS.filter(({ code }) => suggested.grounds.includes(code));
  return (
    <>
      {stated && (
        <div className="grid max-w-measure gap-1">
          <p>
            <bdi>{stated.by}</bdi> states it as <Level code={stated.level} />,{" "}
            <Time value={stated.at} precision="day" />:
          </p>
          <p dir="auto" className="font-serif whitespace-pre-wrap">
            {stated.reason}
          </p>
          {isWhole && stated.suggested !== suggested.level && (
            <p className="text-sm text-warning">
              When this was written {labelOf(stated.suggested)} was suggested; the suggestion has changed
              since.
            </p>
          )}
        </div>
      )}
      <p>
        {stated ? "Suggested" : "Suggested confidence"}: <Level code={suggested.level} />
        {grounds.length === 0
          ? ". Nothing that is looked at here speaks against relying on it."
          : `, because ${count(grounds.length, "ground")} ${grounds.length === 1 ? "speaks" : "speak"} against more:`}
      </p>
      {grounds.length > 0 && (
        <ul className="grid max-w-measure gap-1.5 text-sm">
          {grounds.map((ground) => (
            <li key={ground.code}>
              <span className="font-medium">{ground.label}.</span>{" "}
              <span className="text-ink-soft">{whyItHolds(ground, suggested)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayState && (
        <LastingStatus>
          <div className="flex flex-wrap gap-3">
            <ConfirmDetails summary="State another level">
              <ActionForm
                key={stated ? "again" : "first"}
                action={stateConfidenceAction}
                id="state-confidence"
                hidden={{ slug, version: stated?.version ?? 0, returnTo: `/inquiries/${slug}#confidence` }}
                submitLabel="State it"
              >
                <CodePicker
                  name="level"
                  label="Confidence"
                  options={CONFIDENCE_LEVELS}
                  defaultValue={stated?.level}
                  clearLabel={null}
                  required
                />
                <TextArea name="reason" label="Why" rows={3} required serif defaultValue={stated?.reason} />
              </ActionForm>
            </ConfirmDetails>
            {stated && (
              <ConfirmDetails summary="Take it back">
                <ActionForm
                  action={takeBackConfidenceAction}
                  id="confidence-back"
                  hidden={{ slug, version: stated.version, returnTo: `/inquiries/${slug}#confidence` }}
                  submitLabel="Take it back"
                  submitVariant="danger"
                >
                  <TextArea
                    name="reason"
                    label="Why"
                    rows={2}
                    required
                    hint="The suggestion stands again from then on."
                  />
                </ActionForm>
              </ConfirmDetails>
            )}
          </div>
        </LastingStatus>
      )}
    </>
  );
}

function Level({ code }: { code: ConfidenceLevel }) {
  const level = CONFIDENCE_LEVELS.find((each) => each.code === code);
  return (
    <strong>
      <Term help={level?.help} more={toldAt("confidence")}>
        {labelOf(code)}
      </Term>
    </strong>
  );
}

const labelOf = (code: ConfidenceLevel): string =>
  (CONFIDENCE_LEVELS.find((level) => level.code === code)?.label ?? code).toLowerCase();
