"use client";

import type { CSSProperties, ReactNode } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-context";

interface TextAreaProps {
  name: string;
  label: ReactNode;
  defaultValue?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  rows?: number;
  placeholder?: string;
  /** Set in the serif: for statements and quotes that will be read as text. */
  serif?: boolean;
  id?: string;
  className?: string;
}

/** Many lines; grows with what is typed where the browser can. */
export function TextArea({
  name,
  label,
  defaultValue,
  hint,
  required = false,
  hideLabel = false,
  rows = 3,
  serif = false,
  id,
  className,
  ...rest
}: TextAreaProps) {
  const field = useFieldState(name);
  const controlId = id ?? field.id;
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
      <textarea
        {...rest}
        {...describedBy(controlId, hint, field.error)}
        id={controlId}
        name={name}
        rows={rows}
        dir="auto"
        required={required}
        defaultValue={field.defaultValue ?? defaultValue ?? ""}
        style={{ "--rows": rows } as CSSProperties}
        className={serif ? "control font-serif" : "control"}
      />
    </Field>
  );
}
