import type { ReactNode } from "react";
import type { ButtonVariant } from "./button";

interface ConfirmDetailsProps {
  /** What the button says before it opens: "Withdraw". */
  summary: string;
  variant?: ButtonVariant;
  /** Open from the start, for example when its form came back refused. */
  open?: boolean;
  children: ReactNode;
}

/** Folds away a form for what is done seldom and with care. The browser's own disclosure: no script. */
export function ConfirmDetails({ summary, variant = "plain", open, children }: ConfirmDetailsProps) {
  return (
    <details className="confirm-details" open={open}>
      <summary className="btn" data-variant={variant} data-size="small">
        {summary}
      </summary>
      <div className="max-w-measure py-4">{children}</div>
    </details>
  );
}
