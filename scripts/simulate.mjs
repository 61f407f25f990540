// `npm run simulate`: how often each method finds the truth in worlds that are made to have one.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/simulate.mjs");
