"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FormAction, type FormState, type FormValues, idle } from "@/lib/forms";
import { Button, type ButtonVariant } from "./button";
import { ConflictView } from "./conflict-view";
import { DraftLine } from "./draft-line";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormScope } from "./form-context";
import { useKeptValues } from "./kept-values";
import { useLastingStatus } from "./lasting-status";
import { Notice } from "./notice";
import { useDraft } from "./use-draft";

interface ActionFormProps {
  action: FormAction;
  /** Unique on the page; sent as `form`, and the first half of every field's id. */
  id: string;
  hidden?: Readonly<Record<string, string | number>>;
  submitLabel: string;
  pendingLabel?: string;
  submitVariant?: ButtonVariant;
  /** A second way to submit, for example "Save and add another". */
  secondary?: { readonly name: string; readonly value: string; readonly label: string };
  /** A sentence to tick before the form goes, for what is hard to take back. Sent as `confirm=yes`. */
  confirm?: string;
  /** Names the draft kept in this browser. Put the analyst's id in it: browsers are shared. */
  draftKey?: string;
  /** Beside the buttons: a link back, a note. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/**
 * A form over a server action. Before JavaScript it is a plain form that posts; afterwards it stays on the
 * page, keeps every typed word when refused or cut off, and shows another's edit beside one's own.
 *
 * On `saved` the fields go back to what the server now says, so an action that saves in place must
 * revalidate its page.
 */
export function ActionForm(props: ActionFormProps) {
  return <LiveForm key={props.id} {...props} />;
}

function LiveForm({
  action,
  id,
  hidden = {},
  submitLabel,
  pendingLabel = "Saving…",
  submitVariant = "primary",
  secondary,
  confirm,
  draftKey,
  footer,
  className,
  children,
}: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const hasTypedOn = useRef(false);
  const busy = useRef(false);
  const kept = useKeptValues(id);
  const tell = useLastingStatus();
  const [posted, formAction] = useActionState(action, idle);
  const [answered, setAnswered] = useState<FormState>();
  const [fault, setFault] = useState<string>();
  const [pending, startTransition] = useTransition();
  const state = answered ?? posted;
  const refused = state.status === "refused" ? state : undefined;
  const preview = state.status === "preview" ? state : undefined;

  // While something typed is unsaved the form keeps the version it was typed over, whatever the page learns
  // meanwhile: a newer number under older words would replace another's edit without a question.
  const [dirty, setDirty] = useState(false);
  const [held, setHeld] = useState(hidden);
  if (!dirty && !sameRecord(held, hidden)) setHeld(hidden);
  const version = versionOf(state, held, kept);
  const hiddenValues = version === undefined ? held : { ...held, version };

  const draft = useDraft(form, {
    key: draftKey,
    restore: !refused && !preview && !kept,
    version: version === undefined ? undefined : String(version),
  });
  const draftVersion = draft.restored?.version;
  useEffect(() => {
    if (draftVersion !== undefined) setHeld((now) => ({ ...now, version: draftVersion }));
  }, [draftVersion]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer is a reason; the rest is read as it stands then
  useLayoutEffect(() => {
    if (answered?.status !== "saved" || !form.current) return;
    setHeld(hidden);
    if (hasTypedOn.current) return; // while it was being saved
    form.current.reset();
    setDirty(false);
    draft.clear();
  }, [answered]);

  // A form that goes away once it has been sent (withdrawn: now it is one that puts back) leaves the focus with what
  // unfolded it, instead of at the top of the page.
  useLayoutEffect(() => {
    const element = form.current;
    return () => {
      if (element?.contains(document.activeElement))
        element.closest("details")?.querySelector("summary")?.focus();
    };
  }, []);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    hasTypedOn.current = false;
    busy.current = true;
    startTransition(async () => {
      try {
        const next = await action(state, data);
        startTransition(() => {
          setFault(undefined);
          setAnswered(next);
          if (next.status === "saved") tell?.(next.message);
        });
      } catch (error) {
        if (isRedirect(error)) draft.clear();
        unstable_rethrow(error);
        startTransition(() => setFault(faultSentence(error)));
      } finally {
        busy.current = false;
      }
    });
  }

  function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.requestSubmit(submitButton.current);
  }

  function noteInput() {
    hasTypedOn.current = true;
    setDirty(true);
    draft.keep();
  }

  function discardDraft() {
    form.current?.reset();
    draft.clear();
    setDirty(false);
  }

  const values = refused?.values ?? preview?.values ?? (state.status === "idle" ? kept : undefined);
  const scope = useMemo<FormScope>(
    () => ({
      id,
      errors: refused?.errors ?? {},
      ...(values ? { values } : {}),
      ...(preview?.foreseen ? { preview } : {}),
    }),
    [id, refused, values, preview],
  );

  return (
    <FormContext value={scope}>
      <form
        ref={form}
        id={id}
        action={formAction}
        onSubmit={submit}
        onKeyDown={submitByKey}
        onInput={noteInput}
        noValidate={confirm === undefined}
        className={className ?? "grid gap-6"}
        data-answered={state.status === "idle" ? undefined : state.status}
      >
        {Object.entries({ ...hiddenValues, form: id }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {draftKey && <DraftLine restoredAt={draft.restored?.at} discard={discardDraft} />}
        {refused && !refused.conflict && (
          <ErrorSummary form={id} message={refused.message} errors={refused.errors} answer={refused} />
        )}
        {refused?.conflict && (
          <ConflictView form={form} message={refused.message} conflict={refused.conflict} />
        )}
        {children}
        <div className="grid gap-3">
          {confirm && (
            <div className="check">
              <input type="checkbox" id={`${id}-confirm`} name="confirm" value="yes" required />
              <label htmlFor={`${id}-confirm`}>{confirm}</label>
            </div>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              ref={submitButton}
              type="submit"
              variant={submitVariant}
              aria-disabled={pending || undefined}
              data-pending={pending}
            >
              <span className="btn-labels">
                <span>{submitLabel}</span>
                <span aria-hidden={!pending}>{pendingLabel}</span>
              </span>
            </Button>
            {secondary && (
              <Button
                type="submit"
                name={secondary.name}
                value={secondary.value}
                aria-disabled={pending || undefined}
              >
                {secondary.label}
              </Button>
            )}
            {footer}
          </div>
          {/* Always there, so that what comes to stand in them is announced; no gap while they are empty. */}
          <div>
            <div role="alert">{fault && <Notice tone="danger">{fault}</Notice>}</div>
            <div role="status">
              {state.status === "saved" && !(tell && answered) && !dirty && !fault && (
                <Said tone="good" state={state} />
              )}
              {preview && !preview.foreseen && !fault && <Said tone="info" state={preview} />}
            </div>
          </div>
        </div>
      </form>
    </FormContext>
  );
}

/** What was saved, or what saving would do. */
function Said({
  tone,
  state,
}: {
  tone: "good" | "info";
  state: Extract<FormState, { status: "saved" | "preview" }>;
}) {
  return (
    <Notice tone={tone}>
      <p dir="auto">{state.message}</p>
      {state.details && state.details.length > 0 && (
        <ul className="mt-1 text-ink-soft">
          {state.details.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Which version the next save stands on: the one a conflict showed, else the one last sent or saved. */
function versionOf(
  state: FormState,
  held: Readonly<Record<string, string | number>>,
  kept: FormValues | undefined,
): string | number | undefined {
  const own = held.version;
  if (own === undefined) return undefined;
  if (state.status === "refused") {
    if (state.conflict) return state.conflict.version;
    const given = state.values.version;
    return typeof given === "string" ? given : own;
  }
  if (state.status === "saved") return Math.max(Number(own), state.version ?? 0);
  return typeof kept?.version === "string" ? kept.version : own;
}

function sameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function digestOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
}

function isRedirect(error: unknown): boolean {
  return digestOf(error)?.startsWith("NEXT_REDIRECT") ?? false;
}

function faultSentence(error: unknown): string {
  if (error instanceof Error && error.name === "UnrecognizedActionError") {
    return "Linchpin was updated while this page was open. Nothing was saved; your text is still here. Copy it, reload the page and save again.";
  }
  if (digestOf(error) !== undefined) {
    return "The server met a fault and did not confirm that it saved. Your text is still here. Try again in a moment.";
  }
  return "No answer came from the server. Your text is still here. Look whether it was saved before you send it again.";
}
