import type { ReactNode } from "react";
import type { MoodTone } from "./tone";

interface NoticeProps {
  tone?: MoodTone;
  title?: ReactNode;
  /** `alert` for what must interrupt, `status` for what may wait; none for what was there from the start. */
  role?: "alert" | "status";
  className?: string;
  children?: ReactNode;
}

const spoken: Readonly<Record<MoodTone, string>> = {
  info: "Note",
  warning: "Warning",
  danger: "Error",
  good: "Done",
};

/** A remark in the margin: a thin rule at the side. The mood is said, not only coloured. */
export function Notice({ tone = "info", title, role, className, children }: NoticeProps) {
  return (
    <div className={className ? `notice ${className}` : "notice"} data-tone={tone} role={role}>
      <span className="sr-only">{spoken[tone]}: </span>
      {title && (
        <p className="notice-title" dir="auto">
          {title}
        </p>
      )}
      {children}
    </div>
  );
}
