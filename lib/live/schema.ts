import { z } from "zod";

/** The last change that a reader knows of, as an address or a browser that comes back has it. */
export const lastKnown = z.string().regex(/^\d+$/).transform(Number).pipe(z.int32());
