import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { pasteRowsAction } from "@/lib/paste/actions";
import { PASTE_LIMITS } from "@/lib/paste/schema";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { PastePreview } from "./paste-preview";

/** Where rows are pasted; the preview comes below, and with it the button that saves. */
export function PasteForm({ slug, analystId }: { slug: string; analystId: string | null }) {
  return (
    <ActionForm
      action={pasteRowsAction}
      id="paste"
      hidden={{ slug, returnTo: `/inquiries/${slug}/evidence/paste` }}
      submitLabel="Preview"
      submitVariant="plain"
      pendingLabel="Reading…"
      draftKey={`${analystId ?? "nobody"}/${slug}/paste`}
      footer={<PastePreview />}
    >
      <TextArea
        name="rows"
        label="Rows"
        required
        rows={10}
        hint={`Tabs, semicolons or commas between the cells; at most ${PASTE_LIMITS.rows} rows and 1 MB at a time.`}
      />
      <SelectField
        name="newKind"
        label="A source that is new here is"
        required
        width="medium"
        defaultValue="other"
        hint="Unless a column “source kind” says otherwise."
        options={SOURCE_KINDS.map(({ code, label, help }) => ({ value: code, label: `${label}: ${help}` }))}
      />
    </ActionForm>
  );
}
