import type { Token, Tokens } from "marked";
import { Marked } from "marked";

/** A heading with the name by which links lead to it. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** A part of the document: its heading and the blocks beneath it. */
export interface Part extends Heading {
  readonly blocks: readonly Token[];
}

export interface Document {
  readonly title: string;
  /** What stands before the first part. */
  readonly lead: readonly Token[];
  readonly parts: readonly Part[];
}

/**
 * A document of our own, taken apart at its second-level headings. Names of parts are their words in small letters, as
 * GitHub makes them, so that a link into the file and one into the page say the same.
 */
export function readDocument(markdown: string): Document {
  const blocks = new Marked({ gfm: true }).lexer(markdown).filter(({ type }) => type !== "space");
  const [first, ...rest] = blocks;
  if (!first || !isHeading(first, 1)) throw new Error("The document does not begin with its title.");
  const starts = rest.flatMap((block, at) => (isHeading(block, 2) ? [{ at, text: block.text }] : []));
  return {
    title: first.text,
    lead: rest.slice(0, starts[0]?.at ?? rest.length),
    parts: starts.map(({ at, text }, part) => ({
      id: nameOf(text),
      text,
      blocks: rest.slice(at + 1, starts[part + 1]?.at ?? rest.length),
    })),
  };
}

const isHeading = (block: Token, depth: number): block is Tokens.Heading =>
  block.type === "heading" && block.depth === depth;

const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
