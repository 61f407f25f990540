import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { settleRepeatAction } from "@/lib/repeat/actions";
import type { ShownPair } from "@/lib/repeat/queries";

interface SettleFormProps {
  slug: string;
  pair: ShownPair;
  /** The reader; null for nobody. */
  analystId: string | null;
}

/** What can be done with a pair as it stands. The form stays in its place whatever is done, and says what came of it. */
export function SettleForm({ slug, pair, analystId }: SettleFormProps) {
  const { one, other, stands, maySettle, needsReason } = pair;
  if (!maySettle)
    return (
      <p className="text-sm text-ink-soft">Analysts of this inquiry merge entries, or keep them apart.</p>
    );
  const hidden = {
    slug,
    one: one.id,
    other: other.id,
    oneVersion: one.version,
    otherVersion: other.version,
    returnTo: `/inquiries/${slug}/evidence/repeats?one=${one.id}&other=${other.id}`,
  };
  const isOpen = stands === "open";
  const intent = stands === "merged" ? "take-apart" : "propose-again";
  return (
    <ActionForm
      action={settleRepeatAction}
      id={`settle-${one.id}-${other.id}`}
      hidden={isOpen ? hidden : { ...hidden, intent }}
      submitLabel={
        isOpen ? `Merge into ${one.id}` : stands === "merged" ? "Take the merge apart" : "Propose again"
      }
      submitVariant="plain"
      {...(analystId ? { draftKey: `${analystId}/${slug}/settle-${one.id}-${other.id}` } : {})}
      className="grid max-w-measure gap-4"
      footer={
        isOpen && (
          <>
            <Button type="submit" name="intent" value="into-other">
              Merge into {other.id}
            </Button>
            <Button type="submit" name="intent" value="keep-apart" variant="quiet">
              Keep apart
            </Button>
          </>
        )
      }
    >
      {stands !== "apart" && (
        <TextField
          name="reason"
          label="Why"
          required={needsReason}
          hint={
            needsReason
              ? "Somebody else added one of them. The history keeps your reason; keeping them apart needs none."
              : "The history keeps it."
          }
        />
      )}
    </ActionForm>
  );
}
