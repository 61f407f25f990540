"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-context";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

interface SelectFieldProps {
  name: string;
  label: ReactNode;
  options: readonly (SelectOption | SelectGroup)[];
  defaultValue?: string | undefined;
  /** The words of a first, empty option. */
  emptyLabel?: string;
  hint?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  width?: "short" | "medium" | "full";
  id?: string;
  className?: string;
}

export function SelectField({
  name,
  label,
  options,
  defaultValue,
  emptyLabel,
  hint,
  required = false,
  hideLabel = false,
  width = "full",
  id,
  className,
}: SelectFieldProps) {
  const field = useFieldState(name);
  const controlId = id ?? field.id;
  const select = useRef<HTMLSelectElement>(null);
  const chosen = field.defaultValue ?? defaultValue ?? "";

  // React sets a select's default once; a form that is reset after saving needs the one the server now gives.
  useLayoutEffect(() => {
    for (const option of select.current?.options ?? []) option.defaultSelected = option.value === chosen;
  }, [chosen]);

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
      <select
        ref={select}
        {...describedBy(controlId, hint, field.error)}
        id={controlId}
        name={name}
        required={required}
        defaultValue={chosen}
        data-width={width}
        className="control"
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(option)
          ),
        )}
      </select>
    </Field>
  );
}

function toOption({ value, label, disabled = false }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
