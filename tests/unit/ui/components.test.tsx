import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CheckField } from "@/components/ui/check-field";
import { CodePicker } from "@/components/ui/code-picker";
import { FormContext, type FormScope } from "@/components/ui/form-context";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import { SelectField } from "@/components/ui/select-field";
import { currentOf } from "@/components/ui/sub-nav";
import { TextField } from "@/components/ui/text-field";
import { Time } from "@/components/ui/time";

const inForm = (scope: Partial<FormScope>, node: React.ReactNode) =>
  renderToStaticMarkup(<FormContext value={{ id: "f", errors: {}, ...scope }}>{node}</FormContext>);

describe("a field in a form", () => {
  test("shows its own default until the server gives something back", () => {
    expect(inForm({}, <TextField name="t" label="T" defaultValue="own" />)).toContain('value="own"');
    expect(inForm({ values: { t: "typed" } }, <TextField name="t" label="T" defaultValue="own" />)).toContain(
      'value="typed"',
    );
  });

  test("keeps an emptied field empty instead of going back to its default", () => {
    expect(inForm({ values: { t: "" } }, <TextField name="t" label="T" defaultValue="own" />)).not.toContain(
      "own",
    );
  });

  test("joins label, hint and error to the control by ids", () => {
    const html = inForm({ errors: { t: "Too long." } }, <TextField name="t" label="T" hint="Short." />);
    expect(html).toContain('for="f-t"');
    expect(html).toContain('aria-describedby="f-t-hint f-t-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-t-error"');
  });

  test("leaves a box unticked that came back unticked, whatever its default", () => {
    expect(inForm({ values: {} }, <CheckField name="c" label="C" defaultChecked />)).not.toContain("checked");
    expect(inForm({}, <CheckField name="c" label="C" defaultChecked />)).toContain("checked");
  });

  test("ticks each box of one name that came back", () => {
    const values = { tags: ["a", "c"] };
    const ticked = ["a", "b", "c"].map((value) =>
      inForm({ values }, <CheckField name="tags" label={value} value={value} />).includes("checked"),
    );
    expect(ticked).toEqual([true, false, true]);
  });

  test("selects what came back", () => {
    const options = [
      { value: "x", label: "X" },
      { value: "y", label: "Y" },
    ];
    const html = inForm(
      { values: { s: "y" } },
      <SelectField name="s" label="S" options={options} defaultValue="x" />,
    );
    expect(html).toContain('<option value="y" selected="">');
  });
});

describe("the code picker", () => {
  const options = [
    { code: "A", label: "completely reliable", help: "No doubt." },
    { code: "F", label: "cannot be judged" },
  ];

  test("has a way back to none, and starts there", () => {
    const html = inForm({}, <CodePicker name="r" label="R" options={options} />);
    const checked = html.match(/<input[^>]*checked[^>]*>/g);
    expect(checked).toHaveLength(1);
    expect(checked?.[0]).toContain('value=""');
  });

  test("says each code with its words", () => {
    expect(inForm({}, <CodePicker name="r" label="R" options={options} />)).toContain(
      'aria-label="A: completely reliable"',
    );
  });
});

describe("the likelihood bar", () => {
  test("stays inside its track", () => {
    const html = renderToStaticMarkup(<LikelihoodBar value={1.4} low={-1} high={2} tick={0.5} />);
    expect(html).toContain("width:100.00%");
    expect(html).toContain("inset-inline-start:0.00%");
    expect(html).not.toMatch(/-\d|[2-9]\d\d\./);
  });

  test("draws an empty track where nothing is known", () => {
    expect(renderToStaticMarkup(<LikelihoodBar value={null} />)).not.toContain("bar-fill");
  });
});

test("a time is printed in UTC and says so", () => {
  const html = renderToStaticMarkup(<Time value="2024-03-22T19:15:00+02:00" />);
  expect(html).toContain('dateTime="2024-03-22T17:15:00.000Z"');
  expect(html).toContain("22 Mar 2024, 17:15 UTC");
});

test("the link marked is the longest that the path is at or under", () => {
  const links = ["/i/x", "/i/x/evidence"].map((href) => ({ href, label: href }));
  expect(currentOf("/i/x", links)).toBe("/i/x");
  expect(currentOf("/i/x/evidence/E1", links)).toBe("/i/x/evidence");
  expect(currentOf("/i/x/evidence-of-absence", links)).toBe("/i/x");
  expect(currentOf("/elsewhere", links)).toBeUndefined();
});
