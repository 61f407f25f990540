// `npm run bench`: what an analysis costs, beside a bare sum of the same ratings and beside the naive way.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/bench.mjs");
