import { Button } from "@/components/ui/button";
import type { OutboxState } from "@/lib/grid/outbox";
import { SavingLine } from "./saving-line";
import type { Said } from "./use-giving";

interface MatrixBarProps {
  outbox: OutboxState & { readonly flush: () => void };
  /** How it is with what others change. */
  reading: {
    readonly outdated: keyof typeof outdatedWords | null;
    readonly isCutOff: boolean;
  };
  said: Said;
  mayRate: boolean;
  isSignedIn: boolean;
  /** The address of all that is shown, to come back to. */
  path: string;
  /** Null where there is nothing to undo. */
  onUndo: (() => void) | null;
  onUnrated: () => void;
  onKeys: () => void;
}

const outdatedWords = {
  hypotheses: "The hypotheses have changed.",
  reader: "Somebody else is signed in in this browser than when this page was opened, or nobody is.",
  closed: "This inquiry is not open to you any more.",
} as const;

/** What the matrix has to say, in a place that does not move, and what can be done besides the keys. */
export function MatrixBar({ outbox, reading, said, mayRate, isSignedIn, path, ...props }: MatrixBarProps) {
  const { outdated, isCutOff } = reading;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      <SavingLine outbox={outbox} mayRate={mayRate} path={path} />
      {!isSignedIn && <a href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in to rate</a>}
      <span role="status" className={said.to === "heard" ? "sr-only" : "text-ink-soft"}>
        {said.text}
      </span>
      {outdated ? (
        <span role="alert">
          {outdatedWords[outdated]} <a href={path}>Read the matrix anew</a>
        </span>
      ) : (
        isCutOff && (
          <span role="alert" className="text-ink-soft">
            What others change cannot be read at the moment; it is tried again.
          </span>
        )
      )}
      <span className="ms-auto flex flex-wrap gap-x-1">
        {mayRate && (
          <>
            <Button
              size="small"
              variant="quiet"
              className={props.onUndo ? "" : "invisible"}
              onClick={() => props.onUndo?.()}
            >
              Undo
            </Button>
            <Button size="small" variant="quiet" onClick={props.onUnrated}>
              Next not rated
            </Button>
          </>
        )}
        <Button size="small" variant="quiet" className="for-keys max-sm:hidden" onClick={props.onKeys}>
          Keys <kbd>?</kbd>
        </Button>
      </span>
    </div>
  );
}
