"use client";

import type { ReactNode } from "react";
import { describedBy, FieldError } from "./field";
import { useFieldState } from "./form-context";

interface CheckFieldProps {
  name: string;
  label: ReactNode;
  /** What is sent when ticked; nothing is sent otherwise. */
  value?: string;
  defaultChecked?: boolean;
  hint?: ReactNode;
  required?: boolean;
  id?: string;
  className?: string;
}

export function CheckField({
  name,
  label,
  value = "on",
  defaultChecked = false,
  hint,
  required = false,
  id,
  className,
}: CheckFieldProps) {
  const field = useFieldState(name);
  // Several boxes may share a name.
  const controlId = id ?? (value === "on" ? field.id : `${field.id}-${value}`);
  return (
    <div className={className ? `check ${className}` : "check"}>
      <input
        {...describedBy(controlId, hint, field.error)}
        type="checkbox"
        id={controlId}
        name={name}
        value={value}
        required={required}
        defaultChecked={field.defaultValues ? field.defaultValues.includes(value) : defaultChecked}
      />
      <label htmlFor={controlId}>{label}</label>
      {hint && (
        <p id={`${controlId}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <FieldError id={controlId} error={field.error} />
    </div>
  );
}
