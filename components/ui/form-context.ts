"use client";

import { createContext, useContext } from "react";
import type { FormState, FormValues } from "@/lib/forms";

/** What the fields of a form may know of it. `values` is there if the server gave back what was typed. */
export interface FormScope {
  readonly id: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly values?: FormValues;
  /** What saving would do line by line, for a part of the form that shows it. */
  readonly preview?: Extract<FormState, { status: "preview" }>;
}

export const FormContext = createContext<FormScope | null>(null);

export interface FieldState {
  /** The id of the control (or of its group), the target of the links in the error summary. */
  readonly id: string;
  readonly error?: string;
  /** What the server gave back for this field; it goes before the field's own default. */
  readonly defaultValue?: string;
  /** The same for a field that may be given many times; empty if the form came back without it. */
  readonly defaultValues?: readonly string[];
}

export function useFieldState(name: string): FieldState {
  const scope = useContext(FormContext);
  if (!scope) return { id: `field-${name}` };
  const id = fieldId(scope.id, name);
  const error = scope.errors[name];
  const base = error === undefined ? { id } : { id, error };
  if (!scope.values) return base;
  const given = scope.values[name];
  if (given === undefined) return { ...base, defaultValues: [] };
  if (typeof given === "string") return { ...base, defaultValue: given, defaultValues: [given] };
  return { ...base, defaultValue: given[0] ?? "", defaultValues: given };
}

export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}
