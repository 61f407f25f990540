import { Notice } from "@/components/ui/notice";

/** What was asked for and cannot be tried, said as soon as it is. */
export function Problems({ sentences }: { sentences: readonly string[] }) {
  return (
    <div aria-live="polite" className="empty:-mt-4">
      {sentences.length > 0 && (
        <Notice tone="warning" title="Not all of it could be tried">
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
