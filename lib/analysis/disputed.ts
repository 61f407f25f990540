import { isUnder } from "./numbers";
import type { CellFindings } from "./types";

/** Half of what two analysts at the ends of the scale would come to, or nearly so. */
const NOTABLE = 0.4;

/** Whether the analysts part on a cell so far that it is worth talking about. */
export function isDisputed({ disagreement }: Pick<CellFindings, "disagreement">): boolean {
  return disagreement !== null && !isUnder(disagreement, NOTABLE);
}
