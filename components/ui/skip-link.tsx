/** First in the page: jumps over the header, or right to the matrix where there is one, for those who go by keyboard. */
export function SkipLink({
  href = "#main",
  children = "Skip to the content",
}: {
  href?: string;
  children?: string;
}) {
  return (
    <a href={href} className="skip-link">
      {children}
    </a>
  );
}
