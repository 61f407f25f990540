"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-context";

interface SliderFieldProps {
  name: string;
  label: string;
  min: number;
  max: number;
  step: number;
  defaultValue?: number | undefined;
  hint?: ReactNode;
  /** Beside the number: a unit, or what it comes to. */
  suffix?: ReactNode;
  id?: string;
  className?: string;
}

/**
 * A number that can be typed or dragged. The typed one is the field: it may hold what the slider cannot, and it is all
 * there is before JavaScript. While it is empty the slider rests at its lowest.
 */
export function SliderField({
  name,
  label,
  min,
  max,
  step,
  defaultValue,
  hint,
  suffix,
  id,
  className,
}: SliderFieldProps) {
  const field = useFieldState(name);
  const controlId = id ?? field.id;
  const number = useRef<HTMLInputElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const given = field.defaultValue ?? (defaultValue === undefined ? "" : String(defaultValue));

  const follow = () => {
    if (!number.current || !slider.current) return;
    const typed = number.current.value.trim();
    slider.current.value = typed === "" ? String(min) : typed.replace(",", ".");
  };
  useLayoutEffect(follow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the page as it is then
  useEffect(() => {
    const form = number.current?.form;
    // Not through React, which hears of it after the form does: whoever listens there reads the number.
    const lead = () => {
      if (number.current && slider.current) number.current.value = slider.current.value;
    };
    // What is put back into the form (a draft, a reset) comes without an event of the field itself.
    const later = () => requestAnimationFrame(follow);
    slider.current?.addEventListener("input", lead);
    form?.addEventListener("input", later);
    form?.addEventListener("reset", later);
    return () => {
      slider.current?.removeEventListener("input", lead);
      form?.removeEventListener("input", later);
      form?.removeEventListener("reset", later);
    };
  }, []);

  return (
    <Field id={controlId} label={label} hint={hint} error={field.error} className={className ?? ""}>
      <div className="slider">
        <input
          ref={slider}
          type="range"
          aria-label={`Slider for ${label}`}
          min={min}
          max={max}
          step={step}
          defaultValue={given === "" ? min : given}
        />
        <input
          ref={number}
          {...describedBy(controlId, hint, field.error)}
          id={controlId}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={given}
          className="control"
        />
        {suffix && <span className="slider-suffix">{suffix}</span>}
      </div>
    </Field>
  );
}
