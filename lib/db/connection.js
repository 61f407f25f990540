/**
 * A database's address as options for postgres.js, for which alone this exists: it ignores `?host=`, by which
 * everything else finds a Unix socket, and would silently try localhost over TCP instead.
 *
 * @param {string} url
 * @returns {{ host?: string, port?: number, path?: string, database: string, username: string, password?: string, ssl?: Encryption }}
 */
export function connectionOptions(url) {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  const folder = searchParams.get("host");
  const portNumber = Number(port || 5432);
  const place = folder?.startsWith("/")
    ? { path: `${folder}/.s.PGSQL.${portNumber}` }
    : { host: folder ?? (hostname.replace(/^\[|\]$/g, "") || "localhost"), port: portNumber };
  const encryption = SSL_BY_MODE.get(searchParams.get("sslmode") ?? "");
  return {
    ...place,
    database: decodeURIComponent(pathname.slice(1)) || "postgres",
    username: decodeURIComponent(username) || "postgres",
    ...(password && { password: decodeURIComponent(password) }),
    ...(encryption !== undefined && { ssl: encryption }),
  };
}

/** @typedef {"require" | "prefer" | "allow" | "verify-full" | false} Encryption */

/** @type {Map<string, Encryption>} */
const SSL_BY_MODE = new Map([
  ["disable", /** @type {Encryption} */ (false)],
  ["allow", "allow"],
  ["prefer", "prefer"],
  ["require", "require"],
  // postgres.js knows no verify-ca; the stricter mode is the honest reading of it.
  ["verify-ca", "verify-full"],
  ["verify-full", "verify-full"],
]);
