import type { ReactNode } from "react";

export interface Definition {
  /** Needed where the term is not a plain string. */
  readonly key?: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** Names and their values. Entries that are null or whose value is empty are left out. */
export function DefinitionList({ items }: { items: readonly (Definition | null)[] }) {
  const shown = items.filter(
    (item) => item !== null && item.value !== null && item.value !== undefined && item.value !== "",
  );
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
      {shown.map(
        (item, index) =>
          item && (
            <div
              key={item.key ?? (typeof item.term === "string" ? item.term : index)}
              className="grid sm:contents"
            >
              <dt className="text-ink-soft">{item.term}</dt>
              <dd dir="auto" className="min-w-0 max-w-measure">
                {item.value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
