import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { standings } from "@/components/inquiry/standing";
import { AdmiraltyGrid } from "@/components/rating/admiralty-grid";
import { DisagreementMap } from "@/components/rating/disagreement-map";
import { domainOver } from "@/components/timeline/domain";
import { leadInWords } from "@/components/timeline/lead-in-words";
import { OverTimeChart } from "@/components/timeline/over-time-chart";
import { seriesOf } from "@/components/timeline/series";
import { spreadOut } from "@/components/timeline/spread-out";
import { TimelineChart } from "@/components/timeline/timeline-chart";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { disputesIn } from "@/lib/analysis/disputes";
import { type Moment, overTime } from "@/lib/analysis/over-time";
import type { MatrixInput } from "@/lib/analysis/types";
import { dateSpan } from "@/lib/date-span";
import { admiraltyCells, gradedEntries } from "@/lib/rating/admiralty";
import type { DatedEntry } from "@/lib/timeline/queries";

const hostile = '<img src=x onerror="alert(1)"> & "quoted"';
const names = [
  { id: "H1", shortName: hostile },
  { id: "H2", shortName: "הקבוצה" },
];
const input: MatrixInput = {
  hypotheses: names.map(({ id }) => ({ id })),
  sources: [{ id: "S1", reliability: { ana: "B" } }],
  evidence: [
    { id: "E1", citations: [{ source: "S1" }], credibility: { ana: 2 } },
    { id: "E2", citations: [{ source: "S1" }], credibility: { ana: 5, ben: 6 } },
    { id: "E3", credibility: { ana: 6 } },
  ],
  ratings: [
    { evidence: "E1", hypothesis: "H1", analyst: "ana", consistency: "II" },
    { evidence: "E1", hypothesis: "H1", analyst: "ben", consistency: "CC" },
    { evidence: "E1", hypothesis: "H2", analyst: "ana", consistency: "CC" },
    { evidence: "E2", hypothesis: "H1", analyst: "ana", consistency: "CC" },
    { evidence: "E2", hypothesis: "H2", analyst: "ana", consistency: "II" },
    { evidence: "E3", hypothesis: "H1", analyst: "ana", consistency: "C" },
    { evidence: "E3", hypothesis: "H2", analyst: "ana", consistency: "N" },
  ],
};
const whole = analyseWhole(input);
const earliest = new Map([
  ["E1", 0],
  ["E2", 400],
]);

const render = (node: React.ReactNode) => {
  const html = renderToStaticMarkup(node);
  return { html, document: parseHTML(`<!doctype html><html><body>${html}</body></html>`).document };
};

describe.each([false, true])("The chart of hypotheses over time, ranking: %s", (isRanking) => {
  const standing = standings(whole, { isRanking, lexicon: "icd203" }, names);
  const moments = overTime(input, earliest, 60);
  const { html, document } = render(
    <OverTimeChart moments={moments} days={2} standing={standing} isRanking={isRanking} />,
  );

  test("is a picture for each width of a line for each hypothesis, in words, and a row for each day behind them", () => {
    const pictures = [...document.querySelectorAll("[role=img]")];
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) {
      expect(picture.getAttribute("aria-label")).toMatch(/leads.*In the end H2 .*: .*; H1 .*: /s);
      const lines = [1, 2].map((number) =>
        picture.querySelector(`[fill="none"][stroke="var(--color-series-${number})"]`),
      );
      expect(lines.map((line) => line?.getAttribute("stroke-dasharray"))).toEqual([null, "7,3"]);
    }
    const rows = [...document.querySelectorAll("tbody tr")].map(
      (row) => row.querySelector("th")?.textContent,
    );
    expect(rows).toEqual(["the start", "1 January 1970", "5 February 1971"]);
  });

  test("says what an undated entry does, no per cent where it only ranks, and nothing that the page refuses", () => {
    expect(document.querySelector("figcaption")?.textContent).toContain(
      "1 entry without a date that begins counts from the start.",
    );
    expect(html.includes("%")).toBe(!isRanking);
    expect(html).not.toMatch(/<style|<script|<img/);
    expect(document.querySelectorAll("svg [aria-label]")).toHaveLength(0);
  });
});

test("Over time a hypothesis that the page is about stands out by colour and by strength", () => {
  const standing = standings(whole, { isRanking: false, lexicon: "icd203" }, names);
  const { document } = render(
    <OverTimeChart
      moments={overTime(input, earliest, 60)}
      days={5}
      standing={standing}
      isRanking={false}
      focus="H2"
    />,
  );
  const strong = [...document.querySelectorAll('[stroke-width="3"]')];
  expect(strong.map((line) => line.getAttribute("stroke"))).toEqual([
    "var(--color-accent)",
    "var(--color-accent)",
    "var(--color-accent)",
  ]);
  expect(document.querySelector("figcaption")?.textContent).toContain(
    "Of 5 days on which entries begin, 2 are drawn",
  );
});

describe("Who led when", () => {
  const moment = (day: number | null, ...leaders: string[]): Moment => ({
    day,
    entries: 1,
    speaks: leaders.length > 0,
    posterior: {},
    leaders,
  });

  test.each([
    ["nobody yet", [moment(null), moment(1)], ""],
    ["one from when it speaks", [moment(null), moment(1, "H1"), moment(2, "H1")], "H1 leads throughout."],
    [
      "several",
      [moment(null, "H1", "H2"), moment(0, "H1"), moment(31, "H2")],
      "H1 and H2 are level at first, from 1 January 1970 H1 leads, from 1 February 1970 H2 leads.",
    ],
    [
      "many",
      [0, 1, 2, 3, 4, 5].map((day) => moment(day, day % 2 ? "H2" : "H1")),
      "The lead changes 5 times; from 6 January 1970 on, H2 leads.",
    ],
  ])("is said of %s", (_, moments, sentence) => {
    expect(leadInWords(moments)).toBe(sentence);
  });
});

describe("Names at the ends of lines", () => {
  test("stay where they are with room between them", () => {
    const spread = spreadOut([0.2, 0.9, 0.5], 0.1, 1);
    expect(spread.map((place) => Number(place.toFixed(6)))).toEqual([0.2, 0.9, 0.5]);
  });

  test("keep their order and their distance where lines end together, and stay on the scale", () => {
    const spread = spreadOut([0.02, 0.01, 0, 0.03], 0.1, 1);
    expect(spread.map((place) => Number(place.toFixed(6)))).toEqual([0.2, 0.1, 0, 0.3]);
  });

  test("give way alike where two crowd, and at the top give way downwards", () => {
    const spread = spreadOut([0.99, 0.4, 0.44, 1], 0.1, 1);
    expect(spread.map((place) => Number(place.toFixed(6)))).toEqual([0.9, 0.37, 0.47, 1]);
  });
});

describe("The timeline", () => {
  const entry = (id: string, occurredOn: string, more: Partial<DatedEntry> = {}): DatedEntry => ({
    line: {
      id,
      statement: hostile,
      kind: "report",
      occurredOn,
      places: [],
      withdrawnAt: null,
      mergedIntoId: null,
      citations: [],
    },
    span: dateSpan(occurredOn) ?? { earliest: 0, latest: 0 },
    supports: null,
    isBlind: false,
    ...more,
  });
  const entries = [
    entry("E1", "../2024-04-15", { supports: "H1" }),
    entry("E2", "2024-03", { supports: "H2" }),
    entry("E3", "2024-03-22", { isBlind: true }),
    entry("E4", "2024-05/.."),
  ];
  const { html, document } = render(
    <TimelineChart
      slug="case"
      entries={entries}
      series={seriesOf(names)}
      domain={domainOver(entries.map(({ span }) => span))}
    />,
  );
  const pictures = [...document.querySelectorAll("[role=group]")];

  test("links every entry, in each picture and in the table behind them", () => {
    expect(pictures).toHaveLength(3);
    for (const place of [...pictures, document.querySelector("table")]) {
      const links = [...(place?.querySelectorAll("a") ?? [])];
      expect(links.map((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href"))).toEqual(
        entries.map(({ line }) => `/inquiries/case/evidence/${line.id}`),
      );
    }
    expect(html).not.toMatch(/<style|<script|<img/);
    expect(document.querySelectorAll("svg [aria-label]")).toHaveLength(0);
  });

  test("says in words and in letters what an entry supports, and nothing of one that is hidden", () => {
    const label = pictures[0]?.getAttribute("aria-label") ?? "";
    expect(label).toContain("E1: until 15 April 2024, supports H1 most.");
    expect(label).toContain("E3: 22 March 2024.");
    for (const picture of pictures) {
      const words = [...picture.querySelectorAll("text")].map((text) => text.textContent);
      expect(words.filter((word) => ["H1", "H2", "?", "–"].includes(word ?? ""))).toEqual([
        "H1",
        "H2",
        "?",
        "–",
      ]);
    }
    const cells = [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    );
    expect(cells[0]).toEqual(["until 15 April 2024", "open", "2024-04-15", "H1"]);
    expect(cells[2]).toEqual(["22 March 2024", "2024-03-22", "2024-03-22", "hidden until you have rated it"]);
    expect(cells[3]?.slice(1)).toEqual(["2024-05-01", "open", "–"]);
  });
});

test("The likeliest six hypotheses have looks of their own, and no two the same", () => {
  const series = seriesOf(Array.from({ length: 9 }, (_, row) => ({ id: `H${row}` })));
  const [own, others] = [[...series.values()].slice(0, 6), [...series.values()].slice(6)];
  for (const part of ["color", "symbol", "dash"] as const) {
    expect(new Set(own.map((look) => look[part])).size).toBe(6);
    expect(new Set(others.map((look) => look[part])).size).toBe(1);
  }
});

test("The grid of grades counts and links each entry once, frames the diagonal, and says how full it is", () => {
  const { document } = render(
    <AdmiraltyGrid
      inquiries={[
        { slug: "case", question: hostile, cells: admiraltyCells(whole, gradedEntries(whole, input)) },
      ]}
    />,
  );
  const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => cell.textContent?.replace(" on the diagonal", "")),
  );
  expect(rows).toEqual([
    ["0", "0", "0", "0", "0", "0"],
    ["0", "1E1", "0", "0", "1E2", "0"],
    ["0", "0", "0", "0", "0", "0"],
    ["0", "0", "0", "0", "0", "0"],
    ["0", "0", "0", "0", "0", "0"],
    ["0", "0", "0", "0", "0", "1E3"],
  ]);
  const framed = [...document.querySelectorAll("tbody tr")].flatMap((row, at) =>
    [...row.querySelectorAll("td")].flatMap((cell, column) =>
      cell.hasAttribute("data-diagonal") ? [`${at}${column}`] : [],
    ),
  );
  expect(framed).toEqual(["00", "11", "22", "33", "44"]);
  expect(document.querySelector("figcaption")?.textContent).toContain(
    "1 of 2 entries with both grades (50 %) lie on it",
  );
});

test("A full cell of the grid names a few entries and holds the rest behind a line", () => {
  const many = Array.from({ length: 30 }, (_, row) => `E${row}`);
  const cells = admiraltyCells(
    { sources: [] },
    many.map((id) => ({ id, leansOn: "S1", credibility: null })),
  );
  const { document } = render(<AdmiraltyGrid inquiries={[{ slug: "case", question: "Who?", cells }]} />);
  expect(document.querySelector("summary")?.textContent).toBe("26 more");
  expect(document.querySelectorAll("td a")).toHaveLength(30);
});

test("The grid of several inquiries adds them up, and tells behind a line whose entries a cell holds", () => {
  const entryAt = (id: string, leansOn: string) =>
    admiraltyCells(judgedB, [{ id, leansOn, credibility: 0.75 }]);
  const judgedB = {
    sources: whole.sources.slice(0, 1).map((source) => ({ ...source, id: "S1", reliability: 0.75 })),
  };
  const { document } = render(
    <AdmiraltyGrid
      inquiries={[
        { slug: "vase", question: hostile, cells: entryAt("E1", "S1") },
        { slug: "van", question: "Who drove?", cells: entryAt("E1", "S1") },
        { slug: "door", question: "Who knocked?", cells: entryAt("E7", "S9") },
      ]}
    />,
  );
  const filled = [...document.querySelectorAll("td")].filter((cell) => cell.querySelector("details"));
  expect(filled.map((cell) => cell.querySelector("strong")?.textContent)).toEqual(["2", "1"]);
  const [both] = filled;
  expect(both?.textContent).toBe(`2 on the diagonalWhich${hostile}E1Who drove?E1`);
  expect([...(both?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual([
    "/inquiries/vase/evidence/E1",
    "/inquiries/van/evidence/E1",
  ]);
  expect(document.querySelector("figcaption")?.textContent).toContain("2 of 2 entries with both grades");
});

test("The map of disagreement prints each figure and a dash where there is nothing to compare", () => {
  const { document } = render(
    <DisagreementMap
      disputes={disputesIn(whole.cells)}
      hypotheses={names}
      statements={new Map([["E1", hostile]])}
      evidenceHref={(id) => `/inquiries/case/evidence/${id}`}
    />,
  );
  const rows = [...document.querySelectorAll("tbody tr")];
  expect(rows).toHaveLength(1);
  expect(rows[0]?.textContent).toBe(`E1 ${hostile}1.00–fewer than two numbers`);
  const [disputed, alone] = rows[0]?.querySelectorAll("td") ?? [];
  expect(disputed?.getAttribute("style")).toContain("100%");
  expect(alone?.getAttribute("style")).toBeNull();
  expect(document.querySelectorAll("img")).toHaveLength(0);
});
