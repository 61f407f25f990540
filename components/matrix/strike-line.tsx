import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { trialSearch } from "@/lib/what-if/strikes";
import type { useStrikes } from "./use-strikes";

interface StrikeLineProps {
  slug: string;
  strikes: ReturnType<typeof useStrikes>;
}

/** What would come of it if what is struck were not there, in a sentence, and where to go on from it. */
export function StrikeLine({ slug, strikes: { tried, isTried, failed, answer, clear } }: StrikeLineProps) {
  if (!isTried) return null;
  const isOne = tried.entries.length === 1 && tried.more === "";
  return (
    <div className="strike-line">
      <p aria-live="polite">
        {failed
          ? "What would come of it could not be reckoned: the server cannot be reached."
          : (answer?.sentence ?? "Reckoning …")}
      </p>
      <p className="flex flex-wrap gap-2 font-sans text-sm">
        <LinkButton size="small" href={`/inquiries/${slug}/what-if?${trialSearch(tried)}`}>
          Go on in What if
        </LinkButton>
        <Button size="small" variant="quiet" onClick={clear}>
          Put {isOne ? "it" : "them"} back
        </Button>
      </p>
    </div>
  );
}
