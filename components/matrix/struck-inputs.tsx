"use client";

import { useSearchParams } from "next/navigation";

/** What is struck, in a form that leads to another view of the matrix. */
export function StruckInputs() {
  const struck = useSearchParams().getAll("entry");
  return struck.map((id) => <input key={id} type="hidden" name="entry" value={id} />);
}
