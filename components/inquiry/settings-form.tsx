import { ActionForm } from "@/components/ui/action-form";
import { CheckField } from "@/components/ui/check-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { editInquiryAction } from "@/lib/inquiry/actions";
import type { Visibility } from "@/lib/policy";
import { VisibilityField } from "./settings-visibility";

interface SettingsFormProps {
  inquiry: {
    readonly slug: string;
    readonly question: string;
    readonly summary: string;
    readonly ratingsNote: string;
    readonly visibility: Visibility;
    readonly isOpen: boolean;
    readonly version: number;
  };
}

/** What a lead sets for a whole inquiry. */
export function SettingsForm({ inquiry }: SettingsFormProps) {
  const { slug, version } = inquiry;
  return (
    <ActionForm
      action={editInquiryAction}
      id="settings"
      hidden={{ slug, version, returnTo: `/inquiries/${slug}/settings` }}
      submitLabel="Save the inquiry"
    >
      <TextArea name="question" label="Question" rows={2} serif defaultValue={inquiry.question} required />
      <TextArea
        name="summary"
        label="Summary"
        hint="What a reader should know before the evidence."
        serif
        defaultValue={inquiry.summary}
      />
      <TextField
        name="ratingsNote"
        label="Note on the ratings"
        hint="Shown wherever ratings stand, for example that they are a first round."
        defaultValue={inquiry.ratingsNote}
      />
      <VisibilityField defaultValue={inquiry.visibility} />
      <CheckField
        name="isOpen"
        label="Open to contributions"
        hint="Anybody with an account here adds and rates, and becomes an analyst by it. For a public inquiry alone."
        defaultChecked={inquiry.isOpen}
      />
    </ActionForm>
  );
}
