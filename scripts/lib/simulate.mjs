import { runTool } from "./tool.mjs";

runTool("simulate/run.ts");
