import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";

main(async () => {
  await ensureInstalled();
  const { runTests } = await import("./tests.mjs");
  return runTests(process.argv.slice(2));
});
