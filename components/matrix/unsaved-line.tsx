import { inWords, type Unsaved } from "@/lib/grid/row";

/** That one's own rating of a cell is not saved, and why. */
export function UnsavedLine({ unsaved }: { unsaved: Unsaved | undefined }) {
  const words = unsaved && inWords(unsaved);
  if (!words) return null;
  return (
    <p role="status" className="text-danger text-sm">
      {words.charAt(0).toUpperCase()}
      {words.slice(1)}
    </p>
  );
}
