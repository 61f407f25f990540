"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type FormAction, idle } from "@/lib/forms";

/** One button that takes back what was just done; says so where that is refused. Works before JavaScript. */
export function UndoForm({
  action,
  fields,
}: {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
}) {
  const [state, undo, isPending] = useActionState(action, idle);
  return (
    <form action={undo} className="flex items-center gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === "refused" ? (
        <span className="text-danger">{state.message}</span>
      ) : (
        <Button type="submit" variant="quiet" size="small" aria-disabled={isPending || undefined}>
          Undo
        </Button>
      )}
    </form>
  );
}
