"use client";

import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** What stands where a page failed. Tells outage from bug by the mark that the server put on it. */
export function Fault({
  digest,
  isDatabaseAway,
  retry,
}: {
  digest: string | undefined;
  isDatabaseAway: boolean;
  retry: () => void;
}) {
  return (
    <>
      <PageHeader
        title={
          isDatabaseAway ? "The database cannot be reached at the moment" : "Something went wrong on our side"
        }
        lead={
          isDatabaseAway
            ? "Nothing is lost. Linchpin finds the database by itself as soon as it is back."
            : "The page could not be made. What was saved before is safe; nothing was changed by looking."
        }
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        {!isDatabaseAway && digest && <span className="text-sm text-ink-soft">For a report: {digest}</span>}
      </div>
    </>
  );
}
