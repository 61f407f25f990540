import { describe, expect, it } from "vitest";
import * as scales from "@/lib/analysis/scales";

const tables = Object.entries(scales);

describe("the tables of scales", () => {
  it.each(tables)("%s names each code once, with a label and a sentence of help", (_, rows) => {
    const codes = rows.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(codes.length);
    for (const { label, help } of rows) {
      expect(label.trim()).not.toBe("");
      expect(help).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it("hold the numbers of the method", () => {
    const values = (rows: readonly { code: unknown; value: number | null }[]) =>
      Object.fromEntries(rows.map(({ code, value }) => [code, value]));
    expect(values(scales.CONSISTENCY)).toEqual({ II: -2, I: -1, N: 0, C: 1, CC: 2, NA: null });
    expect(values(scales.RELIABILITY)).toEqual({ A: 1, B: 0.75, C: 0.5, D: 0.25, E: 0, F: null });
    expect(values(scales.CREDIBILITY)).toEqual({ 1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0, 6: null });
    expect(values(scales.RELEVANCE)).toEqual({ low: 0.5, medium: 0.75, high: 1 });
  });

  it("join sources by ownership and common origin only", () => {
    const joining = scales.SOURCE_LINK_KINDS.filter(({ joins }) => joins).map(({ code }) => code);
    expect(joining).toEqual(["owns", "same-origin"]);
  });
});
