import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSettings } from "../../lib/env.js";
import { root } from "./root.mjs";
import { PlainError } from "./say.mjs";

/**
 * The settings from the environment and .env, of which the environment wins.
 *
 * @returns {Readonly<import("../../lib/env.js").Settings>} with the data folder's full path
 */
export function loadSettings() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    const settings = readSettings(process.env);
    return Object.freeze({ ...settings, dataFolder: resolve(root, settings.dataFolder) });
  } catch (error) {
    const lines = /** @type {Error} */ (error).message;
    throw new PlainError(`Linchpin cannot start with these settings:\n${lines}`);
  }
}
