"use client";

import { describedBy, FieldError } from "@/components/ui/field";
import { useFieldState } from "@/components/ui/form-context";
import { VISIBILITIES } from "@/lib/inquiry/visibility";
import type { Visibility } from "@/lib/policy";

/** Who can see an inquiry, every choice with what it means. */
export function VisibilityField({ defaultValue }: { defaultValue: Visibility }) {
  const field = useFieldState("visibility");
  const chosen = field.defaultValue ?? defaultValue;
  const { "aria-invalid": invalid, ...described } = describedBy(field.id, undefined, field.error);
  return (
    <fieldset {...described} id={field.id} className="grid gap-3">
      <legend className="field-label mb-1.5">Who can see it</legend>
      {VISIBILITIES.map(({ code, label, help }) => (
        <div key={code} className="check">
          <input
            type="radio"
            id={`${field.id}-${code}`}
            name="visibility"
            value={code}
            data-label={label}
            defaultChecked={code === chosen}
            aria-describedby={`${field.id}-${code}-help`}
            {...(invalid ? { "aria-invalid": true } : {})}
          />
          <label htmlFor={`${field.id}-${code}`}>{label}</label>
          <p id={`${field.id}-${code}-help`} className="field-hint">
            {help}
          </p>
        </div>
      ))}
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
