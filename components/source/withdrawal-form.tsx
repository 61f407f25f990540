import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { TextField } from "@/components/ui/text-field";
import { restoreSourceAction, withdrawSourceAction } from "@/lib/source/actions";

/** Takes a source out of the reckoning of every inquiry, or puts it back. */
export function WithdrawalForm({ id, isWithdrawn }: { id: string; isWithdrawn: boolean }) {
  return (
    <ConfirmDetails
      summary={isWithdrawn ? `Put ${id} back` : `Withdraw ${id}`}
      variant={isWithdrawn ? "plain" : "danger"}
    >
      <div className="grid gap-4">
        <p className="text-sm text-ink-soft">
          {isWithdrawn
            ? "Whatever rests on it counts again, in every inquiry that cites it."
            : "It stays to be seen and counts no more: entries that rest on it alone fall out of every inquiry that cites it. It can be put back at will."}
        </p>
        <ActionForm
          action={isWithdrawn ? restoreSourceAction : withdrawSourceAction}
          id={`${isWithdrawn ? "restore" : "withdraw"}-${id}`}
          hidden={{ id, returnTo: `/sources/${id}` }}
          submitLabel={isWithdrawn ? "Put it back" : "Withdraw it"}
          submitVariant={isWithdrawn ? "primary" : "danger"}
        >
          <TextField name="reason" label="Why" hint="In a sentence; the history keeps it." required />
        </ActionForm>
      </div>
    </ConfirmDetails>
  );
}
