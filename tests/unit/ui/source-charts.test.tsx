import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { GradeChart } from "@/components/source/grade-chart";
import { GradeList } from "@/components/source/grade-list";
import { RecordView } from "@/components/source/record-view";
import { recordOf } from "@/lib/analysis/track-record";
import type { Grade } from "@/lib/source/queries";

const render = (node: React.ReactNode) =>
  parseHTML(`<!doctype html><html><body>${renderToStaticMarkup(node)}</body></html>`).document;

const hostile = '<img src=x onerror="alert(1)">';
const day = (date: string) => new Date(`${date}T00:00:00Z`);
const grade = (fields: Partial<Grade> & Pick<Grade, "reliability"> & { on: string }): Grade => ({
  analystId: "ana",
  author: "Ana",
  reason: "So it seems.",
  writtenIn: null,
  ratedAt: day(fields.on),
  isCurrent: false,
  endedAt: null,
  ...fields,
});

describe("The chart of how a source was graded", () => {
  const grades = [
    grade({ reliability: "D", on: "2026-03-01", isCurrent: true }),
    grade({ reliability: "B", on: "2025-01-01", endedAt: day("2026-03-01") }),
    grade({
      reliability: "A",
      on: "2025-06-01",
      analystId: "far",
      author: null,
      reason: null,
      isCurrent: true,
    }),
    grade({ reliability: "C", on: "2025-02-01", analystId: "bad", author: hostile, isCurrent: true }),
  ];
  const document = render(
    <GradeChart grades={grades} analystId="ana" now={new Date("2026-11-24T00:00:00Z")} />,
  );

  test("tells each analyst's grades in the order in which they were given, and nobody who is not to be known", () => {
    const label = document.querySelector("[role=img]")?.getAttribute("aria-label") ?? "";
    expect(label).toContain("you: B on 2025-01-01 and D on 2026-03-01.");
    expect(label).toContain("an analyst elsewhere: A on 2025-06-01.");
    expect(document.querySelectorAll("img, style")).toHaveLength(0);
  });

  test("draws a line for each analyst and a dot for each grade", () => {
    const [wide] = document.querySelectorAll("[role=img]");
    expect(wide?.querySelectorAll("circle")).toHaveLength(4);
    const lines = [...(wide?.querySelectorAll("path[d]") ?? [])].filter((path) =>
      /^M[^M]*L/.test(path.getAttribute("d") ?? ""),
    );
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });

  test("has a table behind it with every date and reason that may be read", () => {
    const rows = [...document.querySelectorAll("details tbody tr")].map((row) => row.textContent ?? "");
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/^you1 Mar 2026, 00:00 UTCD · stands/);
    expect(rows.find((row) => row.startsWith("an analyst elsewhere"))).toContain("not yours to see");
  });

  test("lets a grade go on until nothing can be judged, and breaks the line there", () => {
    const ofReliabilities = (second: Grade["reliability"]) => {
      const broken = render(
        <GradeChart
          grades={[
            grade({ reliability: "B", on: "2026-01-01", endedAt: day("2026-05-01") }),
            grade({ reliability: second, on: "2026-05-01", isCurrent: true }),
          ]}
          analystId={null}
          now={new Date("2026-11-24T00:00:00Z")}
        />,
      );
      const [wide] = broken.querySelectorAll("[role=img]");
      expect(wide?.querySelectorAll("circle")).toHaveLength(2);
      return [...(wide?.querySelectorAll("[stroke-width='2'] path") ?? [])]
        .map((path) => path.getAttribute("d") ?? "")
        .join("");
    };
    const heights = (path: string) => new Set([...path.matchAll(/,([\d.]+)/g)].map(([, height]) => height));
    expect(heights(ofReliabilities("D")).size).toBe(2);
    const broken = ofReliabilities("F");
    expect(broken).toContain("L");
    expect(heights(broken).size).toBe(1);
  });

  test("ends a line where a grade is taken back, and says so in words, in the table and in the list", () => {
    const taken = [grade({ reliability: "B", on: "2026-01-01", endedAt: day("2026-05-01") })];
    const drawn = render(<GradeChart grades={taken} analystId="ana" now={day("2026-11-24")} />);
    const [wide] = drawn.querySelectorAll("[role=img]");
    expect(wide?.getAttribute("aria-label")).toContain("you: B on 2026-01-01, taken back on 2026-05-01.");
    const path = wide?.querySelector("[stroke-width='2'] path")?.getAttribute("d") ?? "";
    const right = Math.max(...[...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)));
    expect(right).toBeLessThan(Number(wide?.querySelector("svg")?.getAttribute("width")) / 2);
    expect(drawn.querySelector("tbody tr")?.textContent).toContain("B · taken back 1 May 2026");
    const list = render(<GradeList grades={taken} analystId="ana" countsIn={() => []} />);
    expect(list.querySelector("details li")?.textContent).toContain("1 Jan 2026; taken back 1 May 2026");
    const replaced = render(<GradeList grades={grades} analystId="ana" countsIn={() => []} />);
    expect(replaced.querySelector("details li")?.textContent).toContain("1 Jan 2025; replaced 1 Mar 2026");
  });

  test("draws eight analysts, says how many there are, and has all of them in its table", () => {
    const many = Array.from({ length: 11 }, (_, i) =>
      grade({ reliability: "B", on: "2026-01-01", analystId: `a${i}`, author: `A${i}`, isCurrent: true }),
    );
    const drawn = render(<GradeChart grades={many} analystId={null} now={day("2026-11-24")} />);
    expect(drawn.querySelector("[role=img]")?.querySelectorAll("circle")).toHaveLength(8);
    expect(drawn.querySelector("figcaption")?.textContent).toContain(
      "Drawn are the 8 analysts who graded it first, of 11; the table has them all.",
    );
    expect(drawn.querySelectorAll("details tbody tr")).toHaveLength(11);
  });
});

describe("The record of a source", () => {
  const claims = [{ slug: "who", id: "C1", statement: "It is so.", verdict: "supported" as const }];

  test("says its mean, its interval and the claims behind it, and that it is apart from the grades", () => {
    const record = { claims: 11, ...recordOf(8, 2, 0) };
    const document = render(<RecordView record={record} claims={claims} reliability={0} />);
    const label = document.querySelector("[role=img]")?.getAttribute("aria-label") ?? "";
    expect(label).toContain("75\u00a0% right, with 90 % between 53\u00a0% and 92\u00a0%");
    expect(document.querySelector("strong")?.textContent).toContain(
      "outside the fifth that its grades stand for",
    );
    expect(document.querySelector("details tbody a")?.getAttribute("href")).toBe("/inquiries/who/claims/C1");
  });

  test("says nothing of grades where there are none, and that nothing is settled where nothing is", () => {
    const record = { claims: 1, ...recordOf(0, 0, null) };
    const document = render(<RecordView record={record} claims={claims} reliability={null} />);
    expect(document.querySelector("strong")).toBeNull();
    expect(document.querySelector("p")?.textContent).toContain("So far that says nothing");
    expect(document.querySelector("figcaption")?.textContent).not.toContain("Diamond");
  });
});
