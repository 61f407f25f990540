import { fold, searchWords } from "@/lib/search/fold";
import { type Command, offeredCommands } from "./offers";

export interface PaletteActor {
  readonly kind: "nobody" | "person";
  readonly isAdministrator?: boolean;
}

/** What can be done from here: what the page offers, and then what every page does. */
export function listCommands({ kind, isAdministrator }: PaletteActor): readonly Command[] {
  return [
    ...offeredCommands(),
    { label: "All inquiries", href: "/" },
    { label: "New inquiry", href: "/inquiries/new" },
    { label: "All sources", href: "/sources" },
    { label: "Review sources", href: "/sources/review" },
    { label: "New source", href: "/sources/new" },
    ...(isAdministrator ? [{ label: "Administration", href: "/administration" }] : []),
    ...(kind === "person"
      ? [{ label: "Account", href: "/account" }, { label: "Sign out", does: "sign-out" } as const]
      : [
          { label: "Sign in", href: "/sign-in" },
          { label: "Sign up", href: "/sign-up" },
        ]),
  ];
}

/** The commands that have all the words typed, read as a search reads them; all of them while nothing is typed. */
export function matchCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = searchWords(text);
  if (words.length === 0) return text.trim() === "" ? commands : [];
  return commands.filter(({ label }) => {
    const read = fold(label);
    return words.every(({ folded }) => read.includes(folded));
  });
}
