import Link from "next/link";
import { Notice } from "@/components/ui/notice";

interface MergeNotesProps {
  slug: string;
  entry: {
    readonly id: string;
    readonly withdrawnAt: Date | null;
    /** The entry that stands for it as well. */
    readonly mergedInto: {
      readonly id: string;
      readonly withdrawnAt: Date | null;
      readonly mergedIntoId: string | null;
    } | null;
    /** The entries for which it stands. */
    readonly merged: readonly { readonly id: string }[];
  };
}

/** Which entry stands for another, and whether it still does; nothing where an entry stands for itself alone. */
export function MergeNotes({ slug, entry: { id, withdrawnAt, mergedInto, merged } }: MergeNotesProps) {
  const list = `/inquiries/${slug}/evidence`;
  const besides = (other: string) => `${list}/repeats?one=${id}&other=${other}`;
  return (
    <>
      {mergedInto && (
        <Notice
          tone={mergedInto.withdrawnAt && !mergedInto.mergedIntoId ? "warning" : "info"}
          title={`Merged into ${mergedInto.id}`}
        >
          <p>
            <Link href={`${list}/${mergedInto.id}`}>{mergedInto.id}</Link>
            {wordsFor(id, mergedInto)}{" "}
            <Link href={besides(mergedInto.id)}>Compare the two, or take them apart</Link>.
          </p>
        </Notice>
      )}
      {merged.length > 0 && (
        <p className="text-sm text-ink-soft">
          It {withdrawnAt ? "stood" : "stands"} for{" "}
          {merged.map((other, i) => (
            <span key={other.id}>
              {i > 0 && ", "}
              <Link href={`${list}/${other.id}`}>{other.id}</Link> (
              <Link href={besides(other.id)}>compare</Link>)
            </span>
          ))}{" "}
          as well{withdrawnAt && !mergedInto ? ", which does not count either while this is withdrawn" : ""}.
        </p>
      )}
    </>
  );
}

function wordsFor(id: string, into: NonNullable<MergeNotesProps["entry"]["mergedInto"]>): string {
  const stays = `What was said of ${id} stays here and no longer counts.`;
  if (into.mergedIntoId) return ` says the same and is itself merged into ${into.mergedIntoId}. ${stays}`;
  if (into.withdrawnAt)
    return ` stood for both and is withdrawn, so that neither counts. Taken apart, ${id} counts by itself again.`;
  return ` says the same and stands for both. ${stays}`;
}
