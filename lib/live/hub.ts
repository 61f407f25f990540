import "server-only";
import { isDatabaseAway } from "@/lib/db/faults";
import type { Change } from "./change";
import { listen } from "./listener";
import { listChanges, listStillReading, mostReplayed } from "./queries";

/** Somebody to whom the changes of an inquiry go as they come. */
export interface Reader {
  readonly inquiryId: string;
  /** The session they came with; null for nobody. What they may see is asked again before each delivery. */
  readonly sessionId: string | null;
  /** Whose this is, when those of one client are counted. */
  readonly client: string;
  /** The last change they know of; null if they want to hear from now on. */
  since: number | null;
  readonly tell: (change: Change) => void;
  /** They lack more than is told one by one: let them read anew. */
  readonly reset: (last: number) => void;
  readonly end: () => void;
}

const readers = new Set<Reader>();
let isListening = false;

export const countReaders = (): number => readers.size;

export function countReadersOf(client: string): number {
  return [...readers].filter((reader) => reader.client === client).length;
}

/** From here on they are told, beginning with what they lack. @returns for when they leave */
export function join(reader: Reader): () => void {
  if (!isListening) listen(onCommit, () => inquiriesRead().forEach(deliver));
  isListening = true;
  readers.add(reader);
  deliver(reader.inquiryId);
  return () => readers.delete(reader);
}

/** After many events at once, the first delivery takes them all, and there is nothing left to look for. */
function onCommit(inquiryId: string, sequence: number): void {
  const isNews = [...readers].some(
    (reader) => reader.inquiryId === inquiryId && (reader.since ?? 0) < sequence,
  );
  if (isNews) deliver(inquiryId);
}

const inquiriesRead = (): Set<string> => new Set([...readers].map(({ inquiryId }) => inquiryId));

/** The chains whose delivery is under way, and whether something has come since it began. */
const underWay = new Map<string, boolean>();

/** One delivery in an inquiry at a time: what comes meanwhile goes with the next, all at once. */
async function deliver(inquiryId: string): Promise<void> {
  if (underWay.has(inquiryId)) {
    underWay.set(inquiryId, true);
    return;
  }
  try {
    do {
      underWay.set(inquiryId, false);
      await deliverOnce(inquiryId);
    } while (underWay.get(inquiryId));
  } finally {
    underWay.delete(inquiryId);
  }
}

/** However many read an inquiry, telling them of a change costs the same few queries. */
async function deliverOnce(inquiryId: string): Promise<void> {
  const here = [...readers].filter((reader) => reader.inquiryId === inquiryId);
  if (here.length === 0) return;
  try {
    const since = Math.min(...here.map((reader) => reader.since ?? Number.POSITIVE_INFINITY));
    const { changes, last } = await listChanges(inquiryId, since);
    // After the changes were read: whoever may still read now might when each of them was made.
    const still = await listStillReading(inquiryId, [...new Set(here.map(({ sessionId }) => sessionId))]);
    for (const reader of here) {
      if (still.has(reader.sessionId)) tellUpTo(reader, changes, last);
      else reader.end();
    }
  } catch (error) {
    // They come back by themselves, and say what they know.
    for (const reader of here) reader.end();
    if (!isDatabaseAway(error)) throw error;
  }
}

function tellUpTo(reader: Reader, changes: readonly Change[], last: number): void {
  const since = reader.since ?? last;
  reader.since = last;
  // A number that is yet to come is of a database that was put back to an earlier day.
  if (since > last || last - since > mostReplayed) reader.reset(last);
  else for (const change of changes) if (change.sequence > since) reader.tell(change);
}
