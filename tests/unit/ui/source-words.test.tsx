import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EntryFigures, type EntryFiguresProps } from "@/components/evidence/entry-figures";
import { OurPlaces } from "@/components/evidence/our-places";
import { NextSteps } from "@/components/inquiry/next-steps";
import { RelianceGraph } from "@/components/origin/reliance-graph";
import { StandingTable } from "@/components/origin/standing-table";
import { EchoWords } from "@/components/repeat/echo-words";
import { RepeatsLink } from "@/components/repeat/repeats-link";
import { QueueEnd } from "@/components/review/queue-end";
import { FallView } from "@/components/source/fall-view";
import { SourceList } from "@/components/source/source-list";
import { analyse } from "@/lib/analysis/analyse";
import { recordOf } from "@/lib/analysis/track-record";
import type { CitingInquiry } from "@/lib/citing/queries";
import type { Fall } from "@/lib/source/fall";

const render = (node: React.ReactNode) =>
  parseHTML(`<!doctype html><html><body>${renderToStaticMarkup(node)}</body></html>`).document;
const textOf = (node: React.ReactNode) => render(node).body.textContent;

const names = new Map([
  ["S1", "The post"],
  ["S2", "The herald"],
]);

describe("What is withdrawn", () => {
  const withdrawn = new Set(["S2"]);

  test("is marked among those who rest on each other, in the picture and in words", () => {
    const edges = [{ from: "S1", on: "S2", kind: "cites" as const, entries: 2 }];
    const document = render(<RelianceGraph edges={edges} names={names} withdrawn={withdrawn} />);
    const rows = [...document.querySelectorAll("ol li")].map((row) => row.textContent);
    expect(rows).toEqual(["S2 The heraldwithdrawn", "S1 The post"]);
    expect(document.querySelector("tbody tr")?.textContent).toContain("S2 The herald (withdrawn)");
  });

  test("is marked in the table of an inquiry's sources, where a record has its interval", () => {
    const standing = {
      letter: "F" as const,
      reliability: null,
      spread: null,
      entries: 0,
      leaning: 0,
      origins: [],
      together: [],
      record: null,
    };
    const record = { source: "S1", claims: 10, verdicts: [], ...recordOf(8, 2, null) };
    const document = render(
      <StandingTable
        slug="who"
        standings={[
          { ...standing, id: "S1", together: ["S2"], record },
          { ...standing, id: "S2" },
        ]}
        names={names}
        withdrawn={withdrawn}
      />,
    );
    const [first, second] = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(first).toContain("one origin with S2 (why)");
    expect(first).toContain("75\u00a0% right (90 % between 53\u00a0% and 92\u00a0%), of 10 settled");
    expect(first).not.toContain("withdrawn");
    expect(second).toContain("withdrawn: nothing counts on it");
  });
});

describe("What would improve an inquiry", () => {
  test("is to grade those sources on which entries lean, and not all that nobody has judged", () => {
    const analysis = analyse({
      hypotheses: [{ id: "H1" }, { id: "H2" }],
      sources: [
        { id: "S1", reliability: {} },
        { id: "S2", reliability: {} },
      ],
      evidence: [{ id: "E1", citations: [{ source: "S1" }] }],
    });
    const text = textOf(
      <NextSteps
        slug="who"
        analysis={analysis}
        unrated={null}
        hasJudged={false}
        sources={names}
        repeats={{ pairs: [], echoes: [], isPartial: false }}
        blind={new Set()}
        claims={new Map()}
      />,
    );
    expect(text).toContain("Grade 1 source on which entries lean and that nobody has judged: S1 The post");
  });
});

describe("The end of the queue", () => {
  const end = (...left: readonly string[]) =>
    render(<QueueEnd left={left} addressOf={(id) => `/sources/review?at=${id}`} goTo={() => {}} />).body;

  test("names what was skipped and not graded, and leads to the first of it", () => {
    expect(end().textContent).toBe("This is the last of them.");
    expect(end("S3", "S5").textContent).toBe(
      "This is the last of them. Skipped and not graded yet: S3 and S5. Back to S3",
    );
    expect(end("S3", "S5").querySelector("a")?.getAttribute("href")).toBe("/sources/review?at=S3");
  });
});

describe("A place that the article does not name", () => {
  test("is marked, and the mark is explained where it stands and nowhere else", () => {
    expect(textOf(<OurPlaces places={["Isfahan", "Shiraz †"]} />)).toBe(
      "† This place is ours, for the map, and not the article’s.",
    );
    expect(textOf(<OurPlaces places={["Isfahan"]} />)).toBe("");
  });
});

describe("An entry that does not count", () => {
  const hand = (id: string, isWithdrawn: boolean) => ({
    id,
    name: names.get(id) ?? "",
    withdrawnAt: isWithdrawn ? new Date() : null,
  });
  const told = (...citations: EntryFiguresProps["citations"]) =>
    render(
      <EntryFigures
        analysis={analyse({ hypotheses: [{ id: "H1" }, { id: "H2" }] })}
        evidenceId="E1"
        citations={citations}
        hypotheses={[]}
        sources={names}
        isBlind={false}
      />,
    ).body;

  test("says so, and that all its sources are withdrawn where they are, with the way to each", () => {
    const [gone, stands] = [hand("S1", true), hand("S2", false)];
    const alone = told({ source: gone, via: null });
    expect(alone.textContent).toBe(
      "It does not count at present: all its sources are withdrawn, S1 The post.",
    );
    expect(alone.querySelector("a")?.getAttribute("href")).toBe("/sources/S1");
    expect(told({ source: stands, via: gone }).textContent).toContain(
      "all that it cites comes from or through withdrawn sources, S1 The post.",
    );
    const bare = "It does not count at present.";
    expect(told({ source: gone, via: null }, { source: stands, via: null }).textContent).toBe(bare);
    expect(told().textContent).toBe(bare);
  });
});

describe("If a source fell", () => {
  const inquiry = { slug: "who", question: "Who?", hypotheses: [] };
  const fall: Fall = {
    sentence: "H1 goes from 60 % to 40 %.",
    lead: "same",
    isRanking: false,
    figures: [],
    claims: [],
    entries: { now: 24, without: 21 },
    origins: { now: 2, without: 1 },
  };
  const told = (...fallen: readonly Fall[]) =>
    textOf(
      <FallView
        sourceId="S1"
        falls={fallen.map((each, place) => ({
          inquiry: { ...inquiry, slug: `who-${place}` } as unknown as CitingInquiry,
          fall: each,
          statements: new Map(),
        }))}
      />,
    );

  test("another leader is told apart from figures that move, and from claims that stand otherwise", () => {
    const moved: Fall = { ...fall, figures: [{ id: "H1", now: 0.6, without: 0.55 }] };
    const led: Fall = { ...moved, lead: "another" };
    const claimed: Fall = { ...fall, claims: [{ id: "C1", now: "supported", without: "unverified" }] };
    expect(told(moved, fall)).toContain("Figures would move under the same leader in 1 inquiry of 2.");
    expect(told(led, moved, claimed)).toContain(
      "There would be another leader in 1 inquiry of 3, figures would move under the same leader in 1 more and 1 claim would stand otherwise.",
    );
    expect(told({ ...led, lead: "none" })).toContain("There would be no leader any more in 1 inquiry of 1.");
    expect(told(claimed)).toContain("1 claim would stand otherwise.");
    expect(told(fall)).toContain("Nothing that is shown would be another without S1.");
  });

  test("each inquiry says how many entries drop out and how many origins are left", () => {
    expect(told(fall)).toContain("3 of 24 entries would drop out; 2 origins would become 1.");
    expect(told({ ...fall, entries: { now: 24, without: 24 }, origins: { now: 2, without: 2 } })).toContain(
      "No entry would drop out; 2 origins would stay.",
    );
  });
});

describe("The list of sources", () => {
  test("says that the grades are everybody's, and where one counts", () => {
    const line = {
      id: "S1",
      name: "The post",
      kind: "media" as const,
      stake: "",
      withdrawnAt: null,
      grades: [{ reliability: "B" as const, count: 2 }],
      entries: 1,
    };
    const text = textOf(<SourceList lines={[line]} />);
    expect(text).toContain("only those count that its own analysts and leads gave");
    expect(text).toContain("from everybody");
  });
});

describe("Two sources cited with nearly the same words", () => {
  const quoted = { source: "S1", entry: "E1", text: "A grey van was seen." };
  const card = (words: "quoted" | "stated") =>
    render(
      <EchoWords
        slug="who"
        echo={{ one: quoted, other: { ...quoted, source: "S2", entry: "E2" }, share: 1, words }}
        nameOf={names}
      />,
    );

  test("are quoted where the words are theirs", () => {
    expect(card("quoted").querySelectorAll("blockquote")).toHaveLength(2);
    expect(card("quoted").body.textContent).not.toContain("cited for");
  });

  test("are not quoted where the words are those of the entries, and it says so", () => {
    expect(card("stated").querySelectorAll("blockquote")).toHaveLength(0);
    expect(card("stated").body.textContent).toContain("They are cited for entries that say nearly the same");
  });
});

describe("The way to what is told twice", () => {
  test("names the pairs of entries and the pairs of sources, each where there are any", () => {
    const [pair, quoted] = [
      { one: "E1", other: "E2", share: 1 },
      { source: "S1", entry: "E1", text: "So it was." },
    ];
    const echo = { one: quoted, other: { ...quoted, source: "S2" }, share: 1, words: "quoted" as const };
    const link = (pairs: number, echoes: number) =>
      textOf(
        <RepeatsLink
          slug="who"
          repeats={{ isPartial: false, pairs: Array(pairs).fill(pair), echoes: Array(echoes).fill(echo) }}
        />,
      );
    const entries = "1 pair of entries says nearly the same";
    const sources = "2 pairs of sources say it in nearly the same words";
    expect(link(1, 2)).toBe(`${entries}; ${sources}`);
    expect(link(1, 0)).toBe(entries);
    expect(link(0, 2)).toBe(sources);
    expect(link(0, 0)).toBe("");
  });
});
