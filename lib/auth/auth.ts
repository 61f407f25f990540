import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { nextCookies } from "better-auth/next-js";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { readSettings } from "@/lib/env";
import { passwordLength } from "./password";

/**
 * Starts a session for an account that has proved itself by other means than a password: it has just been made, or
 * its holder gave the one-time key. Reachable from our own code alone: better-auth's HTTP routes are not mounted.
 */
const startSession = {
  id: "start-session",
  endpoints: {
    startSession: createAuthEndpoint(
      "/start-session",
      { method: "POST", body: z.object({ accountId: z.string() }) },
      async (context) => {
        const user = await context.context.internalAdapter.findUserById(context.body.accountId);
        if (!user) throw context.error("NOT_FOUND");
        const session = await context.context.internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return context.json({ ok: true });
      },
    ),
  },
};

function create() {
  const settings = readSettings(process.env);
  return betterAuth({
    baseURL: settings.url,
    secret: settings.secret,
    database: prismaAdapter(database(), { provider: "postgresql", transaction: true }),
    user: {
      modelName: "account",
      additionalFields: {
        analystId: { type: "string", input: false },
        isAdministrator: { type: "boolean", input: false },
        closedAt: { type: "date", required: false, input: false },
      },
    },
    session: { modelName: "session", fields: { userId: "accountId" }, expiresIn: 60 * 60 * 24 * 30 },
    account: { modelName: "credential", fields: { userId: "ownerId" } },
    // Accounts are made by lib/account/mutations.ts, in one transaction with the analyst and the history entry.
    emailAndPassword: { enabled: true, disableSignUp: true, ...passwordLength },
    // Attempts are counted by lib/auth/attempts.ts, which server actions cannot go round.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: "linchpin",
      useSecureCookies: settings.url.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
    },
    logger: { level: "error" },
    plugins: [startSession, nextCookies()],
  });
}

let instance: ReturnType<typeof create> | undefined;

/** better-auth, made on first use so that building needs neither secret nor database. */
export function auth(): ReturnType<typeof create> {
  instance ??= create();
  return instance;
}
