// `npm run pictures -- http://127.0.0.1:3000`: the README's pictures, taken from a running Linchpin.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/take-pictures.mjs");
