"use client";

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { joinWords } from "@/lib/format";
import type { Conflict } from "@/lib/forms";
import { Button } from "./button";
import { setField } from "./form-values";
import { Notice } from "./notice";
import { Time } from "./time";

const never = () => () => {};

/**
 * Another's edit beside one's own. Saving again replaces theirs, field by field as it then stands; what only they changed
 * is in the form already.
 */
export function ConflictView({
  form,
  message,
  conflict,
}: {
  form: RefObject<HTMLFormElement | null>;
  message: string;
  conflict: Conflict;
}) {
  const box = useRef<HTMLElement>(null);
  const [taken, setTaken] = useState<Readonly<Record<string, boolean>>>({});
  const [byHand, setByHand] = useState<readonly string[]>([]);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new conflict takes the focus and starts afresh
  useEffect(() => {
    setTaken({});
    const left = conflict.adopted.filter(
      ({ values }) =>
        !Object.entries(values).every(
          ([name, value]) => !form.current || setField(form.current, name, String(value)),
        ),
    );
    setByHand(left.map(({ label }) => label));
    box.current?.focus();
  }, [conflict]);

  function takeTheirs(name: string, theirs: string) {
    if (!form.current) return;
    const done = setField(form.current, name, theirs);
    setTaken((now) => ({ ...now, [name]: done }));
  }

  const isoTime = !Number.isNaN(Date.parse(conflict.at));
  const adopted = conflict.adopted.map(({ label }) => label).filter((label) => !byHand.includes(label));
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page loads anew; this is where to read on
    <section ref={box} tabIndex={-1} aria-label="Changed by someone else" autoFocus>
      <Notice
        tone="warning"
        title={
          <>
            {conflict.by === null ? "Somebody" : <bdi>{conflict.by}</bdi>} changed this at{" "}
            {isoTime ? <Time value={conflict.at} /> : conflict.at}, while you were writing.
          </>
        }
      >
        <p>{message}</p>
        {adopted.length > 0 && (
          <p className="mt-2">
            Only they changed {joinWords(adopted)}: that is in the form below as they have it.
          </p>
        )}
        {byHand.length > 0 && (
          <p className="mt-2">
            They also changed {joinWords(byHand)}. Reload the page before you save, so that this stays as they
            have it.
          </p>
        )}
        <div className="mt-3 grid gap-5">
          {conflict.fields.map((field) => (
            <div key={field.name}>
              <p className="font-semibold">{field.label}</p>
              <dl className="mt-1 grid gap-x-6 gap-y-2 sm:grid-cols-2">
                <div>
                  <dt className="text-xs text-ink-soft">theirs, as it is now</dt>
                  <dd dir="auto" className="font-serif whitespace-pre-wrap">
                    {field.theirs || "(empty)"}
                  </dd>
                </div>
                <div>
                  <dt className="text-xs text-ink-soft">yours, not saved yet</dt>
                  <dd dir="auto" className="font-serif whitespace-pre-wrap">
                    {field.yours || "(empty)"}
                  </dd>
                </div>
              </dl>
              {scripted && (
                <div className="mt-1 flex flex-wrap items-center gap-3">
                  <Button size="small" onClick={() => takeTheirs(field.name, field.theirs)}>
                    Take theirs<span className="sr-only"> for {field.label}</span>
                  </Button>
                  <span role="status" className="text-xs text-ink-soft">
                    {taken[field.name] === true && "Taken into the form below."}
                    {taken[field.name] === false && "This one has to be set by hand in the form below."}
                  </span>
                </div>
              )}
            </div>
          ))}
        </div>
        <p className="mt-4">
          {conflict.fields.length === 0
            ? "Nothing that you changed differs from what stands now."
            : "The form below holds your text. Saving it now replaces theirs in these fields."}
        </p>
      </Notice>
    </section>
  );
}
