import { runTool } from "./tool.mjs";

runTool("bench/run.ts");
