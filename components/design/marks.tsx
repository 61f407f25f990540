import { Button } from "@/components/ui/button";
import { CodeBadge } from "@/components/ui/code-badge";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import { LinkButton } from "@/components/ui/link-button";
import { MarkedText } from "@/components/ui/marked-text";
import { Notice } from "@/components/ui/notice";
import { SkipLink } from "@/components/ui/skip-link";
import { Term } from "@/components/ui/term";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import { longText, rightToLeft, type Specimen } from "./specimen";

const steps = [1, 2, 3, 4, 5, "na"] as const;
const variants = ["primary", "plain", "quiet", "danger"] as const;
const moods = ["info", "good", "warning", "danger"] as const;
const badges = (scale: "consistency" | "reliability", codes: readonly string[]) =>
  steps.map((step, at) => {
    const tone: Tone = `${scale}-${step}`;
    return <CodeBadge key={tone} code={codes[at] ?? ""} label={tone} tone={tone} />;
  });

export const markSpecimens: readonly Specimen[] = [
  {
    file: "button",
    states: {
      default: () =>
        variants.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        )),
      small: () =>
        variants.map((variant) => (
          <Button key={variant} variant={variant} size="small">
            {variant}
          </Button>
        )),
      disabled: () =>
        variants.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            {variant}
          </Button>
        )),
      pending: () => (
        <Button variant="primary" aria-disabled data-pending={true}>
          <span className="btn-labels">
            <span>Save</span>
            <span>Saving…</span>
          </span>
        </Button>
      ),
      "long, right to left": () => [
        <Button key="long">{longText}</Button>,
        <Button key="rtl">{rightToLeft}</Button>,
      ],
    },
  },
  {
    file: "marked-text",
    states: {
      default: () => (
        <MarkedText
          segments={[
            { text: "Some ", isHit: false },
            { text: "archive", isHit: true },
            { text: " of the day", isHit: false },
          ]}
        />
      ),
      "right to left": () => <MarkedText segments={[{ text: rightToLeft, isHit: true }]} />,
    },
  },
  {
    file: "link-button",
    states: {
      default: () =>
        variants.map((variant) => (
          <LinkButton key={variant} href="#" variant={variant}>
            {variant}
          </LinkButton>
        )),
      small: () => (
        <LinkButton href="#" size="small">
          small
        </LinkButton>
      ),
    },
  },
  {
    file: "code-badge",
    states: {
      consistency: () => badges("consistency", ["II", "I", "N", "C", "CC", "NA"]),
      reliability: () => badges("reliability", ["A", "B", "C", "D", "E", "F"]),
      "with its label": () => <CodeBadge code="B" label="Usually reliable" tone="reliability-2" showLabel />,
      neutral: () => <CodeBadge code="E14" label="an entry" />,
    },
  },
  {
    file: "likelihood-bar",
    states: {
      "nothing known": () => <LikelihoodBar value={null} />,
      share: () => <LikelihoodBar value={0.38} />,
      "with range and a second opinion": () => (
        <LikelihoodBar value={0.38} low={0.2} high={0.55} tick={0.48} />
      ),
      "at both ends": () => [
        <LikelihoodBar key="0" value={0} tick={0} />,
        <LikelihoodBar key="1" value={1} tick={1} />,
      ],
    },
  },
  {
    file: "notice",
    states: {
      moods: () =>
        moods.map((tone) => (
          <Notice key={tone} tone={tone} title={`A title, ${tone}`}>
            <p>A sentence beneath.</p>
          </Notice>
        )),
      "long, right to left": () => (
        <Notice title={rightToLeft}>
          <p>{longText}</p>
        </Notice>
      ),
    },
  },
  {
    file: "term",
    states: {
      word: () => (
        <p>
          Its <Term help="How well an entry tells the hypotheses apart.">diagnosticity</Term>.
        </p>
      ),
      "with more": () => (
        <p>
          Its{" "}
          <Term help={longText} more="#">
            posterior
          </Term>
          .
        </p>
      ),
      code: () => (
        <Term help="Usually reliable.">
          <CodeBadge code="B" label="Usually reliable" tone="reliability-2" />
        </Term>
      ),
    },
  },
  {
    file: "time",
    states: {
      minute: () => <Time value="2024-03-22T17:15:00Z" />,
      day: () => <Time value="2024-03-22T17:15:00Z" precision="day" />,
      "no moment": () => <Time value="undated" />,
    },
  },
  {
    file: "skip-link",
    states: {
      "on focus": () => (
        <div className="relative h-14 overflow-hidden">
          <SkipLink href="#" />
        </div>
      ),
    },
  },
];
