const longest = 80;

/**
 * The header that has a browser save an answer under a name in any script (RFC 6266, with RFC 8187 for what is not
 * ASCII). Signs that some file system refuses, and those that would turn the direction of what follows, are left out.
 *
 * @param ending Follows the name, which is cut where it is long.
 * @param fallback The whole name for clients that read only ASCII: letters, digits, hyphens and points.
 */
export function asDownload(name: string, ending: string, fallback: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  const signs = [...plain];
  const whole = signs.slice(0, longest).join("");
  // Cut between two words, where there are any.
  const short = signs.length > longest ? whole.replace(/\s+\S*$/, "") : whole;
  const encoded = encodeURIComponent(`${short}${ending}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}
