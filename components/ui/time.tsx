const day = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
const formats = {
  day: new Intl.DateTimeFormat("en-GB", day),
  minute: new Intl.DateTimeFormat("en-GB", {
    ...day,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }),
};

/** A moment, in UTC and saying so. Uncertain dates are not moments: they have words of their own. */
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
  return (
    <time dateTime={precision === "day" ? iso.slice(0, 10) : iso} className="whitespace-nowrap">
      {formats[precision].format(date)}
    </time>
  );
}
