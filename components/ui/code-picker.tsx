"use client";

import type { ReactNode } from "react";
import { describedBy, FieldError, RequiredMark } from "./field";
import { useFieldState } from "./form-context";
import type { Tone } from "./tone";

export interface CodeOption {
  readonly code: string;
  readonly label: string;
  readonly help?: string;
  readonly tone?: Tone;
}

interface CodePickerProps {
  name: string;
  label: ReactNode;
  /** At most eight, beside the one that clears. */
  options: readonly CodeOption[];
  defaultValue?: string | undefined;
  /** What no choice is called. `null`: there is no way back to none. */
  clearLabel?: string | null;
  hint?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  /** Leaves out the line that names the chosen code: for rows of pickers under one legend. */
  compact?: boolean;
  id?: string;
  className?: string;
}

/** One code of a scale, as a row of native radios: arrows move, a line below says what the choice means. */
export function CodePicker({
  name,
  label,
  options,
  defaultValue,
  clearLabel = "not rated",
  hint,
  required = false,
  hideLabel = false,
  compact = false,
  id,
  className,
}: CodePickerProps) {
  const field = useFieldState(name);
  const groupId = id ?? field.id;
  const chosen = field.defaultValue ?? defaultValue ?? "";
  const { "aria-invalid": invalid, ...described } = describedBy(groupId, hint, field.error);
  const shown: readonly CodeOption[] =
    clearLabel === null ? options : [...options, { code: "", label: clearLabel }];

  return (
    <fieldset {...described} id={groupId} className={className ? `code-picker ${className}` : "code-picker"}>
      <legend className={hideLabel ? "sr-only" : "field-label mb-1.5"}>
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint && (
        <p id={`${groupId}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div className="code-options">
        {shown.map((option) => (
          <label
            key={option.code}
            className={option.code === "" ? "code-option code-option-clear" : "code-option"}
            title={option.help ? `${option.label}. ${option.help}` : option.label}
            data-tone={option.tone}
          >
            <input
              type="radio"
              name={name}
              value={option.code}
              defaultChecked={option.code === chosen}
              required={required}
              aria-label={option.code === "" ? option.label : `${option.code}: ${option.label}`}
              data-label={option.label}
              {...(invalid ? { "aria-invalid": true } : {})}
              {...(option.help && !compact ? { "aria-describedby": `${groupId}-help-${option.code}` } : {})}
            />
            <span aria-hidden="true">{option.code || "–"}</span>
          </label>
        ))}
      </div>
      {!compact && (
        <p className="code-legend" aria-hidden="true">
          {shown.map((option) => (
            <span key={option.code} id={option.help && `${groupId}-help-${option.code}`}>
              <b>{option.label}</b>
              {option.help && ` · ${option.help}`}
            </span>
          ))}
          <span>nothing chosen yet</span>
        </p>
      )}
      <FieldError id={groupId} error={field.error} />
    </fieldset>
  );
}
