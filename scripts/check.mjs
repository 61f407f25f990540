// `npm run check`: types, lint, import rules, unused code.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/check.mjs");
