import { expect } from "vitest";

/** Holds every number of `expected`, however deep, against `actual` to 1e-9, and everything else exactly. */
export function expectClose(actual: unknown, expected: unknown, path = ""): void {
  if (typeof expected === "number" && typeof actual === "number") {
    if (Math.abs(actual - expected) < 1e-9) return;
    expect.fail(`${path}: ${actual} against ${expected}`);
  }
  if (actual === expected) return;
  if (expected === null || typeof expected !== "object") {
    expect(actual, path).toEqual(expected);
    return;
  }
  expect(actual, path).toBeTypeOf("object");
  expect(Array.isArray(actual), path).toBe(Array.isArray(expected));
  if (Array.isArray(expected)) expect((actual as unknown[]).length, path).toBe(expected.length);
  const given = new Map(Object.entries(actual as object));
  for (const [key, value] of Object.entries(expected)) expectClose(given.get(key), value, `${path}/${key}`);
}
