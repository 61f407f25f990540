import { CheckField } from "@/components/ui/check-field";
import { CodePicker } from "@/components/ui/code-picker";
import { Field } from "@/components/ui/field";
import { KeptValues } from "@/components/ui/kept-values";
import { SelectField } from "@/components/ui/select-field";
import { SliderField } from "@/components/ui/slider-field";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { InForm, TrialDraft, TrialForm, TrialLastingStatus } from "./in-form";
import { longText, rightToLeft, type Specimen } from "./specimen";

const wrong = { name: "Give a name: the history keeps it." };
const options = [
  { value: "a", label: "The first" },
  { value: "b", label: longText },
  { value: "c", label: "Not to be had", disabled: true },
];
const codes = [
  { code: "II", label: "Very inconsistent", help: "Hard to explain.", tone: "consistency-1" },
  { code: "N", label: "Neutral", help: "Says nothing.", tone: "consistency-3" },
  { code: "CC", label: "Very consistent", help: longText, tone: "consistency-5" },
] as const;

export const fieldSpecimens: readonly Specimen[] = [
  {
    file: "text-field",
    states: {
      empty: (id) => (
        <InForm id={id}>
          <TextField name="name" label="Name" hint="A hint." required />
        </InForm>
      ),
      filled: (id) => (
        <InForm id={id}>
          <TextField name="name" label="Name" defaultValue="Ada Winter" width="medium" />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <TextField name="name" label="Name" required />
        </InForm>
      ),
      disabled: (id) => (
        <InForm id={id}>
          <TextField name="name" label="Name" defaultValue="As it stands" disabled />
        </InForm>
      ),
      "long, right to left": (id) => (
        <InForm id={id}>
          <TextField name="name" label={longText} defaultValue={rightToLeft} />
        </InForm>
      ),
    },
  },
  {
    file: "text-area",
    states: {
      empty: (id) => (
        <InForm id={id}>
          <TextArea name="name" label="Why" hint="In a sentence." />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <TextArea name="name" label="Why" required />
        </InForm>
      ),
      "long, right to left, serif": (id) => (
        <InForm id={id}>
          <TextArea name="name" label="Statement" serif defaultValue={`${longText}\n${rightToLeft}`} />
        </InForm>
      ),
    },
  },
  {
    file: "select-field",
    states: {
      empty: (id) => (
        <InForm id={id}>
          <SelectField name="name" label="Which" options={options} emptyLabel="any" />
        </InForm>
      ),
      long: (id) => (
        <InForm id={id}>
          <SelectField name="name" label="Which" options={options} defaultValue="b" width="short" />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <SelectField name="name" label="Which" options={options} />
        </InForm>
      ),
    },
  },
  {
    file: "suggest-field",
    states: {
      empty: (id) => (
        <InForm id={id}>
          <SuggestField name="name" label="Source" suggestions={[{ value: "S1", label: "The article" }]} />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <SuggestField name="name" label="Source" suggestions={[]} />
        </InForm>
      ),
    },
  },
  {
    file: "check-field",
    states: {
      unticked: (id) => (
        <InForm id={id}>
          <CheckField name="name" label="Blind rating" hint={longText} />
        </InForm>
      ),
      ticked: (id) => (
        <InForm id={id}>
          <CheckField name="name" label={rightToLeft} defaultChecked />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <CheckField name="name" label="I have read it" />
        </InForm>
      ),
    },
  },
  {
    file: "slider-field",
    states: {
      default: (id) => (
        <InForm id={id}>
          <SliderField
            name="name"
            label="Doubt"
            min={0}
            max={1}
            step={0.1}
            defaultValue={0.4}
            suffix="of 1"
          />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <SliderField name="name" label="Doubt" min={0} max={1} step={0.1} />
        </InForm>
      ),
    },
  },
  {
    file: "code-picker",
    states: {
      "nothing chosen": (id) => (
        <InForm id={id}>
          <CodePicker name="name" label="H1" options={codes} clearLabel={null} />
        </InForm>
      ),
      chosen: (id) => (
        <InForm id={id}>
          <CodePicker name="name" label={longText} options={codes} defaultValue="CC" />
        </InForm>
      ),
      compact: (id) => (
        <InForm id={id}>
          <CodePicker name="name" label="H1" options={codes} defaultValue="N" compact />
        </InForm>
      ),
      error: (id) => (
        <InForm id={id} errors={wrong}>
          <CodePicker name="name" label="H1" options={codes} required />
        </InForm>
      ),
    },
  },
  {
    file: "field",
    states: {
      "around a control of one's own": (id) => (
        <Field id={id} label="A date" hint="As it is known." error="This is no date.">
          <input id={id} className="control" />
        </Field>
      ),
    },
  },
  {
    file: "kept-values",
    states: {
      "what was typed before signing in": (id) => (
        <KeptValues form={id} values={{ name: "Typed an hour ago" }}>
          <TrialForm id={id} answer="saved">
            <TextField name="name" label="Name" />
          </TrialForm>
        </KeptValues>
      ),
    },
  },
  {
    file: "draft-line",
    states: {
      "nothing restored": () => <TrialDraft />,
      restored: () => <TrialDraft restoredAt="2026-11-27T03:00:00Z" />,
    },
  },
  {
    file: "lasting-status",
    states: {
      short: () => <TrialLastingStatus message="The suggestion stands again." />,
      long: () => <TrialLastingStatus message={longText} />,
    },
  },
  {
    file: "action-form",
    states: {
      "saves when sent": (id) => (
        <TrialForm id={id} answer="saved">
          <TextField name="name" label="Name" />
        </TrialForm>
      ),
      "is refused when sent": (id) => (
        <TrialForm id={id} answer="refused">
          <TextField name="name" label="Name" />
        </TrialForm>
      ),
      "stays pending when sent": (id) => (
        <TrialForm id={id} answer="never">
          <TextField name="name" label="Name" />
        </TrialForm>
      ),
    },
  },
];
