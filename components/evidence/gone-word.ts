import type { EvidenceLine } from "@/lib/evidence/queries";

/** Why an entry that is withdrawn counts no more: it is withdrawn, or another one stands for it. */
export const goneWord = ({ mergedIntoId }: Pick<EvidenceLine, "mergedIntoId">): string =>
  mergedIntoId ? `merged into ${mergedIntoId}` : "withdrawn";
