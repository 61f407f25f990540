// `npm start`: everything from a fresh clone to a running server.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/start.mjs");
