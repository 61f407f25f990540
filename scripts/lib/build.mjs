import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fingerprint, isDone, oncePer } from "./fingerprint.mjs";
import { listHolders, tryLock, waitForLock } from "./lock.mjs";
import { root } from "./root.mjs";
import { FailedProgram, runOrThrow } from "./run.mjs";
import { PlainError, say, step } from "./say.mjs";

const generated = "lib/db/generated";

/** Generates the database client, if the schema has changed. */
export async function ensureGenerated() {
  const mark = join(root, generated, ".made-from");
  const wanted = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (isDone(mark, wanted)) return;
  await alone(() =>
    oncePer(mark, wanted, () => step("Generating the database client", () => prisma(["generate"]))),
  );
}

/**
 * Builds the pages for production, if anything they are made of has changed, and holds on to that build: nobody else
 * builds in this checkout until we have ended.
 */
export async function holdBuild() {
  await ensureGenerated();
  const wanted = fingerprint(SOURCES, (path) => path === generated);
  await alone(async () => {
    await oncePer(join(root, ".next/made-from"), wanted, () => {
      requireNobodyServing();
      return step("Building the pages", build);
    });
    await tryLock(`serving-${process.pid}`, root);
  });
}

const SOURCES = [
  ...["app", "components", "lib", "public", "prisma/schema.prisma"],
  ...["proxy.ts", "instrumentation.ts", "next.config.js", "tsconfig.json", "postcss.config.mjs"],
  ...["package.json", "package-lock.json"],
];

/**
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const lock = await waitForLock("checkout", root, (holder) =>
    say(`Waiting for ${holder}, which is building`),
  );
  try {
    await work();
  } finally {
    lock.release();
  }
}

/** A build takes the files away from under whoever is serving the one before. */
function requireNobodyServing() {
  const pids = listHolders("serving", root);
  if (pids.length === 0) return;
  throw new PlainError(
    `The sources have changed, but another Linchpin serves pages from this checkout (process ${pids.join(", ")}), and a new build would break it. Stop it first.`,
  );
}

/** @param {string[]} args */
function prisma(args) {
  return runOrThrow(process.execPath, [join(root, "node_modules/prisma/build/index.js"), ...args], {
    env: {
      // Only asked whether it exists: generating uses no engine, and fetching one fails on a closed network.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
}

async function build() {
  try {
    await next(["build"]);
  } catch (error) {
    if (error instanceof FailedProgram) throw new PlainError(`The build failed:\n${error.output.trim()}`);
    throw error;
  }
}

/** @param {string[]} args */
export function next(args) {
  return runOrThrow(process.execPath, [join(root, "node_modules/next/dist/bin/next"), ...args], {
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // A build must not depend on whose it is: no settings, and a secret that signs nothing.
      DATABASE_URL: undefined,
      LINCHPIN_URL: undefined,
      BETTER_AUTH_SECRET: randomBytes(32).toString("base64"),
    },
  });
}
