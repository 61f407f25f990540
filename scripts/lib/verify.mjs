import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";

main(async () => {
  await ensureInstalled();
  // Only now are there packages to load.
  const { verifyHistory } = await import("./verify-history.mjs");
  return verifyHistory();
});
