/** First in the page: jumps over the header for those who go by keyboard. */
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
