/** Between the notes of two entries that became one. */
const gap = "\n\n";

/** A note with another one after it; as it was where it says that already. */
export function withNote(note: string, more: string): string {
  if (more === "" || hasNote(note, more)) return note;
  return note === "" ? more : `${note}${gap}${more}`;
}

/** A note without one that was joined to it; as it is where somebody has rewritten that since. */
export function withoutNote(note: string, joined: string): string {
  if (joined === "" || !hasNote(note, joined)) return note;
  const inside = `${gap}${note}${gap}`;
  const at = inside.lastIndexOf(`${gap}${joined}${gap}`);
  return `${inside.slice(0, at)}${inside.slice(at + gap.length + joined.length)}`.slice(
    gap.length,
    -gap.length,
  );
}

const hasNote = (note: string, part: string): boolean =>
  `${gap}${note}${gap}`.includes(`${gap}${part}${gap}`);
