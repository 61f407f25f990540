// `npm test`: everything there is to check. `npm test -- unit` runs one stage; what follows its name goes to its runner.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/test.mjs");
