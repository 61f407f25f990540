import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { Time } from "@/components/ui/time";
import { count } from "@/lib/format";
import { enterInquiryAction } from "@/lib/inquiry/actions";
import { VISIBILITIES } from "@/lib/inquiry/visibility";

interface InquiryAddressesProps {
  inquiries: readonly {
    readonly slug: string;
    readonly visibility: string;
    readonly createdAt: Date;
    readonly members: number;
    readonly isMember: boolean;
  }[];
}

/** Every inquiry by its address alone, with a way in for an administrator. */
export function InquiryAddresses({ inquiries }: InquiryAddressesProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)]">
      {inquiries.map(({ slug, visibility, createdAt, members, isMember }) => (
        <li key={slug} className="grid gap-1 border-b border-rule py-3">
          <h3 className="break-all">
            {isMember || visibility !== "private" ? <Link href={`/inquiries/${slug}`}>{slug}</Link> : slug}
          </h3>
          <p className="text-sm text-ink-soft">
            {VISIBILITIES.find(({ code }) => code === visibility)?.label} · {count(members, "member")} · since{" "}
            <Time value={createdAt} precision="day" />
            {isMember && " · you are a member"}
          </p>
          {!isMember && (
            <ConfirmDetails summary={`Enter ${slug}`} variant="quiet">
              <div className="grid gap-3">
                <p className="text-sm text-ink-soft">
                  You become its lead. Its history shows to all its members that you came in as an
                  administrator, and when.
                </p>
                <ActionForm
                  action={enterInquiryAction}
                  id={`enter-${slug}`}
                  hidden={{ slug, returnTo: "/administration" }}
                  submitLabel="Make me a lead of it"
                  submitVariant="plain"
                />
              </div>
            </ConfirmDetails>
          )}
        </li>
      ))}
    </ul>
  );
}
