"use client";

import { Fault } from "@/components/shell/fault";
import { databaseAwayDigest } from "@/lib/db/faults";
import "./globals.css";

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Linchpin</title>
        <main className="mx-auto max-w-page px-4 sm:px-8">
          <Fault digest={error.digest} isDatabaseAway={error.digest === databaseAwayDigest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
