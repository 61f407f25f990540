"use client";

import { type ReactNode, type Ref, useActionState } from "react";
import { idle } from "@/lib/forms";
import { chooseGuideAction } from "@/lib/guide/actions";

interface GuideFormProps {
  shows: "yes" | "no";
  returnTo: string;
  ref?: Ref<HTMLFormElement>;
  children: ReactNode;
}

/** Calls the guide or leaves it, and comes back to a page; the browser remembers which. */
export function GuideForm({ shows, returnTo, ref, children }: GuideFormProps) {
  const [, choose] = useActionState(chooseGuideAction, idle);
  return (
    <form ref={ref} action={choose}>
      <input type="hidden" name="shows" value={shows} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {children}
    </form>
  );
}
