import { SignedOutNote } from "@/components/account/signed-out-note";
import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/text-area";
import { createInquiryAction } from "@/lib/inquiry/actions";

/** A new inquiry. `analystId`: null for nobody, who is asked to sign in. */
export function NewInquiryForm({ analystId }: { analystId: string | null }) {
  return (
    <ActionForm
      action={createInquiryAction}
      id="new-inquiry"
      hidden={{ returnTo: "/inquiries/new" }}
      submitLabel="Open the inquiry"
      footer={<SignedOutNote isSignedIn={analystId !== null} />}
      {...(analystId ? { draftKey: `new-inquiry:${analystId}` } : {})}
    >
      <TextArea
        name="question"
        label="Question"
        hint="One question, as open as it is: “Who was behind …?”, “Why did …?”, “Did … happen?”"
        rows={2}
        serif
        required
      />
      <TextArea name="summary" label="Summary" hint="What a reader should know before the evidence." serif />
      <TextArea
        name="hypotheses"
        label="Hypotheses"
        hint="One a line, at least two, that compete as answers. Put the plain alternative among them: chance, a mistake, nothing out of the ordinary. Where it is missing, something else always looks proven. More can be proposed later."
        rows={5}
        serif
        required
      />
    </ActionForm>
  );
}
