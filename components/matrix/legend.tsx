import { ConsistencyCode } from "@/components/scale/codes";
import { Word } from "@/components/scale/word";
import { CONSISTENCY } from "@/lib/analysis/scales";

/** What the cells show, once for all of them. */
export function MatrixLegend({ mayRate }: { mayRate: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft print:hidden">
      <span>
        A cell shows the <Word of="consensus" />:
      </span>
      {CONSISTENCY.map(({ code }) => (
        <ConsistencyCode key={code} code={code} />
      ))}
      <span className="max-sm:hidden">
        A corner marks much <Word of="disagreement" />
        {mayRate && ", a dot what you have not rated; below it stands what you gave"}.
      </span>
    </div>
  );
}
