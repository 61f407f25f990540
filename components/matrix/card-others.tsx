"use client";

import { useState } from "react";
import type { GridColumn } from "@/lib/grid/row";
import { Others } from "./others";
import { useRowRatings } from "./use-row-ratings";

interface CardOthersProps {
  slug: string;
  evidence: string;
  columns: readonly GridColumn[];
  revision: unknown;
}

/** What the others gave an entry, read once somebody asks for it: on a wide page the card is there as well, unseen. */
export function CardOthers(props: CardOthersProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="py-1 text-sm">What the others gave</summary>
      {isOpen && <OthersOfRow {...props} />}
    </details>
  );
}

function OthersOfRow({ slug, evidence, columns, revision }: CardOthersProps) {
  const read = useRowRatings(slug, evidence, revision);
  return (
    <dl className="grid gap-3 pt-2">
      {columns.map(({ id, shortName }) => (
        <div key={id} className="grid gap-1">
          <dt className="text-sm">
            <b>{id}</b> <bdi>{shortName}</bdi>
          </dt>
          <dd>
            <Others evidence={evidence} hypothesis={id} read={read} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
