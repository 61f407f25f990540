interface PasteHelpProps {
  slug: string;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
}

/** Which columns are understood, folded away for those who know. */
export function PasteHelp({ slug, hypotheses }: PasteHelpProps) {
  const [one] = hypotheses;
  return (
    <details className="max-w-measure text-sm">
      <summary className="cursor-pointer py-1">Which columns are understood</summary>
      <ul className="grid list-disc gap-1.5 ps-5 pt-2">
        <li>
          The first row names the columns, in any order: <em>statement</em>, <em>kind</em>, <em>date</em>,{" "}
          <em>places</em>, <em>note</em>; <em>source</em>, <em>via</em>, <em>locator</em>, <em>url</em>,{" "}
          <em>quote</em>, and <em>source 2</em> and so on for further ones; <em>credibility</em> and{" "}
          <em>relevance</em>. Others are passed over, and named.
        </li>
        {one && (
          <li dir="auto">
            A column for each hypothesis, by its number or short name (<em>{one.id}</em> or{" "}
            <em>{one.shortName}</em>), holds your ratings: II, I, N, C, CC or NA, −2 to 2, or the words.
          </li>
        )}
        <li>
          A row with the number of an entry (column <em>entry</em>), or with its very statement, rates the
          entry that is there. Empty cells change nothing.
        </li>
        <li>
          A source is known by its number or its name. One that is not known is made. Without a first row of
          names the columns are guessed, and the preview says how.
        </li>
        <li>
          <a href={`/api/v1/inquiries/${slug}/export/entries.csv`} download>
            The entries as CSV
          </a>{" "}
          have all these columns: fill in your ratings, and paste them back.
        </li>
      </ul>
    </details>
  );
}
