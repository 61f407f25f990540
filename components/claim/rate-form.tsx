import { consistencyOptions } from "@/components/scale/options";
import { ActionForm } from "@/components/ui/action-form";
import { CodePicker } from "@/components/ui/code-picker";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextField } from "@/components/ui/text-field";
import { rateOnClaimAction } from "@/lib/claim-rating/actions";

interface RateFormProps {
  slug: string;
  claimId: string;
  entries: readonly { readonly id: string; readonly statement: string }[];
  /** The entry chosen by the address, and what the reader gave it so far. */
  chosen: string | undefined;
  own: { readonly consistency: string; readonly reason: string } | null;
  analystId: string | null;
}

const takeBack = { name: "intent", value: "take-back", label: "Take my rating back" };

const options = consistencyOptions.map((option) => ({
  ...option,
  help: option.help?.replace("the hypothesis", "the claim") ?? "",
}));

const named = ({ id, statement }: RateFormProps["entries"][number]): string => `${id} · ${statement}`;

/** One's own rating of one entry on a claim. */
export function RateForm({ slug, claimId, entries, chosen, own, analystId }: RateFormProps) {
  const entry = entries.find(({ id }) => id === chosen);
  const id = chosen ? `rate-${claimId}-${chosen}` : `rate-${claimId}`;
  return (
    <ActionForm
      action={rateOnClaimAction}
      id={id}
      hidden={{ slug, id: claimId, returnTo: `/inquiries/${slug}/claims/${claimId}#rate` }}
      submitLabel={own ? "Change my rating" : "Save my rating"}
      {...(own ? { secondary: takeBack } : {})}
      draftKey={`${analystId ?? "nobody"}/${slug}/${id}`}
      className="grid max-w-measure gap-6"
    >
      <SuggestField
        name="evidence"
        label="Entry"
        required
        suggestions={entries.map((each) => ({ value: named(each) }))}
        defaultValue={entry ? named(entry) : chosen}
        hint="Pick one, or type its number."
      />
      <CodePicker
        name="consistency"
        label="How well does it fit the claim?"
        hint="Take the claim as true: would you expect to see this?"
        options={options}
        defaultValue={own?.consistency}
      />
      <TextField name="reason" label="Why" defaultValue={own?.reason} />
    </ActionForm>
  );
}
