// Written for the oldest Node that can read it, and imported before everything else: whoever has too old a Node
// shall read our sentence and not a syntax error. So no `node:` imports and nothing newer than 2017 in here.

/** @param {string} version such as "20.19.1"; the same rule as `engines` in package.json */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

export function requireNode() {
  if (isSupported(process.versions.node)) return;
  console.error(
    "Linchpin needs Node.js 20.19 or newer (20, 22 or 24 and later); this is Node.js " +
      process.versions.node +
      ". Install a newer one from https://nodejs.org and try again.",
  );
  process.exit(1);
}
