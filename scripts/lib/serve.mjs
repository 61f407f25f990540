import { setTimeout as delay } from "node:timers/promises";
import { listeningUrl } from "../../lib/env.js";
import { ensureGenerated, holdBuild } from "./build.mjs";
import { openDatabase, takeDataFolder } from "./database.mjs";
import { onEnd } from "./ending.mjs";
import { listen } from "./front.mjs";
import { migrate } from "./migrate.mjs";
import { root } from "./root.mjs";
import { say, step } from "./say.mjs";
import { keepSecret } from "./secret.mjs";
import { seedIfEmpty } from "./seed.mjs";
import { loadSettings } from "./settings.mjs";
import { makeStartAddress } from "./start-key.mjs";

/**
 * From an installed checkout to a server that answers. What is begun here is ended in the opposite order: first the
 * server, then the database.
 *
 * @param {{ isDevelopment: boolean }} options
 */
export async function serve({ isDevelopment }) {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  });
  const settings = loadSettings();
  // The pages look for files of the checkout from where they run, whichever folder the command was given in.
  process.chdir(root);
  const dataFolder = await takeDataFolder(settings.dataFolder);
  const front = await listen(settings);
  const url = process.env.LINCHPIN_URL?.trim() ? settings.url : listeningUrl(settings.host, front.port);
  dataFolder.tell(url);

  await (isDevelopment ? ensureGenerated() : holdBuild());
  const database = await step(settings.isEmbedded ? "Starting the database" : "Reaching the database", () =>
    openDatabase(settings, { onNews: say }),
  );
  onEnd(database.stop);
  const { edited } = await step("Bringing the database up to date", () => migrate(database.url));
  for (const name of edited) say(`Note: the migration ${name} has been edited since it was applied here`);

  // The app reads its settings from here.
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    BETTER_AUTH_SECRET: settings.secret ?? keepSecret(settings.dataFolder),
    LINCHPIN_URL: url,
    LINCHPIN_DATA: settings.dataFolder,
  });
  if (settings.seed === "inquiry") await seedIfEmpty(database.url);
  const startPages = async () => {
    // Loaded late: Next reads the environment as soon as it is loaded.
    const { openPages } = await import("./pages.mjs");
    return openPages({ isDevelopment, url, host: settings.host, port: front.port });
  };
  const pages = await step("Starting the server", startPages, { isTalkative: true });
  // Work that pages put off until after their response may still need the database, though not for long.
  onEnd(() => Promise.race([pages.close(), delay(500)]));
  front.open(pages, { url, trustProxy: settings.trustProxy, isDevelopment });
  onEnd(front.close);
  // A request that goes wrong in a way nobody foresaw must not take everybody else's down with it.
  process.on("uncaughtException", (error) => console.error(error));

  const isOwnMachine = settings.isLoopback && settings.isEmbedded;
  say(`Linchpin is ready at ${await makeStartAddress(url, database.url, { isOwnMachine })}`);
}
