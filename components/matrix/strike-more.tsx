"use client";

import { lazy, Suspense, useState } from "react";
import type { GridColumn } from "@/lib/grid/row";
import type { useStrikes } from "./use-strikes";

const StrikePanel = lazy(() =>
  import("./strike-panel").then(({ StrikePanel: panel }) => ({ default: panel })),
);

interface StrikeMoreProps {
  slug: string;
  columns: readonly GridColumn[];
  strikes: ReturnType<typeof useStrikes>;
}

/** What can be tried besides striking a row. Its fields and the engine come when it is first opened. */
export function StrikeMore({
  slug,
  columns,
  strikes: { tried, settled, cleared, tryMore },
}: StrikeMoreProps) {
  const [isOpened, setIsOpened] = useState(false);
  return (
    <details
      className="noscript:hidden print:hidden"
      onToggle={({ currentTarget }) => currentTarget.open && setIsOpened(true)}
    >
      <summary className="text-sm">Strike a source or an analyst, or set other priors</summary>
      {isOpened && (
        <div className="max-h-80 overflow-y-auto border-b border-rule">
          <Suspense>
            <StrikePanel
              key={cleared}
              slug={slug}
              sequence={settled}
              hypotheses={columns}
              more={tried.more}
              onTry={tryMore}
            />
          </Suspense>
        </div>
      )}
    </details>
  );
}
