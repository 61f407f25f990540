import type { Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";

/**
 * Blocks of a document as elements. What is not among these kinds, HTML above all, is shown as the text that it is:
 * nothing in the file can become anything but words.
 */
export function Prose({ blocks }: { blocks: readonly Token[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the document does not change while it is shown
    <Fragment key={at}>{blockOf(block)}</Fragment>
  ));
}

function blockOf(block: Token): ReactNode {
  switch (block.type) {
    case "heading":
      return <h3>{inline(block.tokens)}</h3>;
    case "paragraph":
    case "text":
      return <p className="max-w-measure">{inline(block.tokens ?? [block])}</p>;
    case "list":
      return <List list={block as Tokens.List} />;
    case "table":
      return <Table table={block as Tokens.Table} />;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        <section className="code-frame" aria-label="Example" tabIndex={0}>
          <pre>
            <code>{block.text}</code>
          </pre>
        </section>
      );
    case "blockquote":
      return (
        <blockquote className="max-w-measure border-s-2 border-rule-strong ps-4">
          <Prose blocks={block.tokens ?? []} />
        </blockquote>
      );
    case "space":
      return null;
    default:
      return <p className="max-w-measure">{block.raw}</p>;
  }
}

function List({ list }: { list: Tokens.List }) {
  const Kind = list.ordered ? "ol" : "ul";
  return (
    <Kind className={`grid max-w-measure gap-1.5 ps-5 ${list.ordered ? "list-decimal" : "list-disc"}`}>
      {list.items.map((item) => (
        <li key={item.raw}>{item.loose ? <Prose blocks={item.tokens} /> : inline(item.tokens)}</li>
      ))}
    </Kind>
  );
}

function Table({ table }: { table: Tokens.Table }) {
  const side = (column: number) => (table.align[column] === "right" ? "num" : undefined);
  return (
    <DataTable label={table.header.map(({ text }) => text).join(", ")}>
      <thead>
        <tr>
          {table.header.map((cell, column) => (
            <th key={cell.text} scope="col" className={side(column)}>
              {inline(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]?.text}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={table.header[column]?.text} scope="row" className={side(column)}>
                  {inline(cell.tokens)}
                </th>
              ) : (
                <td key={table.header[column]?.text} className={side(column)}>
                  {inline(cell.tokens)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function inline(tokens: readonly Token[] = []): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  return tokens.map((token, at) => <Fragment key={at}>{inlineOf(token)}</Fragment>);
}

function inlineOf(token: Token): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{inline(token.tokens)}</strong>;
    case "em":
      return <em>{inline(token.tokens)}</em>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return token.href.startsWith("#") ? (
        <a href={token.href}>{inline(token.tokens)}</a>
      ) : (
        inline(token.tokens)
      );
    case "text":
      return token.tokens ? inline(token.tokens) : token.text;
    case "escape":
      return token.text;
    default:
      return token.raw;
  }
}
