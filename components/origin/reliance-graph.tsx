import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { count } from "@/lib/format";
import { type Lane, layOut } from "@/lib/origin/layout";
import { RELIANCE_KINDS, type RelianceEdge, type RelianceKind } from "@/lib/origin/reliance";

interface RelianceGraphProps {
  edges: readonly RelianceEdge[];
  names: ReadonlyMap<string, string>;
  /** The sources on which nothing counts any more. */
  withdrawn: ReadonlySet<string>;
  /** The source whose page this is. */
  here?: string;
}

/** In pixels: the height of a row, and the width in which all lanes must find room, on a phone too. */
const row = 36;
const lanesWidth = 120;
const widestLane = 16;
const bend = 6;

/** How a line of each kind is drawn: by its dashes and width, so that no kind is known by colour alone. */
const strokes: Readonly<Record<RelianceKind, { dash?: string; width: number }>> = {
  cites: { width: 1.5 },
  republishes: { dash: "7 4", width: 1.5 },
  owned: { width: 3 },
  "same-origin": { dash: "2 4", width: 2 },
};

/**
 * Who rests on whom: sources in a list, whoever is rested upon above, with arrows beside it that lead from one to the
 * one it rests on. The names are plain links; the same stands below in words.
 */
export function RelianceGraph({ edges, names, withdrawn, here }: RelianceGraphProps) {
  const ids = [...new Set(edges.flatMap(({ from, on }) => [from, on]))].filter((id) => names.has(id));
  const { rows, lanes } = layOut(ids, edges);
  const most = Math.max(1, ...lanes.map(({ lane }) => lane + 1));
  const gap = Math.min(widestLane, lanesWidth / most);
  const width = Math.ceil(most * gap + 14);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div dir="ltr" className="flex">
        <svg
          width={width}
          height={rows.length * row}
          viewBox={`0 0 ${width} ${rows.length * row}`}
          aria-hidden="true"
          className="shrink-0 text-accent"
        >
          {lanes.map((lane) => (
            <Line
              key={`${lane.edge.from} ${lane.edge.on} ${lane.edge.kind}`}
              lane={lane}
              width={width}
              gap={gap}
            />
          ))}
        </svg>
        <ol className="min-w-0 flex-1">
          {rows.map((id) => (
            <li key={id} className="flex h-9 min-w-0 items-center text-sm">
              <Link
                href={`/sources/${id}`}
                prefetch={false}
                dir="auto"
                aria-current={id === here ? "page" : undefined}
                className="truncate aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {id} {withdrawn.has(id) ? <s>{names.get(id)}</s> : names.get(id)}
              </Link>
              {withdrawn.has(id) && <span className="ms-2 shrink-0 text-ink-soft">withdrawn</span>}
            </li>
          ))}
        </ol>
      </div>
      <p className="max-w-measure text-sm text-ink-soft">
        An arrow leads to the one that is rested upon. Thin: cites it in entries; dashed: republishes it;
        thick: is owned or directed by it; dotted, without an arrow: of one origin.
      </p>
      <details>
        <summary className="w-fit py-1 text-sm text-accent">The same in words</summary>
        <RelianceTable edges={edges} names={names} withdrawn={withdrawn} />
      </details>
    </div>
  );
}

function Line({ lane: { edge, from, on, lane }, width, gap }: { lane: Lane; width: number; gap: number }) {
  const { dash, width: stroke } = strokes[edge.kind];
  const right = width - 4;
  const left = right - 10 - lane * gap;
  // Both ends of a row keep apart, so that an arrow that comes in is not taken for one that goes out.
  const [start, end] = [from * row + row / 2 + 4, on * row + row / 2 - 4];
  const turn = Math.sign(end - start) * bend;
  return (
    <>
      <path
        d={`M${right} ${start}H${left + bend}Q${left} ${start} ${left} ${start + turn}V${end - turn}Q${left} ${end} ${left + bend} ${end}H${right}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke}
        {...(dash ? { strokeDasharray: dash } : {})}
      />
      {edge.kind !== "same-origin" && (
        <path d={`M${right - 7} ${end - 4}L${right} ${end}L${right - 7} ${end + 4}Z`} fill="currentColor" />
      )}
    </>
  );
}

function RelianceTable({ edges, names, withdrawn }: Omit<RelianceGraphProps, "here">) {
  const nameOf = (id: string) => `${id} ${names.get(id)}${withdrawn.has(id) ? " (withdrawn)" : ""}`;
  return (
    <DataTable label="Who rests on whom">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">How</th>
          <th scope="col">Rests on</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ from, on, kind, entries }) => (
          <tr key={`${from} ${on} ${kind}`}>
            <th scope="row" dir="auto">
              {nameOf(from)}
            </th>
            <td>
              {RELIANCE_KINDS.find(({ code }) => code === kind)?.label}
              {kind === "cites" && ` in ${count(entries, "entry", "entries")}`}
            </td>
            <td dir="auto">{nameOf(on)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
