/**
 * What the front lets in and sends out as headers.
 */
import { isIP } from "node:net";

/** @typedef {import("node:http").IncomingHttpHeaders} Headers */

/**
 * Request headers only servers may write. The first group says who asks and by which address; the second is how Next
 * talks to itself, and would let a client skip proxy.ts or pass for a prerender; the third is what proxy.ts hands to
 * the pages. `x-action-forwarded` stays: Next needs it between its own requests, and it only withholds a rendering.
 */
const SERVERS_OWN = [
  /^forwarded$|^x-forwarded-|^x-real-ip$|^x-client-ip$|^true-client-ip$|^cf-connecting-ip$/,
  /^x-middleware-|^x-matched-path$|^x-now-|^x-nextjs-data$|^x-next-resume|^next-resume$|^x-prerender-|^x-invoke-/,
  /^x-nonce$|^content-security-policy/,
];

/**
 * Puts the truth in place of what the client said of itself.
 *
 * @param {Headers} headers changed in place
 * @param {{ client: string, host: string, protocol: string }} truth
 */
export function replaceForwarded(headers, { client, host, protocol }) {
  for (const name of Object.keys(headers)) {
    if (SERVERS_OWN.some((pattern) => pattern.test(name))) delete headers[name];
  }
  headers["x-forwarded-for"] = client;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.replace(":", "");
}

/**
 * The address that counts as the client's: the one that our own proxy wrote, last in the list, if it is trusted; what
 * stands before it the client may have made up.
 *
 * @param {Headers} headers
 * @param {string | undefined} peer the other end of the connection
 * @param {boolean} trustProxy
 */
export function clientAddress(headers, peer, trustProxy) {
  const last = trustProxy ? lastOf(headers["x-forwarded-for"]) : undefined;
  const address = last && isIP(last) ? last : (peer ?? "unknown");
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}

/**
 * The host that was asked for.
 *
 * @param {Headers} headers
 * @param {boolean} trustProxy
 */
export function askedHost(headers, trustProxy) {
  return (trustProxy && lastOf(headers["x-forwarded-host"])) || headers.host || "";
}

/** @param {string | string[] | undefined} list */
function lastOf(list) {
  return String(list ?? "")
    .split(",")
    .at(-1)
    ?.trim();
}

/**
 * Headers of every response. The policy allows nothing at all: what is not a page needs nothing, and pages get their
 * own from proxy.ts, which replaces this one.
 *
 * @param {string} protocol of the public address
 * @returns {Record<string, string>}
 */
export function securityHeaders(protocol) {
  const off = ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"];
  return {
    "Content-Security-Policy":
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": [...off, "microphone", "midi", "payment", "usb"]
      .map((each) => `${each}=()`)
      .join(", "),
    ...(protocol === "https:" && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}
