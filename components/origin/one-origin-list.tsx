import Link from "next/link";
import { linkWords } from "@/components/source/source-links";
import { formatEdtf, joinWords } from "@/lib/format";
import type { JoiningLink, OneOrigin } from "@/lib/origin/joined";

interface OneOriginListProps {
  origins: readonly OneOrigin[];
  names: ReadonlyMap<string, string>;
}

/** Why sources are one origin: through which links, be it by way of one that the inquiry does not cite. */
export function OneOriginList({ origins, names }: OneOriginListProps) {
  return (
    <ul className="grid max-w-measure gap-4">
      {origins.map(({ members, links, isWhole }) => (
        <li key={members.join(" ")} className="grid gap-1">
          <p dir="auto">{joinWords(members.map((id) => `${id} ${names.get(id)}`))} are one origin.</p>
          <ul className="grid gap-1 border-s-2 border-rule-strong ps-4 text-sm">
            {links.slice(0, mostLinks).map((link) => (
              <li key={link.id}>
                <Why link={link} />
              </li>
            ))}
            {links.length > mostLinks && (
              <li className="text-ink-soft">and {links.length - mostLinks} more links</li>
            )}
            {!isWhole && (
              <li className="text-ink-soft">
                What joins them all runs through a source that is not yours to see. An administrator can say
                which.
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const mostLinks = 12;

function Why({ link: { kind, from, to, reason, since, until } }: { link: JoiningLink }) {
  return (
    <>
      <Link href={`/sources/${from.id}`} prefetch={false} dir="auto">
        {from.id} {from.name}
      </Link>{" "}
      {linkWords[kind]?.[0]}{" "}
      <Link href={`/sources/${to.id}`} prefetch={false} dir="auto">
        {to.id} {to.name}
      </Link>
      {since && `, since ${formatEdtf(since)}`}
      {until && `, until ${formatEdtf(until)}`}
      {reason !== "" && (
        <>
          : <q dir="auto">{reason}</q>
        </>
      )}
    </>
  );
}
