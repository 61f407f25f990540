import "server-only";
import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";

/**
 * How often something may be tried. Counted in the database, so that several servers count together; each attempt
 * counts, right or wrong, before anything is looked at.
 */
const limits = {
  signInByAddress: { points: 30, duration: 15 * 60 },
  signInByEmail: { points: 8, duration: 15 * 60 },
  signUpByAddress: { points: 20, duration: 60 * 60 },
  keyByAddress: { points: 20, duration: 15 * 60 },
  keptFormByAddress: { points: 60, duration: 60 * 60 },
  // One may keep a core busy for a second.
  analysisByAddress: { points: 120, duration: 5 * 60 },
} as const;

type Limit = keyof typeof limits;

const limiters = new Map<Limit, RateLimiterPrisma>();

function limiter(name: Limit): RateLimiterPrisma {
  let found = limiters.get(name);
  if (!found) {
    found = new RateLimiterPrisma({
      storeClient: database(),
      tableName: "rateLimit",
      keyPrefix: name,
      ...limits[name],
    });
    limiters.set(name, found);
  }
  return found;
}

/** Counts one attempt. @returns null if it may go on, else the seconds to wait. */
export async function countAttempt(name: Limit, who: string): Promise<number | null> {
  // Hashed: the table then holds no addresses of people, and keys have one length.
  const key = createHash("sha256").update(who.toLowerCase()).digest("base64url");
  try {
    await limiter(name).consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
    throw error;
  }
}

/** The network address of whoever sent the current request, as the front set it. */
export async function currentAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}
