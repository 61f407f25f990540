import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/reasoning/document";

const read = (text: string) => {
  const { title, lead, parts } = readDocument(text);
  return {
    title,
    lead: lead.map(({ raw }) => raw.trim()),
    parts: parts.map(({ id, blocks }) => [id, blocks.map(({ raw }) => raw.trim())]),
  };
};

describe("a document", () => {
  it("is taken apart at its second-level headings, which keep what stands beneath them", () => {
    expect(read("# Title\n\nFirst.\n\n## One\n\nA.\n\n### Deeper\n\nB.\n\n## Two, and more\n")).toEqual({
      title: "Title",
      lead: ["First."],
      parts: [
        ["one", ["A.", "### Deeper", "B."]],
        ["two-and-more", []],
      ],
    });
  });

  it("may have no parts, but not no title", () => {
    expect(read("# Title\n\nAll of it.")).toEqual({ title: "Title", lead: ["All of it."], parts: [] });
    expect(() => readDocument("No title.\n\n## One")).toThrow("begin with its title");
    expect(() => readDocument("")).toThrow("begin with its title");
  });

  it("does not take the signs of a heading inside an example for one", () => {
    expect(read("# Title\n\n```\n## not a part\n```\n").parts).toEqual([]);
  });
});
