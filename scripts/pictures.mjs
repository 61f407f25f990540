// `npm run pictures [-- folder]`: every page, wide and narrow, light and dark; and the README's pictures.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/take-pictures.mjs");
