import { describe, expect, it } from "vitest";
import { dateSpan, dayAsEdtf } from "@/lib/date-span";
import { optionalEdtf } from "@/lib/fields";

/** A span as "2024-03-01 to 2024-03-31"; ".." is open. */
function inDays(text: string): string | null {
  const span = dateSpan(text);
  if (!span) return null;
  const day = (number: number) => (Number.isFinite(number) ? dayAsEdtf(number) : "..");
  return `${day(span.earliest)} to ${day(span.latest)}`;
}

describe("the days that a date may be", () => {
  it.each([
    ["a day", "2024-03-22", "2024-03-22 to 2024-03-22"],
    ["a month", "2024-02", "2024-02-01 to 2024-02-29"],
    ["a year", "2024", "2024-01-01 to 2024-12-31"],
    ["a century", "19", "1900-01-01 to 1999-12-31"],
    ["an hour of a day elsewhere", "2024-03-22T23:30:00-05:00", "2024-03-23 to 2024-03-23"],
    ["before our era", "-0044", "-000044-01-01 to -000044-12-31"],
    ["about", "2024-03~", "2024-03-01 to 2024-03-31"],
    ["perhaps", "2024?", "2024-01-01 to 2024-12-31"],
    ["perhaps about, in part", "2024-%03-22", "2024-03-22 to 2024-03-22"],
    ["a digit that is not known", "202X", "2020-01-01 to 2029-12-31"],
    ["a month that is not known", "2024-XX", "2024-01-01 to 2024-12-31"],
    ["a day that is not known", "2024-03-XX", "2024-03-01 to 2024-03-31"],
    ["a season, wherever on earth", "2024-21", "2024-01-01 to 2024-12-31"],
    ["a season before our era", "-0044-33", "-000044-01-01 to -000044-12-31"],
    ["from a month to a year", "2022-10/2023", "2022-10-01 to 2023-12-31"],
    ["until", "../2024-04-15", ".. to 2024-04-15"],
    ["from a time that nobody knows", "/2024-04-15", ".. to 2024-04-15"],
    ["from", "2024-04/..", "2024-04-01 to .."],
    ["to a time that nobody knows", "2024-04/", "2024-04-01 to .."],
    ["from a year of which no digit is known", "XXXX/2024-04", ".. to 2024-04-30"],
    ["each of several", "{2022-10,2023-08}", "2022-10-01 to 2023-08-31"],
    ["one of several, not in order", "[2024-01-02,2023-08]", "2023-08-01 to 2024-01-02"],
    ["each of a run", "{2022..2024}", "2022-01-01 to 2024-12-31"],
    ["one of a run and another", "[2019,2022..2024]", "2019-01-01 to 2024-12-31"],
    ["one at some time before", "[..2022-10]", ".. to 2022-10-31"],
    ["one at some time after", "[2022-10..]", "2022-10-01 to .."],
  ])("%s: %s", (_, text, expected) => {
    expect(optionalEdtf.safeParse(text).success).toBe(true);
    expect(inDays(text)).toBe(expected);
  });

  it.each([
    "",
    "../..",
    "/",
    "XXXX",
    "XXXX-12-25",
    "Y170000002",
    "[Y170000002,2024]",
    "yesterday",
    "{",
    "{}",
  ])("are none of %j", (text) => {
    expect(dateSpan(text)).toBeNull();
  });
});
