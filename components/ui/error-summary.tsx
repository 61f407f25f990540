"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { fieldId } from "./form-context";
import { Notice } from "./notice";

/** What was refused and why, with a way to each field. Takes the focus once for each answer. */
export function ErrorSummary({
  form,
  message,
  errors,
  answer,
}: {
  form: string;
  message: string;
  errors: Readonly<Record<string, string>>;
  answer: object;
}) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer with the same words takes the focus again
  useEffect(() => box.current?.focus(), [answer]);

  function goTo(event: MouseEvent<HTMLAnchorElement>) {
    const target = document.getElementById(event.currentTarget.hash.slice(1));
    const inside = "input:checked, input:not([type=hidden]), select, textarea";
    const control = target?.matches(inside) ? target : target?.querySelector<HTMLElement>(inside);
    if (!control) return;
    event.preventDefault();
    control.focus();
  }

  const sentences = Object.entries(errors);
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page loads anew; this is where to read on
    <section ref={box} tabIndex={-1} aria-label="Not saved" autoFocus>
      <Notice tone="danger" title={message}>
        {sentences.length > 0 && (
          <ul className="grid gap-1">
            {sentences.map(([name, sentence]) => (
              <li key={name}>
                {name === "" ? (
                  sentence
                ) : (
                  <a href={`#${fieldId(form, name)}`} onClick={goTo}>
                    {sentence}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </section>
  );
}
