import { count } from "@/lib/format";
import type { SeenScore } from "@/lib/matrix/seen-score";

/** What a reader does not see of a score yet, in one sum, and why. */
export function HiddenParts({
  hidden: { entries, amount },
  isAll,
}: {
  hidden: NonNullable<SeenScore["hidden"]>;
  /** Whether nothing else is shown of it. */
  isAll: boolean;
}) {
  const sum = amount.toFixed(3).replace("-", "−");
  const unrated = `${count(entries, "entry", "entries")} that you have not rated`;
  return (
    <p className="max-w-measure text-sm">
      {isAll
        ? `All of it together: ${sum}. It opens into its parts once you have rated: ${unrated} would be told by the rest.`
        : `${unrated}: ${sum} together. What each does is shown once you have rated it.`}
    </p>
  );
}
