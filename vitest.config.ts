import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    // Next's "server-only" guard throws outside its bundler; the react-server condition makes it a no-op.
    conditions: ["react-server"],
    alias: { "@": root.replace(/\/$/, "") },
  },
  ssr: {
    resolve: {
      conditions: ["react-server", "module", "node", "development|production"],
      // For what Node loads itself; with "import" among them its require() would get ES modules, and pg break.
      externalConditions: ["react-server"],
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        // Components render as the browser has them, not as React's server condition does.
        resolve: { alias: { "@": root.replace(/\/$/, "") } },
        test: { name: "ui", include: ["tests/unit/ui/**/*.test.tsx"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
