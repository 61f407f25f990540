import { describe, expect, it } from "vitest";
import { answerAnalysis } from "@/lib/interchange/answer-analysis";
import { expectClose } from "../analysis/close";
import { workedExample } from "../analysis/matrices";

const address = "http://localhost/api/v1/analysis";

function ask(body: string | ReadableStream, query = ""): Promise<Response> {
  return answerAnalysis(
    new Request(`${address}${query}`, { method: "POST", body, duplex: "half" } as RequestInit),
  );
}

/** The whole answer to the worked example, to the last field. */
const answer = {
  hypotheses: [
    {
      id: "H1",
      posterior: 0.3305439330543933,
      range: [0.3305439330543933, 0.5],
      judgement: 0.15,
      coverage: 0.5,
      likelihood: { icd203: "unlikely", phia: "unlikely" },
    },
    {
      id: "H2",
      posterior: 0.6694560669456067,
      range: [0.5, 0.6694560669456067],
      judgement: 0.85,
      coverage: 0.5,
      likelihood: { icd203: "likely", phia: "likely" },
    },
  ],
  evidence: [
    {
      id: "E1",
      reliability: 0.75,
      credibility: 0.75,
      relevance: 1,
      weight: 0.75,
      origins: ["S1"],
      leansOn: "S1",
      corroboration: 1,
      doubt: 0.1,
      bound: 10,
      diagnosticity: 1.1926450779423958,
      flags: ["relayed-only"],
      moves: 0.1694560669456067,
    },
    {
      id: "E2",
      reliability: 0.5,
      credibility: 0.5,
      relevance: 0.75,
      weight: 0.375,
      origins: ["unsourced"],
      leansOn: "unsourced",
      corroboration: 1,
      doubt: 0.2,
      bound: 5,
      diagnosticity: 0,
      flags: ["unsourced"],
      moves: 0,
    },
  ],
  cells: [
    { evidence: "E1", hypothesis: "H1", consensus: -1, label: "I", votes: 1, disagreement: null },
    { evidence: "E1", hypothesis: "H2", consensus: 2, label: "CC", votes: 1, disagreement: null },
    { evidence: "E2", hypothesis: "H1", consensus: null, label: null, votes: 0, disagreement: null },
    { evidence: "E2", hypothesis: "H2", consensus: null, label: null, votes: 0, disagreement: null },
  ],
  origins: [
    { id: "S1", sources: ["S1", "S2"], evidence: 1, doubt: 0.1, bound: 10 },
    { id: "unsourced", sources: [], evidence: 1, doubt: 0.2, bound: 5 },
  ],
  analysts: [
    { id: "ana", pairs: 1, diagonal: 0, halo: false },
    { id: "ben", pairs: 0, diagonal: null, halo: false },
  ],
  methods: {
    heuer: { order: ["H2", "H1"], scores: { H1: 1, H2: 0 } },
    parc: { order: ["H2", "H1"], scores: { H1: 2, H2: 0 } },
    squared: { order: ["H2", "H1"], scores: { H1: 1, H2: 0 } },
    burton: { order: ["H2", "H1"], scores: { H1: 2, H2: 0 } },
    posterior: { order: ["H2", "H1"], scores: { H1: 0.3305439330543933, H2: 0.6694560669456067 } },
    judgement: { order: ["H2", "H1"], scores: { H1: 0.15, H2: 0.85 } },
  },
  agreement: { alpha: null },
  leader: { id: "H2", tied: [] },
  linchpins: { rival: "H1", evidence: ["E1"], smallest: true },
  drops: [
    ...["evidence E1", "evidence E2", "source S1", "source S2", "group S1", "analyst ana", "analyst ben"].map(
      (what) => {
        const [kind, id] = what.split(" ");
        const changes = what !== "evidence E2" && what !== "analyst ben";
        return {
          kind,
          id,
          posterior: changes ? { H1: 0.5, H2: 0.5 } : { H1: 0.3305439330543933, H2: 0.6694560669456067 },
          leader: changes ? "H1" : "H2",
          tied: changes ? ["H2"] : [],
          changes,
        };
      },
    ),
  ],
  confidence: {
    level: "low",
    grounds: ["few-origins", "few-linchpins", "little-agreement", "single-point", "gaps"],
  },
};

/** Every key, however deep, so that nothing is there that should not be. */
function keysIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value)
    .flatMap(([key, one]) => keysIn(one, `${path}/${key}`))
    .sort();
}

describe("POST /api/v1/analysis", () => {
  it("answers the worked example to 1e-9, with every field and no other", async () => {
    const response = await ask(JSON.stringify(workedExample));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const given = await response.json();
    expectClose(given, answer);
    expect(keysIn(given)).toEqual(keysIn(answer));
  });

  it("gives only the drops that change the answer, if asked", async () => {
    const given = await (await ask(JSON.stringify(workedExample), "?drops=changes")).json();
    expect(given.drops.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)).toEqual([
      "evidence E1",
      "source S1",
      "source S2",
      "group S1",
      "analyst ana",
    ]);
  });

  it("has no judgement where nobody judged", async () => {
    const { judgements: _, ...matrix } = workedExample;
    const given = await (await ask(JSON.stringify(matrix))).json();
    expect(given.methods.judgement).toBeNull();
    expect(given.hypotheses[0].judgement).toBeNull();
  });

  it("says what is wrong as a problem of RFC 9457", async () => {
    const response = await ask('{"hypotheses":[{"id":"a"},{"id":"b","colour":1}]}');
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "The request cannot be understood",
      status: 400,
      errors: [{ path: "/hypotheses/1/colour", message: "Unknown key." }],
      total: 1,
    });
  });

  it("refuses a body that is no JSON, and a parameter that it does not know", async () => {
    expect(await (await ask("nonsense")).json()).toMatchObject({ errors: [{ path: "" }] });
    expect((await ask(JSON.stringify(workedExample), "?drops=some")).status).toBe(400);
  });

  it("reads a megabyte and not a byte more", async () => {
    const text = JSON.stringify(workedExample);
    expect((await ask(text + " ".repeat(2 ** 20 - text.length))).status).toBe(200);
    expect((await ask(text + " ".repeat(2 ** 20 - text.length + 1))).status).toBe(413);
  });

  it("stops reading a body without end", async () => {
    let chunks = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(2 ** 16));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    expect((await ask(body)).status).toBe(413);
    expect(chunks).toBeLessThan(20);
    expect(isCancelled).toBe(true);
  });

  it("refuses a matrix of too many entries", async () => {
    const evidence = Array.from({ length: 5_001 }, (_, row) => ({ id: `${row}` }));
    const response = await ask(JSON.stringify({ hypotheses: [{ id: "a" }, { id: "b" }], evidence }));
    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
