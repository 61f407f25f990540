import { CheckField } from "@/components/ui/check-field";
import { Section } from "@/components/ui/section";
import { count } from "@/lib/format";
import type { Choices, SourceChoice } from "@/lib/what-if/view";

interface SourceChoicesProps {
  sources: Choices<SourceChoice>;
  groups: Choices<SourceChoice>;
  names: ReadonlyMap<string, string>;
  struckSources: readonly string[];
  struckGroups: readonly string[];
}

/** The sources, and those that are one origin taken together, each with a box to strike it. */
export function SourceChoices(props: SourceChoicesProps) {
  const { sources, groups, names, struckSources, struckGroups } = props;
  const unlisted = sources.unlisted + groups.unlisted;
  return (
    <Section
      title="Strike sources"
      id="sources"
      lead="Everything is reckoned as if nothing had ever been cited from it or through it. An entry that loses its last citation is out."
    >
      {groups.listed.length > 0 && (
        <Section title="Groups of one origin" level={3}>
          <ul className="divide-y divide-rule">
            {groups.listed.map(({ id, entries, members }) => (
              <li key={id} className="py-2">
                <CheckField
                  name="group"
                  value={id}
                  defaultChecked={struckGroups.includes(id)}
                  label={
                    <>
                      <span className="sr-only">Strike </span>the group of {id}{" "}
                      <bdi className="font-normal">{names.get(id)}</bdi>
                    </>
                  }
                  hint={
                    <>
                      {citedBy(entries)}; of it are{" "}
                      {members.slice(0, mostMembers).map((member, place) => (
                        <span key={member}>
                          {place > 0 && ", "}
                          {member} <bdi>{names.get(member)}</bdi>
                        </span>
                      ))}
                      {members.length > mostMembers && ` and ${members.length - mostMembers} more`}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sources.listed.length === 0 ? (
        <p className="text-sm text-ink-soft">No entry cites a source yet.</p>
      ) : (
        <ul className="divide-y divide-rule">
          {sources.listed.map(({ id, entries }) => (
            <li key={id} className="py-2">
              <CheckField
                name="source"
                value={id}
                defaultChecked={struckSources.includes(id)}
                label={
                  <span className="flex gap-2">
                    <span className="min-w-9 shrink-0">
                      <span className="sr-only">Strike </span>
                      {id}
                    </span>
                    <span dir="auto" className="min-w-0 font-normal">
                      {names.get(id)}
                    </span>
                  </span>
                }
                hint={citedBy(entries)}
              />
            </li>
          ))}
        </ul>
      )}
      {unlisted > 0 && (
        <p className="text-sm text-ink-soft">{unlisted} more, each behind fewer entries, are not listed.</p>
      )}
    </Section>
  );
}

const mostMembers = 8;

const citedBy = (entries: number): string =>
  `${count(entries, "entry comes", "entries come")} from it or through it`;
