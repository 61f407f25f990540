/** Ends the name of a place that whoever made the shipped inquiry added, for the map, and that its article does not name. */
const mark = "†";

/** What † says after the name of a place; nothing where none has it. */
export function OurPlaces({ places }: { places: readonly string[] }) {
  if (!places.some((place) => place.endsWith(mark))) return null;
  return (
    <p className="text-sm text-ink-soft">{mark} This place is ours, for the map, and not the article’s.</p>
  );
}
