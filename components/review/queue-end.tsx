import Link from "next/link";
import { shortList } from "@/lib/format";

interface QueueEndProps {
  /** The sources that were skipped and not graded since. */
  left: readonly string[];
  addressOf: (source: string) => string;
  goTo: (source: string) => void;
}

/** What stands where there is no next source: that this is the last, and the way back to what was skipped. */
export function QueueEnd({ left, addressOf, goTo }: QueueEndProps) {
  const [first] = left;
  return (
    <span className="text-ink-soft">
      This is the last of them.
      {first && (
        <>
          {" "}
          Skipped and not graded yet: {shortList(left)}.{" "}
          <Link
            href={addressOf(first)}
            prefetch={false}
            onNavigate={(event) => {
              event.preventDefault();
              goTo(first);
            }}
          >
            Back to {first}
          </Link>
        </>
      )}
    </span>
  );
}
