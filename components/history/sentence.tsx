import Link from "next/link";
import type { ReactNode } from "react";
import { SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import type { HistoryLine } from "@/lib/history/queries";
import { textOf } from "./changes";

interface SentenceProps {
  line: HistoryLine;
  slug: string;
}

/** Who did what, in words. */
export function Sentence({ line, slug }: SentenceProps) {
  return (
    <>
      <bdi className="font-medium">{line.actor}</bdi> {whatWasDone(line, slug)}
    </>
  );
}

/** What is said of a thing that bears a number. */
const deeds: Readonly<Record<string, readonly [before: string, after?: string]>> = {
  "evidence.added": ["added entry"],
  "evidence.edited": ["edited entry"],
  "evidence.rated": ["rated entry"],
  "evidence.withdrawn": ["withdrew entry"],
  "evidence.restored": ["put entry", "back"],
  "hypothesis.proposed": ["proposed hypothesis"],
  "hypothesis.edited": ["edited hypothesis"],
  "hypothesis.withdrawn": ["withdrew hypothesis"],
  "hypothesis.restored": ["put hypothesis", "back"],
  "claim.added": ["added claim"],
  "claim.edited": ["edited claim"],
  "claim.withdrawn": ["withdrew claim"],
  "claim.restored": ["put claim", "back"],
  "discrepancy.noted": ["noted discrepancy"],
  "discrepancy.withdrawn": ["withdrew discrepancy"],
  "discrepancy.restored": ["put discrepancy", "back"],
  "source.withdrawn": ["withdrew source"],
  "source.restored": ["put source", "back"],
};

function whatWasDone(line: HistoryLine, slug: string): ReactNode {
  const { action, subject, before, after, actor } = line;
  const deed = deeds[action];
  if (deed) {
    const [verb, particle] = deed;
    return (
      <>
        {verb} <Subject id={subject} slug={slug} />
        {particle && ` ${particle}`}
      </>
    );
  }
  switch (action) {
    case "inquiry.created":
      return "opened the inquiry";
    case "inquiry.seeded":
      return "came with this inquiry";
    case "inquiry.edited":
      return "changed the settings";
    case "inquiry.judged":
      return before === null ? "gave their own probabilities" : "changed their own probabilities";
    case "method.changed":
      return "changed how it reckons and speaks";
    case "confidence.stated":
      return `stated the confidence as ${textOf(after, "level")} (suggested: ${textOf(after, "suggested")})`;
    case "confidence.taken-back":
      return "took the stated confidence back";
    case "hypothesis.related":
      return <Related subject={subject} kind={textOf(after, "kind")} slug={slug} />;
    case "hypothesis.unrelated":
      return (
        <>
          made <Pair subject={subject} slug={slug} /> plain rivals
        </>
      );
    case "evidence.merged":
      return (
        <>
          merged <Subject id={textOf(after, "merged") ?? "an entry"} slug={slug} /> into{" "}
          <Subject id={subject} slug={slug} />
        </>
      );
    case "evidence.parted":
      return (
        <>
          took <Subject id={textOf(before, "merged") ?? "an entry"} slug={slug} /> out of{" "}
          <Subject id={subject} slug={slug} /> again
        </>
      );
    case "evidence.ratings-copied":
      return (
        <>
          had the ratings move along: <Pair subject={subject} slug={slug} />
        </>
      );
    case "evidence.ratings-returned":
      return (
        <>
          took those ratings back: <Pair subject={subject} slug={slug} />
        </>
      );
    case "evidence.kept-apart":
      return (
        <>
          said that <Pair subject={subject} slug={slug} /> are two things
        </>
      );
    case "evidence.proposed-again":
      return (
        <>
          no longer keeps <Pair subject={subject} slug={slug} /> apart
        </>
      );
    case "claim.rated":
      return <RatedOnClaim subject={subject} slug={slug} isTakenBack={before !== null && after === null} />;
    case "member.joined":
      return "joined as an analyst, by contributing";
    case "member.entered":
      return "came in as an administrator, and is a lead now";
    case "member.changed":
      return (
        <Membership
          name={subject}
          isOwn={subject === actor}
          from={textOf(before, "role")}
          to={textOf(after, "role")}
        />
      );
    case "source.graded":
      return (
        <Graded
          id={subject}
          slug={slug}
          from={textOf(before, "reliability")}
          to={textOf(after, "reliability")}
        />
      );
    case "source.linked":
      return (
        <>
          linked <Pair subject={subject} slug={slug} />
          {linkKind(after)}
        </>
      );
    case "source.link-edited":
      return (
        <>
          edited the link of <Pair subject={subject} slug={slug} />
          {linkKind(after)}
        </>
      );
    case "source.unlinked":
      return (
        <>
          took away the link of <Pair subject={subject} slug={slug} />
          {linkKind(before)}
        </>
      );
    default:
      return (
        <>
          {action.replace(".", ": ")} <bdi>{subject}</bdi>
        </>
      );
  }
}

/** The kind of a link in brackets; nothing where the inquiry is not told. */
function linkKind(side: unknown): string {
  const kind = SOURCE_LINK_KINDS.find(({ code }) => code === textOf(side, "kind"));
  return kind ? ` (${kind.label.toLowerCase()})` : "";
}

function Membership({
  name,
  isOwn,
  from,
  to,
}: {
  name: string;
  isOwn: boolean;
  from: string | null;
  to: string | null;
}) {
  const was = from && from !== "none" ? ` (was ${from})` : "";
  if (to === "none") {
    return isOwn ? (
      <>left{was}</>
    ) : (
      <>
        took <bdi>{name}</bdi> out{was}
      </>
    );
  }
  return isOwn ? (
    <>
      became {to}
      {was}
    </>
  ) : (
    <>
      made <bdi>{name}</bdi> {to}
      {was}
    </>
  );
}

function Graded({
  id,
  slug,
  from,
  to,
}: {
  id: string;
  slug: string;
  from: string | null;
  to: string | null;
}) {
  const source = <Subject id={id} slug={slug} />;
  if (to === null)
    return (
      <>
        took back their grade of source {source}
        {from && ` (was ${from})`}
      </>
    );
  return (
    <>
      graded source {source} as {to}
      {from && from !== to && ` (was ${from})`}
    </>
  );
}

function Pair({ subject, slug }: { subject: string; slug: string }) {
  const [one = subject, other] = subject.split("/");
  return (
    <>
      <Subject id={one} slug={slug} /> and{" "}
      {other === undefined ? "one that is not cited here" : <Subject id={other} slug={slug} />}
    </>
  );
}

function Related({ subject, kind, slug }: { subject: string; kind: string | null; slug: string }) {
  const [a = subject, b = ""] = subject.split("/");
  return (
    <>
      marked <Subject id={a} slug={slug} />{" "}
      {kind === "part-of" ? "as a part of" : "as able to hold together with"} <Subject id={b} slug={slug} />
    </>
  );
}

function RatedOnClaim({
  subject,
  slug,
  isTakenBack,
}: {
  subject: string;
  slug: string;
  isTakenBack: boolean;
}) {
  const [claim = subject, entry = ""] = subject.split("/");
  return (
    <>
      {isTakenBack ? "took back their rating of" : "rated"} entry <Subject id={entry} slug={slug} /> on claim{" "}
      <Subject id={claim} slug={slug} />
    </>
  );
}

/** A number that leads to what bears it. */
function Subject({ id, slug }: { id: string; slug: string }) {
  const href = addressOf(id, slug);
  return href ? <Link href={href}>{id}</Link> : <bdi>{id}</bdi>;
}

function addressOf(id: string, slug: string): string | null {
  if (/^E\d+$/.test(id)) return `/inquiries/${slug}/evidence/${id}`;
  if (/^H\d+$/.test(id)) return `/inquiries/${slug}/hypotheses/${id}`;
  const claim = /^(C\d+)(\.\d+)?$/.exec(id)?.[1];
  if (claim) return `/inquiries/${slug}/claims/${claim}`;
  return /^S\d+$/.test(id) ? `/sources/${id}` : null;
}
