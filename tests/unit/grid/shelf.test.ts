import { describe, expect, it } from "vitest";
import type { KeptRating } from "@/lib/grid/outbox";
import { shelfIn } from "@/lib/grid/shelf";

/** The browser's interface over a map. */
function makeStorage(items = new Map<string, string>()): Storage {
  return {
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}
const given: KeptRating = { evidence: "E1", hypothesis: "H2", consistency: "C", at: 5 };

describe("a shelf in a browser's storage", () => {
  it("gives back what was put there, and nothing of another analyst", () => {
    const storage = makeStorage();
    expect(shelfIn(() => storage, "ada").put(given)).toBe(true);
    expect(shelfIn(() => storage, "ada").read()).toEqual(new Map([["E1/H2", given]]));
    expect(shelfIn(() => storage, "ben").read()).toEqual(new Map());
  });

  it("takes away what was sent, and leaves what came later", () => {
    const storage = makeStorage();
    const kept = shelfIn(() => storage, "ada");
    kept.put(given);
    kept.take({ ...given, at: 4 });
    expect(kept.read()?.size).toBe(1);
    kept.take(given);
    expect(kept.read()?.size).toBe(0);
  });

  it("passes over whatever else lies under its names", () => {
    const rubbish = [
      "null",
      "{}",
      "[]",
      "7",
      "{",
      '{"evidence":"E1","hypothesis":"H1","consistency":"Q","at":1}',
    ];
    const storage = makeStorage(new Map(rubbish.map((text, nth) => [`ada/${nth}`, text])));
    expect(shelfIn(() => storage, "ada").read()).toEqual(new Map());
  });

  it("says that it keeps nothing where the browser keeps nothing", () => {
    const shelf = shelfIn(() => {
      throw new Error("denied");
    }, "ada");
    expect(shelf.read()).toBeNull();
    expect(shelf.put(given)).toBe(false);
    expect(() => shelf.take(given)).not.toThrow();
  });
});
