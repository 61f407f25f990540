/**
 * The HTTP server in front of the pages. It does what a page cannot: turn away requests meant for another host, keep
 * clients from speaking as servers, put the security headers on every response whatever it is, and end in time.
 * Why Next's own server is not enough: docs/decisions/003.
 */
import { randomBytes } from "node:crypto";
import { createServer, STATUS_CODES } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { isLoopbackHost } from "../../lib/env.js";
import { askedHost, clientAddress, replaceForwarded, securityHeaders } from "./front-headers.mjs";
import { PlainError } from "./say.mjs";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {{ handle: (request: Request, response: Response) => unknown, upgrade: (request: Request, socket: import("node:stream").Duplex, head: Buffer) => void }} Pages */

/**
 * @typedef {object} Front
 * @property {number} port
 * @property {(pages: Pages, ours: { url: string, trustProxy: boolean, isDevelopment: boolean }) => void} open until then it answers that it is starting
 * @property {() => Promise<void>} close
 */

/**
 * Listens at once, so that a taken port is told before any long work.
 *
 * @param {{ host: string, port: number }} where
 * @returns {Promise<Front>}
 */
export async function listen({ host, port }) {
  const server = createServer(starting);
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => resolve(undefined));
  });
  const responses = keepOpen(server);
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port: address.port,
    open: (pages, ours) => {
      const url = new URL(ours.url);
      const headers = securityHeaders(url.protocol);
      server.off("request", starting);
      server.on("request", (request, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        const refusal = admit(request, url, ours.trustProxy);
        if (refusal) refuse(response, refusal);
        else pages.handle(request, response);
      });
      // Listened for only where somebody answers: Node otherwise serves a request that offers an upgrade as usual.
      if (!ours.isDevelopment) return;
      server.on("upgrade", (request, socket, head) => {
        if (admit(request, url, ours.trustProxy)) socket.destroy();
        else pages.upgrade(request, socket, head);
      });
    },
    close: () => close(server, responses),
  };
}

/**
 * @param {Request} _request
 * @param {Response} response
 */
function starting(_request, response) {
  for (const [name, value] of Object.entries(securityHeaders("http:"))) response.setHeader(name, value);
  response.setHeader("Retry-After", "2");
  refuse(response, { status: 503, sentence: "Linchpin is starting. Try again in a moment." });
}

/** @typedef {{ status: number, sentence: string }} Refusal */

/**
 * Checks a request and puts the truth into its headers.
 *
 * @param {Request} request
 * @param {URL} url ours
 * @param {boolean} trustProxy
 * @returns {Refusal | undefined}
 */
function admit(request, url, trustProxy) {
  // A whole address as the target would have Next look there and not at the Host that was checked.
  if (!request.url?.startsWith("/")) return { status: 400, sentence: "The request names no path." };
  if (!isDecodable(request.url))
    return { status: 400, sentence: "The address is not written as addresses are." };
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) {
    return { status: 413, sentence: "This is more than the server takes at once: 1 MB (1,048,576 bytes)." };
  }
  if (request.headers[OWN] === mark) return undefined;
  const host = ourName(askedHost(request.headers, trustProxy), url);
  if (!host) {
    const sentence = `This server answers at ${url.origin} only. If it should answer here, set LINCHPIN_URL.`;
    return { status: 421, sentence };
  }
  const client = clientAddress(request.headers, request.socket.remoteAddress, trustProxy);
  replaceForwarded(request.headers, { client, host, protocol: url.protocol });
  request.headers[OWN] = mark;
  return undefined;
}

/** Next takes up to 1 MB for an action (next.config.js), and answers more with a fault. */
const LARGEST_BODY = 1024 * 1024;

/** @param {string} target */
function isDecodable(target) {
  try {
    decodeURIComponent(target.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Next asks itself for pages (where a form leads on to another, say), at our listening address and with the headers
 * of the request that it is serving. By this mark on them we know such a request, which keeps its client's address.
 */
const OWN = "x-linchpin-own";
const mark = randomBytes(16).toString("hex");

/**
 * The asked host in its plain form, if it is ours. On this machine all the names of loopback are; anywhere else
 * another name would let a foreign site speak to us through its visitors' browsers.
 *
 * @param {string} asked
 * @param {URL} url
 */
function ourName(asked, url) {
  if (!/^[a-z0-9._-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(asked)) return undefined;
  const address = `${url.protocol}//${asked}`;
  if (!URL.canParse(address)) return undefined;
  const { host, hostname, port } = new URL(address);
  if (host === url.host) return host;
  return isLoopbackHost(url.hostname) && LOOPBACK.has(hostname) && port === url.port ? host : undefined;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * In a sentence, and to programs as a problem (RFC 9457).
 *
 * @param {Response} response
 * @param {Refusal} refusal
 */
function refuse(response, { status, sentence }) {
  const isProgram = response.req.url?.startsWith("/api/") ?? false;
  const problem = { type: "about:blank", title: STATUS_CODES[status], status, detail: sentence };
  response.writeHead(status, {
    "Content-Type": isProgram ? "application/problem+json" : "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(isProgram ? JSON.stringify(problem) : `${sentence}\n`);
}

/**
 * @param {import("node:http").Server} server
 * @returns {Set<Response>} those that are being answered
 */
function keepOpen(server) {
  /** @type {Set<Response>} */
  const open = new Set();
  server.on("request", (_request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return open;
}

/**
 * Running requests have two seconds to finish. Event streams never would, so they are cut; their readers come back.
 *
 * @param {import("node:http").Server} server
 * @param {Set<Response>} responses
 */
async function close(server, responses) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  for (const response of responses) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
    else if (!response.headersSent) response.setHeader("Connection", "close");
  }
  await Promise.race([closed, delay(2000, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function explain(error, host, port) {
  const sentences = new Map([
    [
      "EADDRINUSE",
      `Port ${port} is taken by another program. Choose another with PORT, or any free one with PORT=0.`,
    ],
    ["EACCES", `Port ${port} may not be listened on by this user. Choose one above 1023 with PORT.`],
    ["EADDRNOTAVAIL", `This machine has no address ${host} to listen on. Choose another with HOST.`],
    ["ENOTFOUND", `The name ${host} is not known here. Choose another with HOST.`],
  ]);
  return new PlainError(sentences.get(error.code ?? "") ?? `Cannot listen on ${host}: ${error.message}`);
}
