"use client";

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Conflict } from "@/lib/forms";
import { Button } from "./button";
import { setField } from "./form-values";
import { Notice } from "./notice";
import { Time } from "./time";

const never = () => () => {};

/** Another's edit beside one's own. Saving again replaces theirs, field by field as it then stands. */
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
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new conflict takes the focus and starts afresh
  useEffect(() => {
    setTaken({});
    box.current?.focus();
  }, [conflict]);

  function takeTheirs(name: string, theirs: string) {
    if (!form.current) return;
    const done = setField(form.current, name, theirs);
    setTaken((now) => ({ ...now, [name]: done }));
  }

  const isoTime = !Number.isNaN(Date.parse(conflict.at));
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page loads anew; this is where to read on
    <section ref={box} tabIndex={-1} aria-label="Changed by someone else" autoFocus>
      <Notice
        tone="warning"
        title={
          <>
            <bdi>{conflict.by}</bdi> changed this at {isoTime ? <Time value={conflict.at} /> : conflict.at},
            while you were writing.
          </>
        }
      >
        <p dir="auto">{message}</p>
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
          The form below holds your text. Saving it now replaces what {<bdi>{conflict.by}</bdi>} wrote in
          these fields.
        </p>
      </Notice>
    </section>
  );
}
