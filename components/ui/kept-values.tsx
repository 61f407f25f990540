"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FormValues } from "@/lib/forms";

const KeptContext = createContext<Readonly<Record<string, FormValues>>>({});

/** Gives the form of this id what a person had typed before they were asked to sign in. */
export function KeptValues({
  form,
  values,
  children,
}: {
  form: string;
  values: FormValues;
  children: ReactNode;
}) {
  const outer = useContext(KeptContext);
  return <KeptContext value={{ ...outer, [form]: values }}>{children}</KeptContext>;
}

export function useKeptValues(form: string): FormValues | undefined {
  return useContext(KeptContext)[form];
}
