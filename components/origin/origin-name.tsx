import Link from "next/link";
import type { SourceFindings } from "@/lib/analysis/types";
import { groupsOf } from "@/lib/matrix/seen";

interface OriginNameProps {
  /** The source after which the origin is called. */
  id: string;
  sources: readonly SourceFindings[];
  /** Every source that the inquiry cites. */
  nameOf: ReadonlyMap<string, string>;
}

/** An origin by its source; where links make several sources one origin, by all of them. */
export function OriginName({ id, sources, nameOf }: OriginNameProps) {
  const members = groupsOf(sources, nameOf).find((group) => group.members.includes(id))?.members ?? [id];
  return (
    <>
      {members.length > 1 && "sources that are one origin: "}
      {members.map((member, i) => (
        <span key={member}>
          {i > 0 && (i === members.length - 1 ? " and " : ", ")}
          <SourceLink id={member} nameOf={nameOf} />
        </span>
      ))}
    </>
  );
}

/** A source by its number and name. */
export function SourceLink({ id, nameOf }: Pick<OriginNameProps, "id" | "nameOf">) {
  return (
    <Link href={`/sources/${id}`} dir="auto">
      {id} {nameOf.get(id)}
    </Link>
  );
}
