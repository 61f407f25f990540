import Link from "next/link";
import { count } from "@/lib/format";
import type { Repeats } from "@/lib/repeat/queries";

/** Leads to what seems to be told twice; nothing where nothing does. */
export function RepeatsLink({ slug, repeats: { pairs, echoes } }: { slug: string; repeats: Repeats }) {
  if (pairs.length === 0 && echoes.length === 0) return null;
  const told = [
    ...(pairs.length > 0
      ? [`${count(pairs.length, "pair")} of entries ${pairs.length === 1 ? "says" : "say"} nearly the same`]
      : []),
    ...(echoes.length > 0
      ? [
          `${count(echoes.length, "pair")} of sources ${echoes.length === 1 ? "says" : "say"} it in nearly the same words`,
        ]
      : []),
  ];
  return <Link href={`/inquiries/${slug}/evidence/repeats`}>{told.join("; ")}</Link>;
}
