import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DropsChart } from "@/components/inquiry/drops-chart";
import { standings } from "@/components/inquiry/standing";
import { StandingsChart } from "@/components/inquiry/standings-chart";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { oddsOfLeader, weightiestDrops } from "@/lib/analysis/drop-order";
import type { MatrixInput } from "@/lib/analysis/types";

const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  sources: [{ id: "S1", reliability: { ana: "A" } }],
  evidence: [{ id: "E1", citations: [{ source: "S1" }], credibility: { ana: 1 } }, { id: "E2" }],
  ratings: [
    { evidence: "E1", hypothesis: "H1", analyst: "ana", consistency: "CC" },
    { evidence: "E1", hypothesis: "H2", analyst: "ana", consistency: "II" },
    { evidence: "E2", hypothesis: "H1", analyst: "ana", consistency: "N" },
    { evidence: "E2", hypothesis: "H2", analyst: "ana", consistency: "C" },
  ],
  judgements: [{ analyst: "ana", probabilities: { H1: 60, H2: 40 } }],
};
const hostile = '<img src=x onerror="alert(1)"> & "quoted"';
const names = [
  { id: "H1", shortName: hostile },
  { id: "H2", shortName: "הקבוצה" },
];
const whole = analyseWhole(input);

const render = (node: React.ReactNode) => {
  const html = renderToStaticMarkup(node);
  return { html, document: parseHTML(`<!doctype html><html><body>${html}</body></html>`).document };
};

describe.each([false, true])("The chart of the standings, ranking: %s", (isRanking) => {
  const standing = standings(whole, { isRanking, lexicon: "icd203" }, names);
  const { html, document } = render(<StandingsChart standing={standing} isRanking={isRanking} />);

  test("is two pictures of one label that says every figure, and a table behind them", () => {
    const pictures = [...document.querySelectorAll("[role=img]")];
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect(picture.getAttribute("aria-label")).toMatch(/H1 .* range .* judgement .*H2/);
      expect(picture.querySelectorAll("rect").length).toBeGreaterThanOrEqual(4);
    }
    expect(document.querySelectorAll("details tbody tr")).toHaveLength(2);
  });

  test("holds nothing that the page's policy or ARIA refuses, and no figure in per cent where it only ranks", () => {
    expect(html).not.toMatch(/<style|<script|<img/);
    expect(document.querySelectorAll("svg [aria-label]")).toHaveLength(0);
    expect(document.querySelectorAll("img")).toHaveLength(0);
    const label = document.querySelector("[role=img]")?.getAttribute("aria-label") ?? "";
    expect(label.includes("%")).toBe(!isRanking);
  });
});

test("The chart of what can be left out marks what changes the answer, in the picture and in the table", () => {
  const drops = weightiestDrops(whole, 10);
  const posterior = Object.fromEntries(whole.hypotheses.map((one) => [one.id, one.posterior]));
  const { document } = render(
    <DropsChart
      leader="H1"
      odds={oddsOfLeader(whole, posterior)}
      drops={drops}
      nameOf={(_, id) => `${id} ${hostile}`}
    />,
  );
  const changing = drops.filter(({ changes }) => changes).length;
  expect(changing).toBeGreaterThan(0);
  for (const picture of document.querySelectorAll("[role=img]")) {
    const marked = [...picture.querySelectorAll("path")].filter(
      (path) => path.getAttribute("fill") === "var(--color-warning)",
    );
    expect(marked).toHaveLength(changing);
    expect(picture.textContent).toContain("level");
  }
  expect(document.querySelectorAll("tbody strong")).toHaveLength(changing);
  expect(document.querySelectorAll("img")).toHaveLength(0);
});

test("The number of a hypothesis stands in both pictures by itself, whatever the script and length of its name", () => {
  const names = [
    { id: "H1", shortName: "国".repeat(60) },
    { id: "H2", shortName: "الفرضية ".repeat(10) },
  ];
  const standing = standings(whole, { isRanking: false, lexicon: "icd203" }, names);
  const { document } = render(<StandingsChart standing={standing} isRanking={false} />);
  for (const picture of document.querySelectorAll("[role=img]")) {
    const texts = [...picture.querySelectorAll("text")].map((text) => text.textContent);
    for (const { id } of names) expect(texts).toContain(id);
    expect(texts.filter((text) => /^\u2068(国|الف).*…\u2069$/u.test(text ?? ""))).toHaveLength(2);
  }
});

test("Every tick under the chart of what can be left out has its words, on phones as well", () => {
  const drop = { kind: "source", id: "S1", posterior: {}, leader: "H1", tied: [], changes: true } as const;
  const drops = [1, 2.4].map((odds) => ({ ...drop, id: `S${odds}`, moves: 0.1, odds }));
  const { document } = render(<DropsChart leader="H1" odds={1.6} drops={drops} nameOf={(_, id) => id} />);
  for (const picture of document.querySelectorAll("[role=img]")) {
    const texts = [...picture.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.slice(0, 3)).toEqual(["1 to 2", "level", "2 to 1"]);
  }
});

test("The wider the page, the more of a long name stands in the chart of what can be left out", () => {
  const drop = { kind: "source", id: "S1", posterior: {}, leader: "H1", tied: [], changes: true } as const;
  const { document } = render(
    <DropsChart
      leader="H1"
      odds={1.6}
      drops={[{ ...drop, moves: 0.1, odds: 1 }]}
      nameOf={() => "n".repeat(200)}
    />,
  );
  const letters = (picture: string) =>
    document.querySelector(`.${picture}`)?.textContent?.match(/n{2,}/)?.[0].length ?? 0;
  expect(letters("chart-wide")).toBeGreaterThan(30);
  expect(letters("chart-broad")).toBeGreaterThan(1.5 * letters("chart-wide"));
});
