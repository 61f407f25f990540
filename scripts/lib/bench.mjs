import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError } from "./say.mjs";
import { runProgram } from "./tool.mjs";

/** What is measured: the engine alone, or the pages in a browser and over HTTP. */
const BENCHES = { engine: "bench/run.ts", pages: "bench/pages/run.ts" };

main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in BENCHES));
  if (unknown)
    throw new PlainError(`There is no bench "${unknown}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  await ensureInstalled();
  for (const [name, script] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const code = await runProgram(script, []);
    if (code !== 0) return code;
  }
  return 0;
});
