/** The largest body that is read, in bytes: 1 MB as 2²⁰. */
const LARGEST_BODY = 2 ** 20;

/**
 * The text of a body, read no further than it may be long.
 *
 * @returns null if it is longer; text that is no UTF-8 has replacement characters, and so is no JSON or no known id.
 */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (!body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > LARGEST_BODY) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
