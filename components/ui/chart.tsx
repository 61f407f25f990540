import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { ReactNode } from "react";

interface ChartProps {
  /** All that the picture says, in words, for those who do not see it. */
  label: string;
  /** What to see in it. */
  caption?: ReactNode;
  /** What to draw in a width, in pixels: asked once for each width of pages. */
  draw: (width: number, isNarrow: boolean) => Plot.PlotOptions;
  /** Whether it has a page's whole width to itself, with names that need it: then the widest pages get one of their own. */
  isBroad?: boolean;
  /** Whether parts of the picture are links: then it is a group of them, as one image could have none. */
  hasLinks?: boolean;
  /** The figures behind the picture, as a table. */
  children: ReactNode;
}

const broad = 1150;
const wide = 760;
const narrow = 350;

/** A picture drawn on the server by Observable Plot, with its words and its figures behind it. No script needed. */
export function Chart({ label, caption, draw, isBroad = false, hasLinks = false, children }: ChartProps) {
  const role = hasLinks ? "group" : "img";
  return (
    <figure className="chart-figure">
      {caption && <figcaption>{caption}</figcaption>}
      <Picture role={role} label={label} options={draw(wide, false)} width={wide} className="chart-wide" />
      {isBroad && (
        <Picture
          role={role}
          label={label}
          options={draw(broad, false)}
          width={broad}
          className="chart-broad"
        />
      )}
      <Picture
        role={role}
        label={label}
        options={draw(narrow, true)}
        width={narrow}
        className="chart-narrow"
      />
      <details className="chart-table">
        <summary>The figures as a table</summary>
        {children}
      </details>
    </figure>
  );
}

function Picture({
  role,
  label,
  options,
  width,
  className,
}: {
  role: "img" | "group";
  label: string;
  options: Plot.PlotOptions;
  width: number;
  className: string;
}) {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const picture = Plot.plot({ className: "chart", width, ...options, document });
  // Its rules stand in kit.css: the page's policy refuses style elements without a nonce. A label on a plain group is
  // forbidden by ARIA, and one image has one label.
  for (const style of picture.querySelectorAll("style")) style.remove();
  for (const group of picture.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      role={role}
      aria-label={label}
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, every text in it escaped by the serialiser
      dangerouslySetInnerHTML={{ __html: picture.outerHTML }}
    />
  );
}
