import { groupBy } from "@/lib/analysis/group-by";
import { SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import type { SourceGroup } from "@/lib/matrix/seen";

/** The kinds of link that make two sources one origin. */
export const joiningKinds: ReadonlySet<string> = new Set(
  SOURCE_LINK_KINDS.filter(({ joins }) => joins).map(({ code }) => code),
);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A link that makes two sources one origin, with how it is known. */
export interface JoiningLink {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  /** EDTF, as far as that is known. */
  readonly since: string | null;
  readonly until: string | null;
  readonly from: Named;
  readonly to: Named;
}

/** Sources of an inquiry that are one origin, and why. */
export interface OneOrigin {
  readonly members: readonly string[];
  /** The links on the ways between them, through sources that the inquiry does not cite as well. */
  readonly links: readonly JoiningLink[];
  /** Whether these join them all; else some hang together through a source that is not to be seen. */
  readonly isWhole: boolean;
}

/**
 * Why sources are one origin: the links that lead from one to another, without those that lead nowhere else.
 *
 * @param groups The sources of an inquiry that are one origin.
 */
export function whyOneOrigin(
  groups: readonly SourceGroup[],
  links: readonly JoiningLink[],
): readonly OneOrigin[] {
  const between = withoutDeadEnds(links, new Set(groups.flatMap(({ members }) => members)));
  const linksOf = groupBy(
    between.flatMap((link) => [link.from.id, link.to.id].map((end) => ({ end, link }))),
    ({ end }) => end,
  );
  /** Whoever some sources are linked to, over however many steps, and they themselves. */
  const joinedTo = (ids: readonly string[]): ReadonlySet<string> => {
    const reached = new Set(ids);
    for (const id of reached) {
      for (const { link } of linksOf.get(id) ?? []) reached.add(link.from.id).add(link.to.id);
    }
    return reached;
  };
  return groups.map(({ members }) => {
    const all = joinedTo(members);
    const first = joinedTo(members.slice(0, 1));
    return {
      members,
      links: between.filter(({ from }) => all.has(from.id)),
      isWhole: members.every((id) => first.has(id)),
    };
  });
}

/** The names of the sources that links lead through, by id. */
export const namesIn = (origins: readonly OneOrigin[]): ReadonlyMap<string, string> =>
  new Map(
    origins.flatMap(({ links }) =>
      links.flatMap(({ from, to }) => [from, to].map(({ id, name }) => [id, name] as const)),
    ),
  );

/** Leaves out, again and again, the links to a source that is no member and that nothing else is linked to. */
function withoutDeadEnds(
  links: readonly JoiningLink[],
  members: ReadonlySet<string>,
): readonly JoiningLink[] {
  const neighbours = groupBy(
    links.flatMap(({ from, to }) => [
      { of: from.id, is: to.id },
      { of: to.id, is: from.id },
    ]),
    (pair) => pair.of,
  );
  const leads = (id: string) =>
    members.has(id) || new Set((neighbours.get(id) ?? []).map(({ is }) => is)).size > 1;
  const left = links.filter(({ from, to }) => leads(from.id) && leads(to.id));
  return left.length === links.length ? links : withoutDeadEnds(left, members);
}
