import Link from "next/link";
import type { Hypothesis } from "@/lib/hypothesis/queries";

/** Who put a hypothesis forward, and through whom we know. */
export function Proposer({ hypothesis }: { hypothesis: Hypothesis }) {
  const { origin, source, via } = hypothesis;
  if (!origin && !source) return null;
  return (
    <p dir="auto" className="text-sm text-ink-soft">
      Put forward by{" "}
      {source && (
        <Link href={`/sources/${source.id}`}>
          {source.id} {source.name}
        </Link>
      )}
      {via && (
        <>
          , as{" "}
          <Link href={`/sources/${via.id}`}>
            {via.id} {via.name}
          </Link>{" "}
          has it
        </>
      )}
      {source && origin && ": "}
      {origin}
    </p>
  );
}
