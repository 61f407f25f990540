import { Time } from "@/components/ui/time";
import { AccountChanges } from "./account-changes";

interface AccountListProps {
  accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly createdAt: Date;
    readonly closedAt: Date | null;
    readonly isAdministrator: boolean;
  }[];
  /** One's own account is for another administrator to change. */
  ownId: string;
}

export function AccountList({ accounts, ownId }: AccountListProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)]">
      {accounts.map(({ id, name, email, createdAt, closedAt, isAdministrator }) => (
        <li key={id} className="grid gap-1 border-b border-rule py-3">
          <h3 dir="auto">{name}</h3>
          <p className="text-sm text-ink-soft">
            <span dir="ltr" className="break-all">
              {email ?? "no e-mail"}
            </span>{" "}
            · since <Time value={createdAt} precision="day" />
            {isAdministrator && " · administrator"}
            {closedAt && (
              <>
                {" "}
                · closed <Time value={closedAt} precision="day" />
              </>
            )}
          </p>
          {id === ownId ? (
            <p className="text-sm text-ink-soft">Your own account is for another administrator to change.</p>
          ) : (
            <AccountChanges
              id={id}
              name={name}
              isClosed={closedAt !== null}
              isAdministrator={isAdministrator}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
