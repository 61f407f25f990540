import { fileURLToPath } from "node:url";

/** The checkout, whichever folder the command was given in. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
