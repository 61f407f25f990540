import "server-only";
import type { Change } from "./change";
import { join, type Reader } from "./hub";

/** Milliseconds between two signs of life: proxies give up what is silent for a minute. */
const heartbeat = 25_000;
/** Bytes. Whoever leaves this much unread is not reading. */
const mostUnread = 64 * 1024;

/** The changes of an inquiry as server-sent events; the browser gives the last id back when it returns. */
export function changeStream(
  whose: Pick<Reader, "inquiryId" | "sessionId" | "client" | "since">,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave: (() => void) | undefined;

  function open(controller: ReadableStreamDefaultController<Uint8Array>): () => void {
    let isOpen = true;
    const write = (text: string) => {
      if (!isOpen) return;
      controller.enqueue(encoder.encode(text));
      if ((controller.desiredSize ?? 0) < -mostUnread) end();
    };
    const close = () => {
      isOpen = false;
      clearInterval(beat);
      gone();
    };
    const end = () => {
      if (!isOpen) return;
      close();
      controller.close();
    };
    const beat = setInterval(() => write(":\n\n"), heartbeat);
    // Not all at the same moment, when a server has been away.
    write(`retry: ${2000 + Math.floor(Math.random() * 2000)}\n\n`);
    const gone = join({
      ...whose,
      tell: (change) => write(`id: ${change.sequence}\ndata: ${JSON.stringify(change)}\n\n`),
      reset: (last) => {
        const change: Change = { sequence: last, subjects: [] };
        write(`event: reset\nid: ${last}\ndata: ${JSON.stringify(change)}\n\n`);
      },
      end,
    });
    return close;
  }

  return new ReadableStream(
    {
      // Not before the first read: an answer that nobody reads, as one to HEAD, is never cancelled either.
      pull: (controller) => {
        leave ??= open(controller);
      },
      cancel: () => leave?.(),
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );
}
