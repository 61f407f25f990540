import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/forms";

export interface WithdrawProps {
  id: string;
  isWithdrawn: boolean;
  withdraw: FormAction;
  restore: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** What goes with it and comes back with it, by number. */
  takesAlong?: string;
}

/** Withdraws something with a reason, or puts it back with one. */
export function Withdraw({ id, isWithdrawn, withdraw, restore, hidden, takesAlong }: WithdrawProps) {
  const verb = isWithdrawn ? "Put back" : "Withdraw";
  const along = takesAlong ? ` So does ${takesAlong}, for which it stands.` : "";
  return (
    <ConfirmDetails summary={`${verb} ${id}`}>
      <ActionForm
        key={verb}
        action={isWithdrawn ? restore : withdraw}
        id={`${isWithdrawn ? "restore" : "withdraw"}-${id}`}
        hidden={{ ...hidden, id }}
        submitLabel={verb}
        submitVariant={isWithdrawn ? "primary" : "danger"}
      >
        <TextArea
          name="reason"
          label="Why"
          rows={2}
          required
          hint={
            isWithdrawn
              ? `It counts again from then on.${along}`
              : `It stays visible with this reason, and no longer counts.${along}`
          }
        />
      </ActionForm>
    </ConfirmDetails>
  );
}
