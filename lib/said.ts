import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { readSettings } from "./env";
import type { Undo } from "./undo";

/** What was just done, in a sentence, and the way back. `key` tells one such sentence from the same said again. */
export interface Said {
  readonly key: string;
  readonly message: string;
  readonly undo: Undo;
}

/** Not kept from scripts: once one has shown what it says, it takes it away. */
export const saidCookie = "linchpin.said";
/** As long as a page may take to come; after that it is no news. */
const seconds = 20;
/** What a browser keeps of one cookie, with room for its name and for letters that take several bytes. */
const longest = 600;

const kept = z.object({
  key: z.uuid(),
  message: z.string().max(longest),
  undo: z.object({
    kind: z.enum(["evidence", "hypothesis", "claim", "source"]),
    by: z.enum(["withdraw", "restore"]),
    id: z.string().max(20),
    slug: z.string().max(200).optional(),
  }),
});

/**
 * Has the next page say it, whether that is shown by script, after a redirect, or loaded anew without JavaScript: the
 * first sentence, and of those that follow as many as fit.
 */
export async function sayOnNextPage(
  [first, ...more]: readonly [string, ...string[]],
  undo: Undo,
): Promise<void> {
  const message = more.reduce(
    (told, line) => (told.length + line.length < longest ? `${told} ${line}` : told),
    first.slice(0, longest),
  );
  const said: Said = { key: randomUUID(), message, undo };
  (await cookies()).set(saidCookie, JSON.stringify(said), {
    sameSite: "lax",
    secure: readSettings(process.env).url.startsWith("https:"),
    path: "/",
    maxAge: seconds,
  });
}

/** What is to be said on this page, if anything: a cookie is the browser's word, so nothing in it is believed unread. */
export const readSaid = cache(async (): Promise<Said | null> => {
  const text = (await cookies()).get(saidCookie)?.value;
  if (!text) return null;
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
});
