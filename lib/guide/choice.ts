import "server-only";
import { cookies } from "next/headers";
import { readSettings } from "@/lib/env";

const cookieName = "linchpin.guide";
const left = "left";
/** As long as browsers keep any cookie. */
const seconds = 400 * 24 * 60 * 60;

/** Whether this browser has not yet left the guide. It takes no account, and tells nobody who it is. */
export async function isGuideShown(): Promise<boolean> {
  return (await cookies()).get(cookieName)?.value !== left;
}

/** Never shows it again in this browser, or does so again. */
export async function keepGuideChoice(isShown: boolean): Promise<void> {
  const jar = await cookies();
  if (isShown) return void jar.delete(cookieName);
  jar.set(cookieName, left, {
    httpOnly: true,
    sameSite: "lax",
    secure: readSettings(process.env).url.startsWith("https:"),
    path: "/",
    maxAge: seconds,
  });
}
