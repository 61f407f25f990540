const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A moment, in UTC and saying so; spelled by hand, so that server and browser never differ. Uncertain dates
 * are not moments: they have words of their own.
 */
export function Time({
  value,
  precision = "minute",
}: {
  value: Date | string;
  precision?: "day" | "minute";
}) {
  const date = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(date.getTime())) return <>{String(value)}</>;
  const iso = date.toISOString();
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return (
    <time dateTime={precision === "day" ? iso.slice(0, 10) : iso} className="whitespace-nowrap">
      {precision === "day" ? day : `${day}, ${iso.slice(11, 16)} UTC`}
    </time>
  );
}
