"use client";

import { type ReactNode, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ConflictView } from "@/components/ui/conflict-view";
import { DraftLine } from "@/components/ui/draft-line";
import { FormContext, type FormScope } from "@/components/ui/form-context";
import { LastingStatus, useLastingStatus } from "@/components/ui/lasting-status";
import { useToast } from "@/components/ui/toasts";
import type { FormState, FormValues } from "@/lib/forms";

/** What stands in it, as in a form of this id that came back with these errors. */
export function InForm({
  id,
  errors = {},
  children,
}: Partial<FormScope> & { id: string; children: ReactNode }) {
  return (
    <FormContext value={{ id, errors }}>
      <form onSubmit={(event) => event.preventDefault()}>{children}</form>
    </FormContext>
  );
}

const answers: Readonly<Record<"saved" | "refused", (values: FormValues) => FormState>> = {
  saved: () => ({
    status: "saved",
    message: "Saved. H1 from 20 % to 21 %.",
    details: ["What leans on S1 counts less."],
  }),
  refused: (values) => ({
    status: "refused",
    message: "Not saved yet: please look at the fields marked below.",
    errors: { name: "Give a name." },
    values,
  }),
};

/** A form that sends nothing: it is answered here, or never. */
export function TrialForm({
  id,
  answer,
  children,
}: {
  id: string;
  answer: "saved" | "refused" | "never";
  children: ReactNode;
}) {
  const act = (_: FormState, form: FormData): Promise<FormState> => {
    if (answer === "never") return new Promise(() => {});
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    return Promise.resolve(answers[answer](values));
  };
  return (
    <ActionForm action={act} id={id} submitLabel="Save">
      {children}
    </ActionForm>
  );
}

export function TrialDraft({ restoredAt }: { restoredAt?: string }) {
  return <DraftLine restoredAt={restoredAt} discard={() => {}} />;
}

export function TrialLastingStatus({ message }: { message: string }) {
  return (
    <LastingStatus>
      <TellButton message={message} />
    </LastingStatus>
  );
}

function TellButton({ message }: { message: string }) {
  const tell = useLastingStatus();
  return <Button onClick={() => tell?.(message)}>Send and be gone</Button>;
}

export function TrialToast({ message }: { message: string }) {
  const say = useToast();
  return (
    <Button onClick={() => say({ message, undo: () => say({ message: "Undone." }) })}>Say something</Button>
  );
}

export function TrialConflict({ theirs, yours }: { theirs: string; yours: string }) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <ConflictView
      form={form}
      message="Nothing of either is lost."
      conflict={{
        by: "Ben Summer",
        at: "2026-11-27T03:00:00Z",
        version: 2,
        fields: [{ name: "statement", label: "Statement", theirs, yours }],
        adopted: [],
      }}
    />
  );
}
