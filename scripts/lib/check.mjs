import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";

main(async () => {
  await ensureInstalled();
  const { runChecks } = await import("./checks.mjs");
  const failed = (await runChecks()).filter(({ ok }) => !ok);
  return failed.length === 0 ? 0 : 1;
});
