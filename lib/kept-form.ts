import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { countAttempt, currentAddress } from "./auth/attempts";
import { database } from "./db/client";
import { readSettings } from "./env";
import type { FormValues } from "./forms";

const hour = 60 * 60;
/** In characters: five hundred pasted rows of some length. */
const largest = 300_000;

const cookieName = "linchpin.kept_form";
const hash = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Keeps a form for an hour, tied by a cookie to the browser that sent it; what is older goes.
 *
 * @returns false if it is too long to be kept, and would be lost to whoever goes elsewhere now.
 */
export async function keepForm(values: FormValues): Promise<boolean> {
  const form = values.form;
  if (typeof form !== "string" || form.length > 200) return true;
  const text = JSON.stringify(values);
  if (text.length > largest) return false;
  // What the database cannot hold no field would take either.
  if (text.includes("\\u0000")) return true;
  if ((await countAttempt("keptFormByAddress", await currentAddress())) !== null) return true;
  const token = randomBytes(24).toString("base64url");
  const passwordless = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
  await database().keptForm.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - hour * 1000) } } });
  await database().keptForm.create({ data: { tokenHash: hash(token), form, values: passwordless } });
  (await cookies()).set(cookieName, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: readSettings(process.env).url.startsWith("https:"),
    path: "/",
    maxAge: hour,
  });
  return true;
}

/** What this browser typed into a form before it was asked to sign in, if that is less than an hour ago. */
export const readKeptForm = cache(async (): Promise<{ form: string; values: FormValues } | null> => {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return null;
  const kept = await database().keptForm.findFirst({
    where: { tokenHash: hash(token), createdAt: { gt: new Date(Date.now() - hour * 1000) } },
  });
  return kept ? { form: kept.form, values: kept.values as FormValues } : null;
});

/** Forgets it: it has been sent. */
export async function forgetKeptForm(form: string): Promise<void> {
  const jar = await cookies();
  const token = jar.get(cookieName)?.value;
  if (!token) return;
  const { count } = await database().keptForm.deleteMany({ where: { tokenHash: hash(token), form } });
  if (count > 0) jar.delete(cookieName);
}
