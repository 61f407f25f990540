import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  code,
  decimal,
  fieldErrors,
  localPath,
  optionalCode,
  optionalEdtf,
  optionalText,
  optionalUrl,
  requiredText,
  version,
} from "@/lib/fields";

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("Text", () => {
  const text = optionalText(10);

  it.each([
    ["a NUL", "a\u0000b"],
    ["half a surrogate pair, the first", "a\ud83d"],
    ["half a surrogate pair, the second", "\ude00b"],
    ["a pair the wrong way round", "\ude00\ud83d"],
  ])("with %s is refused with a sentence", (_, given) => {
    const result = text.safeParse(given);
    expect(result.error?.issues[0]?.message).toBe("This holds characters that cannot be stored.");
  });

  it("is brought to NFC, so that what looks the same is the same", () => {
    expect(text.parse("e\u0301")).toBe("\u00e9");
    expect(text.parse("\u1100\u1161")).toBe("\uac00");
  });

  it("of the right-to-left scripts is kept as it is, marks included", () => {
    const arabic = "‏درعا – «لا»‏";
    expect(optionalText(40).parse(arabic)).toBe(arabic);
    expect(optionalText(40).parse(" שלום \u200f")).toBe("שלום \u200f");
  });

  it("keeps what lies beyond the basic plane", () => {
    expect(text.parse("𝒳🧾")).toBe("𝒳🧾");
  });

  it("is trimmed, and its line ends are one sign", () => {
    expect(text.parse("  a\r\nb\n\t ")).toBe("a\nb");
  });

  it("may be as long as is said, counted after that, and no longer", () => {
    expect(text.parse(` ${"x".repeat(10)} `)).toHaveLength(10);
    expect(text.parse("e\u0301".repeat(10))).toHaveLength(10);
    expect(text.safeParse("x".repeat(11)).error?.issues[0]?.message).toBe("At most 10 characters, please.");
    expect(optionalText(4_000).safeParse("x".repeat(4_001)).error?.issues[0]?.message).toContain("4,000");
  });

  it("that may be left out is empty then; that must say something is refused with its own sentence", () => {
    expect(text.parse(undefined)).toBe("");
    const required = requiredText(10, "Say it.");
    for (const given of ["", " \r\n ", "\u00a0", "\u200b\u200d \u200b"]) {
      expect(required.safeParse(given).error?.issues.map(({ message }) => message)).toEqual(["Say it."]);
    }
    expect(required.parse(" so ")).toBe("so");
    for (const given of [undefined, null, 7, ["a"], { a: 1 }]) expect(accepts(required, given)).toBe(false);
  });

  it("once cleaned stays as it is when it is cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const once = optionalText(1_000).safeParse(given);
        if (!once.success) return;
        expect(optionalText(1_000).parse(once.data)).toBe(once.data);
        expect(once.data).toBe(once.data.normalize("NFC"));
      }),
    );
  });
});

describe("A date with its uncertainty", () => {
  it.each([
    "2024",
    "2024-03",
    "2024-03-22",
    "2022-10/2023-08",
    "2024~",
    "2024-03?",
    "2024%",
    "{2022-10,2023-08}",
    "[2022,2023]",
    "2022/..",
    "../2022",
    "2024-21",
    "201X",
  ])("may be %s", (given) => {
    expect(optionalEdtf.parse(` ${given} `)).toBe(given);
  });

  it.each([
    "yesterday",
    "22.3.2024",
    "2024-13",
    "20240322",
    "9999999999",
    "2024-02-30",
    "2024-3",
    "{}",
    "2024-03-22 to 2024-03-25",
    "'; DROP TABLE",
  ])("may not be %s", (given) => {
    const result = optionalEdtf.safeParse(given);
    expect(result.error?.issues[0]?.message).toMatch(/^Write a date such as 2024,/);
  });

  it("may be left out", () => {
    expect(optionalEdtf.parse("")).toBeNull();
    expect(optionalEdtf.parse(undefined)).toBeNull();
  });
});

describe("A web address", () => {
  it.each([
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/",
    "http://[::1]:3000/x",
    "https://مثال.example/درعا",
  ])("may be %s", (given) => {
    expect(optionalUrl.parse(given)).toBe(given);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "//example.org",
    "/inquiries",
    "example.org",
    "http:example.org",
    "https:/example.org",
    "http:\\\\example.org",
    "https://",
    "https://me:secret@example.org",
    "https://me@example.org",
  ])("may not be %j", (given) => {
    const result = optionalUrl.safeParse(given);
    expect(result.error?.issues[0]?.message).toBe("An address starts with http:// or https://.");
  });

  it("may be left out", () => {
    expect(optionalUrl.parse("")).toBeNull();
  });
});

describe("A path to go on to", () => {
  it.each([
    "/",
    "/inquiries/is-k-attacks",
    "/inquiries/x/evidence?page=2&text=a%20b#E1",
    "/a//b",
    "/sources/S1?to=https://example.org",
  ])("stays: %s", (given) => {
    expect(localPath.parse(given)).toBe(given);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "evil",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    "/a\\b",
    " //evil.example",
    "",
    undefined,
  ])("is the front page instead of %j", (given) => {
    expect(localPath.parse(given)).toBe("/");
  });

  it("goes into a header in any script", () => {
    expect(localPath.parse("/inquiries?text=où est نص")).toBe("/inquiries?text=o%C3%B9%20est%20%D9%86%D8%B5");
    expect(localPath.parse("/a\ud800")).toBe("/");
  });

  it("never leaves the site, whatever is sent", () => {
    const sign = fc.constantFrom(
      "/",
      "\\",
      ":",
      "@",
      "?",
      "#",
      ".",
      "\t",
      "\n",
      "\r",
      " ",
      "\u0000",
      "%2f",
      "evil.example",
      "https",
      "javascript",
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 8 }).map((signs) => signs.join("")),
        (given) => {
          const site = "https://site.example";
          for (const path of [given, `/${given}`]) {
            expect(new URL(localPath.parse(path), `${site}/sign-in`).origin).toBe(site);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("A code of a scale", () => {
  const letters = [{ code: "A" }, { code: "B" }] as const;
  const numbers = [{ code: 1 }, { code: 2 }] as const;

  it("comes as text and is what the scale says, number or letter", () => {
    expect(code(letters).parse("B")).toBe("B");
    expect(code(numbers).parse("2")).toBe(2);
    expect(optionalCode(numbers).parse("1")).toBe(1);
  });

  it("is refused where the scale has none such, whatever the case or the blanks", () => {
    for (const given of ["C", "b", " A", "A ", "AB", "toString", "__proto__"]) {
      expect(accepts(code(letters), given)).toBe(false);
      expect(accepts(optionalCode(letters), given)).toBe(false);
    }
    for (const given of ["01", "1.0", "3", "-1", "1e0"]) expect(accepts(code(numbers), given)).toBe(false);
  });

  it("may be none only where none is an answer", () => {
    expect(optionalCode(letters).parse("")).toBeNull();
    expect(optionalCode(letters).parse(undefined)).toBeNull();
    expect(accepts(code(letters), "")).toBe(false);
    expect(accepts(code(letters), undefined)).toBe(false);
  });
});

it("A version is a whole number from 1", () => {
  expect(version.parse("7")).toBe(7);
  for (const given of ["0", "-1", "1.5", "", "x", undefined]) expect(accepts(version, given)).toBe(false);
});

it("Errors are one sentence a field, by the field's name", () => {
  const schema = z.object({
    name: requiredText(3, "Say it."),
    list: z.array(z.object({ url: optionalUrl })),
  });
  const { error } = schema.safeParse({ name: "", list: [{ url: "" }, { url: "x" }] });
  expect(error && fieldErrors(error)).toEqual({
    name: "Say it.",
    "list.1.url": "An address starts with http:// or https://.",
  });
});

describe("a number", () => {
  const share = decimal((number) => number >= 0 && number <= 1_000, "A number from 0 to 1000.", 0);

  it("is read with a point or a comma, and with a per cent sign after it", () => {
    expect(["0.5", "0,125", " 60 %", ".5", "7.", ""].map((text) => share.parse(text))).toEqual([
      0.5, 0.125, 60, 0.5, 7, 0,
    ]);
  });

  it.each(["0x10", "1e2", "-1", "1 000", "0b1", "Infinity", "1.2.3"])("is not %j", (text) => {
    expect(share.safeParse(text).error?.issues[0]?.message).toBe("A number from 0 to 1000.");
  });

  it("is refused with a reason where it can be read in two ways", () => {
    expect(share.safeParse("1,000").error?.issues[0]?.message).toBe(
      "1,000 can be read in two ways: write it with a point, or without the comma.",
    );
  });
});
