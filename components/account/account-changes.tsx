import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { changeAccountAction } from "@/lib/account/actions";

interface AccountChangesProps {
  id: string;
  name: string;
  isClosed: boolean;
  isAdministrator: boolean;
}

/** What an administrator can do to somebody else's account. */
export function AccountChanges({ id, name, isClosed, isAdministrator }: AccountChangesProps) {
  return (
    <ConfirmDetails summary={`Change ${name}`} variant="quiet">
      <div className="grid gap-6">
        <div className="grid gap-2">
          <p className="text-sm text-ink-soft">
            {isClosed
              ? "Opened again, it signs in with the address and password it had."
              : "A closed account cannot sign in. What was written with it stays and counts."}
          </p>
          <ActionForm
            action={changeAccountAction}
            id={`access-${id}`}
            hidden={{ id, change: isClosed ? "reopen" : "close", returnTo: "/administration" }}
            submitLabel={isClosed ? "Open the account again" : "Close the account"}
            submitVariant={isClosed ? "plain" : "danger"}
          />
        </div>
        <div className="grid gap-2">
          <p className="text-sm text-ink-soft">
            {isAdministrator
              ? "As an ordinary account it keeps what it is in each inquiry."
              : "Administrators run accounts, link sources, and can come into any inquiry, which its history shows."}
          </p>
          <ActionForm
            action={changeAccountAction}
            id={`administrator-${id}`}
            hidden={{ id, change: isAdministrator ? "dismiss" : "appoint", returnTo: "/administration" }}
            submitLabel={isAdministrator ? "Dismiss as administrator" : "Appoint administrator"}
            submitVariant="plain"
          />
        </div>
      </div>
    </ConfirmDetails>
  );
}
