// `npm run dev`: the developer's loop. The same database and the same front, with pages built as they are asked for.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/develop.mjs");
