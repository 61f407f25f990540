// `npm run verify`: walks the chains of history and names whatever is not as it was written.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/verify.mjs");
