"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import type { PaletteActor } from "./commands";

type Palette = ComponentType<{ actor: PaletteActor; close: () => void }>;

const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** Opens the palette, by a press or from the keyboard wherever one is. Not there without scripts. */
export function PaletteButton({ actor }: { actor: PaletteActor }) {
  const [isOpen, setOpen] = useState(false);
  const [Palette, setPalette] = useState<Palette | null>(null);
  const keys = useSyncExternalStore(
    () => () => {},
    () => (isApple() ? "⌘ K" : "Ctrl K"),
    () => "Ctrl K",
  );

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      // While a word is being composed (Chinese, Japanese, Korean), keys belong to what composes it.
      if (!isAsked || event.key.toLowerCase() !== "k" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(true);
    };
    // Before any widget on the page that has keys of its own.
    window.addEventListener("keydown", open, { capture: true });
    return () => window.removeEventListener("keydown", open, { capture: true });
  }, []);

  useEffect(() => {
    if (!isOpen || Palette) return;
    import("./palette")
      .then((loaded) => setPalette(() => loaded.Palette))
      // The page does the same with less comfort.
      .catch(() => window.location.assign("/search"));
  }, [isOpen, Palette]);

  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <span className="sr-only">Find and go: </span>
        <kbd>{keys}</kbd>
      </button>
      {isOpen && Palette && <Palette actor={actor} close={() => setOpen(false)} />}
    </>
  );
}
