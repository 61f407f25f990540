import { describe, expect, it } from "vitest";
import { optionalEdtf } from "@/lib/fields";
import { count, fitted, formatEdtf, odds, shortenLine, shortList, twoPlaces } from "@/lib/format";

describe("A date with its uncertainty reads", () => {
  it.each([
    ["2024", "2024"],
    ["2024-03", "March 2024"],
    ["2024-03-22", "22 March 2024"],
    ["2024-03-02", "2 March 2024"],
    ["2024~", "about 2024"],
    ["2024-03?", "perhaps March 2024"],
    ["2024-03-22%", "perhaps about 22 March 2024"],
    ["2022-10/2023", "October 2022 to 2023"],
    ["2022-10-01/2023-08-05", "1 October 2022 to 5 August 2023"],
    ["2022~/2023?", "about 2022 to perhaps 2023"],
    ["2022/..", "from 2022"],
    ["../2022-05", "until May 2022"],
    ["{2022-10,2023-08}", "October 2022 and August 2023"],
    ["{2021,2022,2023-08}", "2021, 2022 and August 2023"],
    ["[2022,2023]", "2022 or 2023"],
    ["{2022}", "2022"],
  ])("%s as %s", (given, words) => {
    expect(optionalEdtf.parse(given)).toBe(given);
    expect(formatEdtf(given)).toBe(words);
  });

  it.each(["201X", "2024-21", "Y170000002", "-0044", "2024-03-22T10:00:00Z"])(
    "%s as itself, having no short words",
    (given) => {
      expect(optionalEdtf.parse(given)).toBe(given);
      expect(formatEdtf(given)).toBe(given);
    },
  );
});

describe("A number reads", () => {
  it("with its noun: one of it, none, many", () => {
    expect([
      count(1, "entry", "entries"),
      count(0, "entry", "entries"),
      count(24, "entry", "entries"),
    ]).toEqual(["1 entry", "0 entries", "24 entries"]);
    expect(count(1_234, "source")).toBe("1,234 sources");
  });

  it("as a share to two places, with a zero before the point", () => {
    expect([twoPlaces(0), twoPlaces(0.5), twoPlaces(0.999), twoPlaces(1)]).toEqual([
      "0.00",
      "0.50",
      "1.00",
      "1.00",
    ]);
  });

  it("as odds, to one place where they are small", () => {
    expect([odds(1), odds(2.55), odds(9.94), odds(10), odds(19.6)]).toEqual([
      "1.0 to 1",
      "2.5 to 1",
      "9.9 to 1",
      "10 to 1",
      "20 to 1",
    ]);
  });
});

describe("A text fitted into a picture", () => {
  it("stays whole where it fits, isolated from what stands around it", () => {
    expect(fitted(" الدولة ", 14)).toBe("\u2068الدولة\u2069");
  });

  it("is shortened with an ellipsis, the sooner the wider its script, and never within a sign", () => {
    expect(fitted("n".repeat(40), 10.7)).toBe(`\u2068${"n".repeat(20)}…\u2069`);
    expect(fitted("国".repeat(40), 11)).toBe(`\u2068${"国".repeat(11)}…\u2069`);
    expect(fitted("é".normalize("NFD").repeat(3), 1.1)).toBe(
      `\u2068${"é".normalize("NFD").repeat(2)}…\u2069`,
    );
  });
});

describe("a list that may be long", () => {
  const entries = (many: number) => Array.from({ length: many }, (_, row) => `E${row + 1}`);

  it("names a dozen, and how many there are besides", () => {
    expect(shortList(entries(2))).toBe("E1 and E2");
    expect(shortList(entries(12))).toMatch(/E11 and E12$/);
    expect(shortList(entries(40))).toMatch(/^E1, .* E12 and 28 more$/);
  });
});

describe("A line that is too long for its place", () => {
  it("is cut between words, and left as it is where it fits", () => {
    expect(shortenLine("The ferry struck a submerged log at night.", 28)).toBe("The ferry struck a…");
    expect(shortenLine("The ferry struck a submerged log at night.", 29)).toBe(
      "The ferry struck a submerged…",
    );
    expect(shortenLine("The ferry, struck by a log", 12)).toBe("The ferry…");
    expect(shortenLine("The ferry sank.", 15)).toBe("The ferry sank.");
  });

  it("is cut inside a word where that is most of it", () => {
    expect(shortenLine("A Donaudampfschifffahrtsgesellschaft", 20)).toBe("A Donaudampfschifff…");
  });
});
