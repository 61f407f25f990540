import Link from "next/link";
import { SignedOutNote } from "@/components/account/signed-out-note";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/text-field";
import { createSourceAction, editSourceAction } from "@/lib/source/actions";
import type { SourceFound } from "@/lib/source/queries";
import { SourceFields } from "./source-fields";

/** A source of its own, before anything cites it. `analystId`: null for nobody, who is asked to sign in. */
export function NewSourceForm({ analystId }: { analystId: string | null }) {
  return (
    <ActionForm
      action={createSourceAction}
      id="new-source"
      hidden={{ returnTo: "/sources/new" }}
      submitLabel="Add the source"
      footer={<SignedOutNote isSignedIn={analystId !== null} />}
      {...(analystId ? { draftKey: `new-source:${analystId}` } : {})}
    >
      <SourceFields />
    </ActionForm>
  );
}

interface EditSourceFormProps {
  source: SourceFound;
  analystId: string;
  /** Whether somebody else made it, so that a change asks for a reason. */
  asksReason: boolean;
}

export function EditSourceForm({ source, analystId, asksReason }: EditSourceFormProps) {
  const { id, version } = source;
  return (
    <ActionForm
      action={editSourceAction}
      id={`edit-${id}`}
      hidden={{ id, version, returnTo: `/sources/${id}/edit` }}
      submitLabel="Save the source"
      draftKey={`source:${id}:${analystId}`}
      footer={<Link href={`/sources/${id}`}>Back to {id}</Link>}
    >
      <SourceFields source={source} />
      {asksReason && (
        <TextField
          name="reason"
          label="Why you change it"
          hint="Somebody else added this source. The history keeps your reason."
          required
        />
      )}
    </ActionForm>
  );
}
