const keys = [
  ["A B C D E F", "grade it, and go on to the next"],
  ["R", "write the reason first; Escape comes back"],
  ["Enter or right arrow", "next, as it is"],
  ["Left arrow", "previous"],
  ["S", "skip it for now"],
  ["U", "undo the last grade"],
] as const;

/** The keys, folded away. */
export function ReviewKeys() {
  return (
    <details className="for-keys text-sm">
      <summary className="py-1.5 text-accent">Keys</summary>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1 py-2">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd className="text-ink-soft">{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
