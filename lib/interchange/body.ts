/** The largest body that is read, in bytes: 1 MB as 2²⁰. */
const LARGEST_BODY = 2 ** 20;

/**
 * The text of a body, read no further than it may be long.
 *
 * @returns null if it is longer; nothing, which is no JSON, where it is no UTF-8 (RFC 8259 knows JSON in no other).
 */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return "";
  }
}
