"use client";

import type { ReactNode } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-context";

export interface Suggestion {
  readonly value: string;
  /** Said beside the value in the list. */
  readonly label?: string;
}

interface SuggestFieldProps {
  name: string;
  label: ReactNode;
  suggestions: readonly Suggestion[];
  defaultValue?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  placeholder?: string;
  width?: "short" | "medium" | "full";
  id?: string;
  className?: string;
}

/** Free text with suggestions, by the browser's own list. */
export function SuggestField({
  name,
  label,
  suggestions,
  defaultValue,
  hint,
  required = false,
  hideLabel = false,
  width = "full",
  id,
  className,
  ...rest
}: SuggestFieldProps) {
  const field = useFieldState(name);
  const controlId = id ?? field.id;
  const listId = `${controlId}-list`;
  return (
    <Field
      id={controlId}
      label={label}
      hint={hint}
      error={field.error}
      required={required}
      hideLabel={hideLabel}
      className={className ?? ""}
    >
      <input
        {...rest}
        {...describedBy(controlId, hint, field.error)}
        id={controlId}
        name={name}
        type="text"
        dir="auto"
        list={listId}
        autoComplete="off"
        required={required}
        defaultValue={field.defaultValue ?? defaultValue ?? ""}
        data-width={width}
        className="control"
      />
      <datalist id={listId}>
        {suggestions.map((one) => (
          <option key={one.value} value={one.value} label={one.label ?? one.value} />
        ))}
      </datalist>
    </Field>
  );
}
