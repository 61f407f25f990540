import type { ReactNode } from "react";

/** Nothing here yet: says why, and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid max-w-measure justify-items-start gap-3 py-2">
      <p className="font-serif text-lg">{title}</p>
      {children && <div className="text-sm text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}
