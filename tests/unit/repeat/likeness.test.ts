import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Likeness, mostCompared, muchAlike } from "@/lib/repeat/likeness";
import { numbersBeyond, shareOf, wordsOf } from "@/lib/repeat/words";
import { seedInquiry } from "@/prisma/seed/inquiry";

const share = (one: string, other: string) => shareOf(wordsOf(one), wordsOf(other));

/** Pairs that a person takes for one report, and pairs that look alike and are two: the threshold lies between. */
const repeats = [
  ["A grey van was seen near the station at noon.", "At noon a GREY van was seen near the station!"],
  ["A grey van was seen at noon near the station.", "A grey van was seen at noon near the railway station."],
  [
    "The group claimed both attacks on the shrine, in which more than 20 people died.",
    "The group claimed the two attacks on the shrine, in which more than 20 people died.",
  ],
  [
    "An attack on the club left 39 people dead and some 80 injured.",
    "The attack on the club left 39 people dead and some 80 injured, police say.",
  ],
  ["Le café de la gare était fermé lundi.", "Le cafe de la gare etait ferme, lundi."],
  [
    "Ответственность за взрыв взяла на себя группа.",
    "Группа взяла на себя ответственность за взрыв в городе.",
  ],
  ["شوهدت شاحنة رمادية قرب المحطة عند الظهر", "شُوهدت شاحنة رمادية عند الظهر قرب المحطة"],
  ["目击者中午在车站附近看到一辆灰色货车。", "目击者中午在火车站附近看到一辆灰色货车"],
  [
    "The ministry counted 1,329 dead in the whole year.",
    "In the whole year, the ministry counted 1329 dead.",
  ],
] as const;
const different = [
  ["The van was grey when it came.", "The van was blue when it left."],
  [
    "The group carried out the attack on the church.",
    "The group carried out the attack on the nightclub hall.",
  ],
  [
    "The ministry counted 1,329 dead in the whole year.",
    "The ministry counted 1,392 dead in the whole year.",
  ],
  ["The shop was closed on 3 March.", "The shop was closed on 4 March."],
  ["目击者中午在车站附近看到一辆灰色货车。", "目击者晚上在学校附近看到一辆红色轿车。"],
] as const;

describe("Two texts say nearly the same", () => {
  it.each(repeats)("%s = %s", (one, other) => {
    expect(share(one, other)).toBeGreaterThanOrEqual(muchAlike);
  });

  it.each(different)("unless they are two things: %s ≠ %s", (one, other) => {
    expect(share(one, other)).toBeLessThan(muchAlike);
  });

  it("less so where each has a number that the other has not, and not where one only tells more", () => {
    const [told, otherwise, more] = [
      "It killed 12 people there.",
      "It killed 14 people there.",
      "In 2019 it killed 12 people there.",
    ];
    expect(share(told, otherwise)).toBeLessThan(share(told, "It killed twelve people there."));
    expect(share(told, more)).toBeGreaterThan(share(told, otherwise));
    expect(numbersBeyond(wordsOf(told), wordsOf(otherwise))).toEqual(["12"]);
    expect(numbersBeyond(wordsOf(more), wordsOf(told))).toEqual(["2019"]);
  });

  it("in a measure that asks for no order: of texts or of words", () => {
    const text = fc.array(fc.constantFrom("a", "van", "was", "seen", "12", "1,329", "грузовик", "在车站"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const alike = share(one.join(" "), other.join(" "));
        expect(alike).toBe(share(other.join(" "), one.toReversed().join(" ")));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Looking for what is much like a text", () => {
  it("finds the nearest first, and of equals the one that came first", () => {
    const likeness = new Likeness([
      { where: "E1", text: "On Monday the café was closed all day." },
      { where: "E2", text: "The café was closed on Monday" },
      { where: "E3", text: "The café was closed on Monday." },
      { where: "E4", text: "The café was open on Sunday" },
    ]);
    expect(likeness.near("On monday the CAFE was closed!").map(({ where }) => where)).toEqual([
      "E2",
      "E3",
      "E1",
    ]);
    expect(likeness.nearest("The station was closed")).toBeNull();
  });

  it("passes over texts of so few words that they repeat nothing", () => {
    const likeness = new Likeness([{ where: "E1", text: "No comment." }]);
    expect(likeness.nearest("No comment.")).toBeNull();
    expect(likeness.nearest("…")).toBeNull();
  });

  it("finds just what comparing each with each would find", () => {
    const word = fc.constantFrom(..."abcdefghij".split("").map((letter) => letter.repeat(3)), "12", "13");
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, asked) => {
        const likeness = new Likeness(texts.map((each, i) => ({ where: String(i), text: each })));
        const found = likeness.near(asked).map(({ where }) => where);
        const isLong = (each: string) => wordsOf(each).size >= 4;
        const all = texts.flatMap((each, i) =>
          isLong(each) && isLong(asked) && share(each, asked) >= muchAlike ? [String(i)] : [],
        );
        expect(found.toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it("compares a text with no more than a hundred others, those with its rarest words first, and says that it left some out", () => {
    const form = "The driver passed the northern gate on his way to the harbour and was not stopped, says";
    const names = Array.from({ length: 300 }, (_, i) =>
      `${form} name${i}`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
    );
    const likeness = new Likeness(names.slice(0, 60).map((text, i) => ({ where: String(i), text })));
    expect(likeness.near(names[0] ?? "")).toHaveLength(60);
    expect(likeness.isPartial).toBe(false);
    for (const [i, text] of names.slice(60).entries()) likeness.add({ where: String(60 + i), text });
    const near = likeness.near(names[299] ?? "");
    expect(near).toHaveLength(mostCompared);
    expect(near[0]).toMatchObject({ where: "299", share: 1 });
    expect(likeness.isPartial).toBe(true);
  });

  it("proposes no nonsense in the inquiry that ships: its entries are all of one source, and none repeats another", () => {
    const likeness = new Likeness();
    for (const { id, statement } of seedInquiry.evidence) {
      expect(likeness.near(statement)).toEqual([]);
      likeness.add({ where: id, text: statement });
    }
  });
});
