import { test as base } from "../e2e/fixtures";
import { type World, withWorld } from "./walk-world";

/** One world for each worker, on the server of its installation. */
export const test = base.extend<object, { world: World }>({
  world: [
    async ({ playwright, server }, use) => withWorld(playwright.request, server, use),
    { scope: "worker", timeout: 120_000 },
  ],
});

export { expect } from "../e2e/fixtures";
