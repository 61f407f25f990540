import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discard } from "./embedded/cluster.mjs";
import { onEnd } from "./ending.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { PlainError } from "./say.mjs";

/**
 * A Linchpin of our own, on a new data folder and a free port, with none of this installation's settings. It ends, and
 * its data go, when we end.
 *
 * @returns {Promise<string>} the address it prints, with the one-time key
 */
export async function startOwnServer() {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-own-"));
  onEnd(async () => {
    await ended;
    await discard(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const settings = Object.keys(process.env).filter((name) =>
    /^(PORT|HOST|DATABASE_URL|BETTER_AUTH_SECRET|NODE_ENV|LINCHPIN_.*)$/.test(name),
  );
  let printed = "";
  /** @type {(address: string) => void} */
  let tell = () => {};
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    tell = resolve;
  });
  const ended = run(process.execPath, [join(root, "scripts/start.mjs")], {
    env: {
      ...Object.fromEntries(settings.map((name) => [name, undefined])),
      PORT: "0",
      LINCHPIN_DATA: folder,
    },
    onOutput: (text) => {
      printed += text;
      const address = /^Linchpin is ready at (\S+)$/m.exec(printed)?.[1];
      if (address) tell(address);
    },
  });
  const tooSoon = ended.then(({ output }) => {
    throw new PlainError(`The server ended before it was ready:\n${output.trim()}`);
  });
  // Once it is ready, its end is ours and no failure.
  tooSoon.catch(() => {});
  return Promise.race([ready, tooSoon]);
}
