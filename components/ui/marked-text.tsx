/** A text with some stretches of it marked; a screen reader reads it as one. */
export function MarkedText({
  segments,
}: {
  segments: readonly { readonly text: string; readonly isHit: boolean }[];
}) {
  return segments.map(({ text, isHit }, place) => {
    const key = `${place} ${text}`;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
