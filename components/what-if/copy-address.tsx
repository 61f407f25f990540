"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

/**
 * Puts the address of what is tried where it can be pasted from. Not there without scripts, nor where the browser lends
 * no clipboard, as over plain HTTP from another machine.
 *
 * @param settle Makes the address say what is shown, and gives it.
 */
export function CopyAddress({ settle }: { settle: () => string }) {
  const [said, setSaid] = useState("");
  const canCopy = useSyncExternalStore(
    () => () => {},
    () => "clipboard" in navigator,
    () => false,
  );

  async function copy() {
    try {
      await navigator.clipboard.writeText(settle());
      setSaid("The address is copied: whoever may see this inquiry sees the same by it.");
    } catch {
      setSaid("The browser did not let it be copied. It stands in the address bar.");
    }
  }

  return (
    <>
      {canCopy && (
        <Button size="small" onClick={copy}>
          Copy the address
        </Button>
      )}
      <p role="status" className="basis-full text-xs text-ink-soft empty:hidden">
        {said}
      </p>
    </>
  );
}
