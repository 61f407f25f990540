"use client";

import { useEffect } from "react";
import { type Command, offerCommands } from "./offers";

/** Puts what a page offers into the palette for as long as the page is shown. Shows nothing itself. */
export function OfferCommands({ commands }: { commands: readonly Command[] }) {
  useEffect(() => offerCommands(commands), [commands]);
  return null;
}
