import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { VerdictView } from "@/components/claim/verdict-view";
import { judgeClaims } from "@/lib/analysis/claims";
import type { Consistency } from "@/lib/analysis/scales";
import { stancesOnClaim } from "@/lib/claim/stances";
import { entry, source, twoHypotheses } from "../analysis/matrices";

function view(said: Readonly<Record<string, Consistency>>, ...blind: string[]): string {
  const input = {
    hypotheses: twoHypotheses,
    sources: [source("S1", "A"), source("S2", "B")],
    evidence: [entry("E1", "S1"), entry("E2", "S2"), entry("E3", "S2")].map((one) => ({
      ...one,
      credibility: { ana: 2 as const },
    })),
  };
  const ratings = Object.entries(said).map(([evidence, consistency]) => ({
    evidence,
    analyst: "ana",
    consistency,
  }));
  const claim = { id: "C1", ratings };
  const [findings] = judgeClaims(input, [claim]);
  if (!findings) throw new Error("not judged");
  const stances = stancesOnClaim(Object.keys(said), { input: claim, findings });
  return renderToStaticMarkup(
    <VerdictView
      findings={findings}
      rated={ratings.length}
      stances={stances}
      gradeOf={() => "A"}
      blind={new Set(blind)}
    />,
  );
}

/** Any share to two places: belief, disbelief, what is open, or P. */
const figure = />0\.\d\d</;

describe("how a claim stands", () => {
  it("is drawn and told in figures to whoever sees all that counts", () => {
    const html = view({ E1: "CC", E2: "C" });
    expect(html).toContain("All together");
    expect(html).toContain("<svg");
    expect(html).toMatch(figure);
  });

  it("is told without a figure to whoever is blind to all that counts, with what to rate first", () => {
    const html = view({ E1: "CC" }, "E1");
    expect(html).toContain("shown once you have rated E1 on this claim");
    expect(html).not.toContain("All together");
    expect(html).not.toContain("<svg");
    expect(html).not.toMatch(figure);
    expect(html).not.toContain("put it at");
  });

  it("has the figures of an origin that is seen, and keeps back those of both together", () => {
    const html = view({ E1: "CC", E2: "C" }, "E2");
    expect(html).not.toContain("All together");
    expect(html).toMatch(figure);
  });

  it("says why an entry stands on a side on which its origin does not count", () => {
    const rule = "An origin that says both counts once, on the side on which it says more";
    expect(view({ E1: "CC", E2: "CC", E3: "I" })).toContain(`${rule}: S2 counts for it, with E3.`);
    expect(view({ E2: "C", E3: "I" })).toContain(
      `${rule}: S2 counts neither for it nor against it, with E2 and E3.`,
    );
    expect(view({ E1: "CC", E2: "I" })).not.toContain(rule);
  });

  it("names no origin in that whose entries the reader has not rated", () => {
    const html = view({ E1: "CC", E2: "CC", E3: "I" }, "E2");
    expect(html).toContain("on the side on which it says more.<");
    expect(html).not.toContain("S2 counts");
  });
});
