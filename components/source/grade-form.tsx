import { SignedOutNote } from "@/components/account/signed-out-note";
import { reliabilityOptions } from "@/components/scale/options";
import { ActionForm } from "@/components/ui/action-form";
import { CodePicker } from "@/components/ui/code-picker";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { gradeSourceAction } from "@/lib/source/actions";
import type { Grade } from "@/lib/source/queries";

export interface GradeFormProps {
  id: string;
  /** Where the person may write a grade; in an open one they become an analyst by it. */
  inquiries: readonly { readonly slug: string; readonly question: string; readonly joins: boolean }[];
  own: Grade | null;
  /** Null for nobody, who is asked to sign in. */
  analystId: string | null;
}

/** One's own grade of a source. */
export function GradeForm({ id, inquiries, own, analystId }: GradeFormProps) {
  const joins = inquiries.some((inquiry) => inquiry.joins);
  return (
    <ActionForm
      action={gradeSourceAction}
      id={`grade-${id}`}
      hidden={{ id, returnTo: `/sources/${id}#grade-${id}` }}
      submitLabel={own ? "Change my grade" : "Save my grade"}
      footer={<SignedOutNote isSignedIn={analystId !== null} />}
      {...(analystId ? { draftKey: `grade:${id}:${analystId}` } : {})}
    >
      <CodePicker
        name="reliability"
        label="Reliability"
        hint="How far it can be trusted, apart from what it says this time."
        options={reliabilityOptions}
        defaultValue={own?.reliability}
        clearLabel={own ? "No grade: takes yours back" : "No grade"}
      />
      <TextArea
        name="reason"
        label="Why"
        hint="Its record, its access, its stake."
        defaultValue={own?.reason ?? ""}
      />
      <SelectField
        name="inquiry"
        label="Written in"
        hint={`Whoever sees that inquiry may read your reason. Your grade counts in every inquiry that cites ${id} and has you as analyst or lead.${
          joins ? " In an open inquiry, writing a grade makes you an analyst of it." : ""
        }`}
        options={[
          ...inquiries.map(({ slug, question, joins: isOpen }) => ({
            value: slug,
            label: isOpen ? `${question} (open: you become an analyst)` : question,
          })),
          { value: "", label: "No inquiry: the reason stays yours" },
        ]}
        defaultValue={defaultInquiry(inquiries, own)}
      />
    </ActionForm>
  );
}

/** Where one's grade stands; the first where there is none yet. */
function defaultInquiry(inquiries: GradeFormProps["inquiries"], own: Grade | null): string {
  const stands = own ? (own.writtenIn?.slug ?? "") : inquiries[0]?.slug;
  return inquiries.find(({ slug }) => slug === stands)?.slug ?? "";
}
