import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const css = read("components/ui/tokens.css");

const colours = (block: string) =>
  new Map(
    [...block.matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(
      ([, name, light, dark]) => [name, { light, dark }],
    ),
  );
const plain = colours(css.slice(css.indexOf("@theme"), css.indexOf("@layer base")));
const [, asked = ""] = /prefers-contrast: more\) \{\s*:root \{([^}]+)\}/.exec(css) ?? [];
const strong = colours(asked);

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const onPage = ["ink", "ink-soft", "ink-faint", "accent", "accent-deep", "warning", "danger", "good"];
const scales = ["consistency", "reliability"].flatMap((scale) =>
  [1, 2, 3, 4, 5].map((step) => `${scale}-${step}`),
);
const pairs: [text: string, ground: string][] = [
  ...onPage.flatMap((text): [string, string][] => [
    [text, "paper"],
    [text, "wash"],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["accent", "accent-wash"],
  ["danger", "danger-wash"],
  ["warning", "warning-wash"],
  ["good", "good-wash"],
  ...[1, 2, 3, 4, 5, 6].map((line): [string, string] => [`series-${line}`, "paper"]),
  ...scales.map((step): [string, string] => [`on-${step}`, step]),
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const colour = (name: string) => {
    const token = plain.get(name);
    if (!token) throw new Error(`no colour token ${name}`);
    return token[theme]!;
  };

  test.each(pairs)("%s on %s can be read", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of controls and the focus ring stand out from paper", () => {
    expect(contrast(colour("rule-strong"), colour("paper"))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour("focus"), colour("paper"))).toBeGreaterThanOrEqual(3);
  });

  test("reliability gets steadily closer to paper from A to E", () => {
    const steps = [1, 2, 3, 4, 5].map((step) => contrast(colour(`reliability-${step}`), colour("paper")));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  test("both ends of consistency stand out more than what lies between", () => {
    const [ii, i, n, c, cc] = [1, 2, 3, 4, 5].map((step) =>
      contrast(colour(`consistency-${step}`), colour("paper")),
    );
    expect(Math.min(ii!, cc!)).toBeGreaterThan(Math.max(i!, n!, c!));
  });

  test.each(onPage)(
    "%s is no weaker where more contrast is asked for, and at least 7 to 1 on paper",
    (text) => {
      const stronger = (name: string) => (strong.get(name) ?? plain.get(name))?.[theme] ?? "";
      const ratio = contrast(stronger(text), stronger("paper"));
      expect(ratio).toBeGreaterThanOrEqual(contrast(colour(text), colour("paper")));
      expect(ratio).toBeGreaterThanOrEqual(7);
    },
  );
});

test("no colour is stated outside the tokens, but for what the system or a picture's own address needs", () => {
  for (const path of ["app/globals.css", "components/ui/kit.css", "components/matrix/matrix.css"]) {
    const stated = read(path).match(/#[0-9a-f]{3,8}\b|\brgb\(|light-dark\(/gi) ?? [];
    expect(stated, path).toEqual([]);
  }
});
