import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Independence } from "@/components/evidence/independence";
import { listedCount, originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput, SourceLinkInput } from "@/lib/analysis/types";
import { entry, source } from "../analysis/matrices";

const nameOf = new Map([
  ["S1", "The gazette"],
  ["S2", "A guard"],
  ["S3", "The camera"],
]);

const textOf = (node: React.ReactNode): string =>
  (parseHTML(`<div>${renderToStaticMarkup(node)}</div>`).document.documentElement?.textContent ?? "")
    .replace(/\s+/g, " ")
    .trim();

function tell(citations: readonly string[], sources: MatrixInput["sources"], links: SourceLinkInput[] = []) {
  const input = {
    hypotheses: [{ id: "H1" }, { id: "H2" }],
    sources,
    sourceLinks: links,
    evidence: [entry("E1", ...citations), entry("E2", ...citations)],
  };
  const analysis = analyse(input);
  return {
    independence: textOf(
      <Independence analysis={analysis} evidenceId="E1" citations={citations.length} nameOf={nameOf} />,
    ),
    warning: textOf(<OriginWarning analysis={analysis} nameOf={nameOf} />),
    uncounted: textOf(<Independence analysis={analysis} evidenceId="E9" citations={0} nameOf={nameOf} />),
  };
}

const all = [source("S1", "B"), source("S2", "D"), source("S3")];
const owns: SourceLinkInput = { from: "S1", to: "S2", kind: "owns" };

describe("Whether anything independent says what an entry says", () => {
  test("nothing does where its citations share a hand, however many they are", () => {
    expect(tell(["S1"], all).independence).toMatch(
      /^Nothing independent says it: its one citation leads back to S1 The gazette \(reliability B.*\)\.$/,
    );
    expect(tell(["S2 via S1", "S3 via S1", "S1"], all).independence).toMatch(
      /^Nothing independent says it: all 3 citations lead back to S1 The gazette \(reliability B/,
    );
  });

  test("nothing does where links make its sources one origin, and all of them are named", () => {
    expect(tell(["S1", "S2"], all, [owns]).independence).toMatch(
      /all 2 citations lead back to sources that are one origin: S1 The gazette and S2 A guard/,
    );
  });

  test("two do that are both judged, each with how far it can be trusted", () => {
    expect(tell(["S1", "S2"], all).independence).toMatch(
      /^2 independent origins.* say it: S1 The gazette \(reliability B.*\) and S2 A guard \(reliability D.*\)\.$/,
    );
  });

  test("a source that is not judged says it and does not vouch yet, nor does one that cannot be relied on", () => {
    expect(tell(["S1", "S3"], all).independence).toMatch(
      /^Nothing independent vouches for it yet\. It leans on S1 The gazette .*\. S3 The camera says it as well and does not vouch for it yet: it is not judged\.$/,
    );
    const unreliable = [source("S1", "B"), source("S2", "E")];
    expect(tell(["S1", "S2"], unreliable).independence).toMatch(/yet: it is graded E\.$/);
    // Of two hands the one after which the origin is called is judged.
    const relayed = [source("S1", "A"), source("S2", "B"), source("S3")];
    expect(tell(["S1", "S3 via S2"], relayed).independence).toMatch(
      /S2 A guard says it as well and does not vouch for it yet: not every hand/,
    );
  });

  test("nobody does for what cites no source, and nothing is said of what does not count", () => {
    expect(tell([], all).independence).toBe("Nothing independent says it: it cites no source.");
    expect(tell(["S1"], all).uncounted).toBe("");
  });
});

test("The warning of one origin names every source that links make it", () => {
  expect(tell(["S1"], all).warning).toContain("All of it reaches us through S1 The gazette. If that fails");
  expect(tell(["S1", "S2"], all, [owns]).warning).toContain(
    "All of it reaches us through sources that are one origin: S1 The gazette and S2 A guard. If",
  );
});

describe("How many entries, and from how many origins", () => {
  const analysis = analyse({
    hypotheses: [{ id: "H1" }, { id: "H2" }],
    sources: all,
    evidence: [entry("E1", "S1"), entry("E2", "S1"), entry("E3", "S2")],
  });

  test("of all that count, and of some of them", () => {
    expect(originCount(analysis)).toBe("3 entries, 2 origins");
    expect(listedCount(analysis, ["E1", "E2"])).toBe("2 entries, 1 origin");
    expect(listedCount(analysis, [])).toBe("0 entries");
  });

  test("of some that do not all count, how many do", () => {
    expect(listedCount(analysis, ["E1", "E8", "E9"])).toBe("3 entries, 1 of which counts, 1 origin");
    expect(listedCount(analysis, ["E1", "E3", "E9"])).toBe("3 entries, 2 of which count, 2 origins");
    expect(listedCount(analysis, ["E8", "E9"])).toBe("2 entries, none of which counts");
  });
});
