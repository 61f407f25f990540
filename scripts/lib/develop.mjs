import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";

main(
  async () => {
    await ensureInstalled();
    // Only now are there packages to load.
    const { serve } = await import("./serve.mjs");
    await serve({ isDevelopment: true });
  },
  { codeOnSignal: 0 },
);
