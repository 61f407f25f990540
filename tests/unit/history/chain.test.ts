import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventContent, type EventLink, hashContent, hashLink, newSalt } from "@/lib/history/chain";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const link: EventLink = {
  chain: "installation",
  sequence: 7,
  at: new Date("2026-11-24T09:08:07.006Z"),
  actorId: "0190",
  action: "source.added",
  subject: "S7",
  contentHash: "c0",
  previousHash: "p0",
};

describe("The hash of a link", () => {
  it("is the SHA-256 of its fields as canonical JSON", () => {
    expect(hashLink(link)).toBe(
      sha256(
        '{"action":"source.added","actorId":"0190","at":"2026-11-24T09:08:07.006Z","chain":"installation","contentHash":"c0","previousHash":"p0","sequence":7,"subject":"S7"}',
      ),
    );
    expect(hashLink({ ...link, actorId: null })).toBe(
      sha256(
        '{"action":"source.added","actorId":null,"at":"2026-11-24T09:08:07.006Z","chain":"installation","contentHash":"c0","previousHash":"p0","sequence":7,"subject":"S7"}',
      ),
    );
  });

  it.each([
    ["chain", "another"],
    ["sequence", 8],
    ["at", new Date("2026-11-24T09:08:07.007Z")],
    ["actorId", null],
    ["actorId", "0191"],
    ["action", "source.edited"],
    ["subject", "S8"],
    ["contentHash", "c1"],
    ["previousHash", ""],
  ] as const)("covers %s", (field, value) => {
    expect(hashLink({ ...link, [field]: value })).not.toBe(hashLink(link));
  });

  it("has no field but those: whatever a row bears beside them changes nothing", () => {
    expect(Object.keys(link)).toHaveLength(8);
    expect(hashLink({ ...link, hash: "x", reason: "y" } as EventLink)).toBe(hashLink(link));
  });

  it("does not run fields together", () => {
    expect(hashLink({ ...link, action: "source.add", subject: "edS7" })).not.toBe(hashLink(link));
  });
});

describe("The hash of content", () => {
  const content: EventContent = { before: null, after: { statement: "x" }, reason: "" };

  it("is the SHA-256 of salt and content as canonical JSON, by the example of RFC 8785", () => {
    const after = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    const canonical =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(hashContent("00", { before: null, after, reason: "why" })).toBe(
      sha256(`{"after":${canonical},"before":null,"reason":"why","salt":"00"}`),
    );
  });

  it("sorts keys by their UTF-16 units, as RFC 8785 has it", () => {
    const after = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
    const canonical = '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}';
    expect(hashContent("", { before: after, after: null, reason: "" })).toBe(
      sha256(`{"after":null,"before":${canonical},"reason":"","salt":""}`),
    );
  });

  it("is the same in whatever order the keys come, and after a way through JSON", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.infiniteStream(fc.nat()),
        (after, numbers) => {
          const keys = Object.keys(after).sort(() => (numbers.next().value % 2 ? 1 : -1));
          const shuffled = Object.fromEntries(keys.map((key) => [key, after[key]]));
          const hash = hashContent("salt", { ...content, after });
          expect(hashContent("salt", { ...content, after: shuffled })).toBe(hash);
          expect(hashContent("salt", { ...content, after: JSON.parse(JSON.stringify(after)) })).toBe(hash);
        },
      ),
    );
  });

  it("tells lists in another order apart, and none from nothing", () => {
    const hash = (after: unknown) => hashContent("salt", { ...content, after });
    expect(hash([1, 2])).not.toBe(hash([2, 1]));
    expect(hash({})).not.toBe(hash(null));
    expect(hash(undefined)).toBe(hash(null));
    expect(hash({ a: undefined })).toBe(hash({}));
    expect(hash("1")).not.toBe(hash(1));
  });

  it.each([
    ["salt", () => hashContent("other", content)],
    ["before", () => hashContent("salt", { ...content, before: {} })],
    ["after", () => hashContent("salt", { ...content, after: { statement: "y" } })],
    ["reason", () => hashContent("salt", { ...content, reason: " " })],
  ])("covers %s", (_, changed) => {
    expect(changed()).not.toBe(hashContent("salt", content));
  });

  it("cannot be guessed: a salt is 32 random bytes", () => {
    const salts = new Set(Array.from({ length: 100 }, newSalt));
    expect(salts.size).toBe(100);
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is refused for what is no JSON", () => {
    for (const after of [Number.NaN, Number.POSITIVE_INFINITY, 10n]) {
      expect(() => hashContent("salt", { ...content, after })).toThrow();
    }
  });
});
