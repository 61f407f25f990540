import type { ReactNode, SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LastDone } from "./use-review";

interface ReviewAnswerProps {
  last: LastDone;
  undoForm: (form: FormData) => void;
  onUndo: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** What the last grade moved, inquiry by inquiry, and the way to undo it. Always there, so that it is announced. */
export function ReviewAnswer({ last: { id, given, state }, undoForm, onUndo }: ReviewAnswerProps) {
  return (
    <div role="status" className="grid min-h-24 content-start">
      {state.status === "idle" && (
        <p className="max-w-measure text-sm text-ink-soft">
          A grade goes on to the next source; what it moved then stands here.{" "}
          <span className="for-keys">
            One key is enough: A to F. Press R to write why first, S to skip; all keys stand below.
          </span>
        </p>
      )}
      {(state.status === "saved" || state.status === "refused") && (
        <Notice tone={state.status === "saved" ? "good" : "danger"} title={state.message}>
          {state.status === "saved" && state.details && (
            <ul className="grid max-w-measure gap-1 text-sm">
              {state.details.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          )}
          {given && (
            <UndoForm id={id} reliability={given} action={undoForm} onSubmit={onUndo} isLast>
              Undo <span className="for-keys">(U)</span>
            </UndoForm>
          )}
        </Notice>
      )}
    </div>
  );
}

interface UndoFormProps {
  id: string;
  /** The grade that is to be undone. */
  reliability: string;
  action: (form: FormData) => void;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  /** Whether the key goes here. */
  isLast?: boolean;
  children: ReactNode;
}

/** Gives again what stood before one's grade. */
export function UndoForm({ id, reliability, action, onSubmit, isLast = false, children }: UndoFormProps) {
  return (
    <form action={action} onSubmit={onSubmit} className="pt-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="reliability" value={reliability} />
      <Button type="submit" size="small" data-undo-last={isLast || undefined}>
        {children}
      </Button>
    </form>
  );
}
