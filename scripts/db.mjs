// The database alone, for whoever wants to look into it: prints its address and keeps it up until Ctrl-C.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/keep-database.mjs");
