"use client";

import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field } from "./field";
import { useFieldState } from "./form-context";

interface TextFieldProps
  extends Pick<
    ComponentProps<"input">,
    | "autoComplete"
    | "autoCapitalize"
    | "inputMode"
    | "placeholder"
    | "spellCheck"
    | "dir"
    | "min"
    | "max"
    | "step"
    | "readOnly"
    | "disabled"
    | "enterKeyHint"
  > {
  name: string;
  label: ReactNode;
  type?: "text" | "email" | "password" | "url" | "search" | "date" | "number" | "tel";
  defaultValue?: string | number | undefined;
  hint?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  width?: "short" | "medium" | "full";
  /** Only where the same name stands in two forms without `ActionForm`. */
  id?: string;
  className?: string;
}

/** One line of text. No `maxLength`: cutting off what is pasted would be a silent loss; the server says it. */
export function TextField({
  name,
  label,
  type = "text",
  defaultValue,
  hint,
  required = false,
  hideLabel = false,
  width = "full",
  dir = "auto",
  id,
  className,
  ...rest
}: TextFieldProps) {
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
      <input
        {...rest}
        {...describedBy(controlId, hint, field.error)}
        id={controlId}
        name={name}
        type={type}
        dir={dir}
        required={required}
        defaultValue={field.defaultValue ?? defaultValue ?? ""}
        data-width={width}
        className="control"
      />
    </Field>
  );
}
