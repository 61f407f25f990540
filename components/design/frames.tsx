import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { Empty } from "@/components/ui/empty";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PageTitle } from "@/components/ui/page-title";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { SubNav } from "@/components/ui/sub-nav";
import { TrialConflict, TrialToast } from "./in-form";
import { longText, rightToLeft, type Specimen } from "./specimen";

const table = (
  <>
    <thead>
      <tr>
        <th scope="col">Hypothesis</th>
        <th scope="col" className="num">
          Weight
        </th>
      </tr>
    </thead>
    <tbody>
      {["H1 A short one", `H2 ${longText}`, `H3 ${rightToLeft}`].map((name) => (
        <tr key={name}>
          <th scope="row" dir="auto">
            {name}
          </th>
          <td className="num">0.38</td>
        </tr>
      ))}
    </tbody>
  </>
);
const bars = [
  { id: "H1", weight: 3 },
  { id: "H2", weight: 5 },
];
const crumbs = [{ href: "#", label: longText }];
const links = [
  { href: "/design", label: "Here" },
  { href: "/elsewhere", label: "Elsewhere", count: 3 },
];

export const frameSpecimens: readonly Specimen[] = [
  {
    file: "page-header",
    states: {
      plain: () => <PageHeader title="A page" />,
      whole: () => (
        <PageHeader
          crumbs={crumbs}
          eyebrow="Evidence E14"
          title={longText}
          lead="What it is about."
          actions={<LinkButton href="#">Edit</LinkButton>}
        />
      ),
      "right to left": () => <PageHeader title={rightToLeft} lead={rightToLeft} />,
    },
  },
  { file: "page-title", states: { default: () => <PageTitle>A heading that takes the focus</PageTitle> } },
  {
    file: "section",
    states: {
      "level 2": () => (
        <Section
          title="A part"
          lead="What it tells."
          actions={
            <LinkButton href="#" size="small">
              Add
            </LinkButton>
          }
        >
          Text.
        </Section>
      ),
      "level 3": () => (
        <Section level={3} title={longText}>
          Text.
        </Section>
      ),
    },
  },
  {
    file: "sub-nav",
    states: { "one is here": () => <SubNav label="Trial" links={links} /> },
  },
  {
    file: "pager",
    states: {
      first: () => <Pager page={1} pages={3} href={(page) => `#${page}`} />,
      middle: () => <Pager page={2} pages={3} href={(page) => `#${page}`} />,
    },
  },
  {
    file: "empty",
    states: {
      plain: () => <Empty title="No entry yet" />,
      "teaches and leads on": () => (
        <Empty
          title="No entry yet"
          action={
            <LinkButton href="#" variant="primary">
              Add the first entry
            </LinkButton>
          }
        >
          <p>An entry states one thing.</p>
        </Empty>
      ),
    },
  },
  {
    file: "definition-list",
    states: {
      default: () => (
        <DefinitionList
          items={[
            { term: "Weight", value: "0.46" },
            { term: "Note", value: longText },
            { term: "Place", value: rightToLeft },
            { term: "Left out", value: "" },
          ]}
        />
      ),
    },
  },
  {
    file: "data-table",
    states: {
      default: () => (
        <DataTable label="Trial" caption="What to see in it.">
          {table}
        </DataTable>
      ),
    },
  },
  {
    file: "chart",
    states: {
      default: () => (
        <Chart
          label="H1 3, H2 5"
          caption="What to see in it."
          draw={() => ({
            height: 90,
            marks: [Plot.barX(bars, { x: "weight", y: "id", fill: "var(--color-accent)" })],
          })}
        >
          <DataTable label="The same">{table}</DataTable>
        </Chart>
      ),
    },
  },
  {
    file: "confirm-details",
    states: {
      closed: () => <ConfirmDetails summary="Withdraw">A form.</ConfirmDetails>,
      open: () => (
        <ConfirmDetails summary="Withdraw" variant="danger" open>
          A form.
        </ConfirmDetails>
      ),
    },
  },
  // Both take the focus as soon as they are there: closed, until somebody looks.
  {
    file: "error-summary",
    states: {
      "takes the focus": (id) => (
        <details>
          <summary>Open</summary>
          <ErrorSummary
            form={id}
            message="Not saved yet."
            errors={{ "": "Something else.", name: longText }}
            answer={links}
          />
        </details>
      ),
    },
  },
  {
    file: "conflict-view",
    states: {
      "takes the focus": () => (
        <details>
          <summary>Open</summary>
          <TrialConflict theirs={rightToLeft} yours={longText} />
        </details>
      ),
    },
  },
  {
    file: "skeleton",
    states: {
      chart: () => <Skeleton shape="chart" />,
      list: () => <Skeleton shape="list" />,
      table: () => <Skeleton shape="table" />,
      text: () => <Skeleton shape="text" />,
    },
  },
  {
    file: "toasts",
    states: {
      short: () => <TrialToast message="E14 is withdrawn." />,
      long: () => <TrialToast message={longText} />,
    },
  },
];
