import { EventEmitter } from "node:events";
import next from "next";
import { listeningUrl } from "../../lib/env.js";
import { root } from "./root.mjs";

/**
 * Next inside this process, without a server of its own.
 *
 * @param {{ isDevelopment: boolean, url: string, host: string, port: number }} options
 */
export async function openPages({ isDevelopment, url, host, port }) {
  // Pages see themselves at the public address; what Next fetches from itself goes straight to where we listen.
  const open = new URL(url);
  process.env.__NEXT_PRIVATE_ORIGIN = listeningUrl(host, port);
  // Next would answer upgrades on the server itself, past our check of the host: given this instead, it hears only
  // those that we pass on.
  const upgrades = new EventEmitter();
  const app = next({
    dev: isDevelopment,
    dir: root,
    hostname: open.hostname,
    port: Number(open.port) || (open.protocol === "https:" ? 443 : 80),
    httpServer: /** @type {import("node:http").Server} */ (upgrades),
  });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    /** @type {import("./front.mjs").Pages["upgrade"]} */
    upgrade: (request, socket, head) => {
      if (!upgrades.emit("upgrade", request, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
