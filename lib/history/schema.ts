import { z } from "zod";

/** Which page of a history; it stands in the address. */
export const historyFilter = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) });
