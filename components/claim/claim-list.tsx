import Link from "next/link";
import { Withdraw } from "@/components/shell/withdraw";
import { restoreClaimAction, withdrawClaimAction } from "@/lib/claim/actions";
import type { listClaims } from "@/lib/claim/queries";
import { formatEdtf } from "@/lib/format";

type Claim = Awaited<ReturnType<typeof listClaims>>[number];

export function ClaimList({
  slug,
  claims,
  mayChange,
}: {
  slug: string;
  claims: readonly Claim[];
  mayChange: boolean;
}) {
  return (
    <ul className="grid gap-5">
      {claims.map((claim) => (
        <li key={claim.id} id={claim.id} className="grid max-w-measure gap-1">
          <p dir="auto" className="font-serif">
            <span className="font-sans text-sm text-ink-soft">{claim.id}</span>{" "}
            {claim.withdrawnAt ? <del>{claim.statement}</del> : claim.statement}
          </p>
          <p className="text-sm text-ink-soft">
            Asserted by <Link href={`/sources/${claim.assertedBy.id}`}>{claim.assertedBy.name}</Link>
            {claim.assertedVia && (
              <>
                , as <Link href={`/sources/${claim.assertedVia.id}`}>{claim.assertedVia.name}</Link> reports
              </>
            )}
            {claim.place && <> · {claim.place}</>}
            {claim.occurredOn && <> · {formatEdtf(claim.occurredOn)}</>}
          </p>
          {claim.discrepancies.map(({ id, says, against, isOurs }) => (
            <p key={id} dir="auto" className="border-s-2 border-warning ps-3 text-sm">
              Discrepancy: {says} {against}
              {isOurs && <span className="text-ink-soft"> (noticed by the analysts †)</span>}
            </p>
          ))}
          {claim.withdrawnAt && (
            <p dir="auto" className="text-sm">
              Withdrawn: {claim.withdrawnReason}
            </p>
          )}
          {mayChange && (
            <Withdraw
              id={claim.id}
              isWithdrawn={claim.withdrawnAt !== null}
              withdraw={withdrawClaimAction}
              restore={restoreClaimAction}
              hidden={{ slug, returnTo: `/inquiries/${slug}#${claim.id}` }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
