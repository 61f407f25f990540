import { type IncomingHttpHeaders, request, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listen } from "../../scripts/lib/front.mjs";

let front: Awaited<ReturnType<typeof listen>>;
let seen: IncomingHttpHeaders | undefined;
let answer: (response: ServerResponse) => void;
let isClosed: boolean;

beforeEach(async () => {
  front = await listen({ host: "127.0.0.1", port: 0 });
  seen = undefined;
  isClosed = false;
  answer = (response) => response.end("a page");
});

afterEach(async () => {
  if (!isClosed) await front.close();
});

function open(ours: { url?: string; trustProxy?: boolean } = {}) {
  const url = ours.url ?? `http://127.0.0.1:${front.port}`;
  const pages = {
    handle: (incoming: { headers: IncomingHttpHeaders }, response: ServerResponse) => {
      seen = incoming.headers;
      answer(response);
    },
    upgrade: () => {},
  };
  front.open(pages, { url, trustProxy: ours.trustProxy ?? false, isDevelopment: false });
}

/** Not by fetch, which will not say another Host. */
function ask(headers: Record<string, string> = {}, path = "/") {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: front.port, path, headers, agent: false },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (more) => {
            text += more;
          });
          response.on("error", reject);
          response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
        },
      );
      sent.on("error", reject).end();
    },
  );
}

it("answers that it is starting until the pages are there", async () => {
  expect(await ask()).toMatchObject({ status: 503, text: "Linchpin is starting. Try again in a moment.\n" });
  open();
  expect(await ask()).toMatchObject({ status: 200, text: "a page" });
});

it("refuses a request for another host and says where it answers", async () => {
  open();
  for (const Host of [
    "evil.example",
    `evil.example:${front.port}`,
    "127.0.0.1:1",
    "127.0.0.1.evil.example",
    "a@b",
  ]) {
    const { status, text } = await ask({ Host });
    expect([Host, status]).toEqual([Host, 421]);
    expect(text).toContain(`http://127.0.0.1:${front.port} only`);
  }
  expect(seen).toBe(undefined);
});

it("turns away what is too large before it is read, and tells a program so as a problem", async () => {
  open();
  const tooLarge = { "content-length": String(2 ** 20 + 1) };
  expect(await ask(tooLarge)).toMatchObject({ status: 413, text: expect.stringContaining("1 MB") });
  const { status, headers, text } = await ask(tooLarge, "/api/v1/analysis");
  expect([status, headers["content-type"]]).toEqual([413, "application/problem+json"]);
  expect(JSON.parse(text)).toEqual({
    type: "about:blank",
    title: "Payload Too Large",
    status: 413,
    detail: "This is more than the server takes at once: 1 MB (1,048,576 bytes).",
  });
  expect(seen).toBe(undefined);
});

it("answers to every name of loopback on its port, and to the public name in any spelling", async () => {
  open();
  for (const name of ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"]) {
    expect([name, (await ask({ Host: `${name}:${front.port}` })).status]).toEqual([name, 200]);
  }
});

it("answers to the public name alone where there is one", async () => {
  open({ url: "https://evidence.example.org" });
  for (const [Host, status] of [
    ["evidence.example.org", 200],
    ["Evidence.example.org:443", 200],
    ["evidence.example.org:80", 421],
    [`127.0.0.1:${front.port}`, 421],
  ] as const) {
    expect([Host, (await ask({ Host })).status]).toEqual([Host, status]);
  }
});

it("refuses a target that names a host of its own", async () => {
  open();
  expect((await ask({}, "http://evil.example/")).status).toBe(400);
});

it("puts the truth in place of what a client says of itself", async () => {
  open();
  await ask({
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "1",
    Forwarded: "for=203.0.113.7",
    "X-Real-IP": "203.0.113.7",
    "X-Middleware-Subrequest": "proxy:proxy:proxy",
    "X-Prerender-Revalidate": "1",
    "X-Nonce": "mine",
    "Content-Security-Policy": "script-src 'nonce-mine'",
    "Next-Action": "kept",
    "X-Linchpin-Own": "guess",
    Cookie: "kept=1",
  });
  const host = `127.0.0.1:${front.port}`;
  expect(seen).toMatchObject({
    host,
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": host,
    "x-forwarded-proto": "http",
    "next-action": "kept",
    cookie: "kept=1",
  });
  expect(seen?.["x-linchpin-own"]).not.toBe("guess");
  for (const name of [
    "forwarded",
    "x-real-ip",
    "x-middleware-subrequest",
    "x-prerender-revalidate",
    "x-nonce",
  ]) {
    expect(seen).not.toHaveProperty(name);
  }
  expect(seen).not.toHaveProperty("content-security-policy");
  expect(seen).not.toHaveProperty("x-forwarded-port");
});

it("believes a trusted proxy's own entry and none before it", async () => {
  open({ url: "https://evidence.example.org", trustProxy: true });
  const Host = "backend:3000";
  const headers = {
    Host,
    "X-Forwarded-Host": "evidence.example.org",
    "X-Forwarded-For": "203.0.113.7, 198.51.100.4",
  };
  expect((await ask(headers)).status).toBe(200);
  expect(seen).toMatchObject({
    "x-forwarded-for": "198.51.100.4",
    "x-forwarded-host": "evidence.example.org",
    "x-forwarded-proto": "https",
  });
  await ask({ ...headers, "X-Forwarded-For": "nonsense" });
  expect(seen?.["x-forwarded-for"]).toBe("127.0.0.1");
});

it("lets what Next asks of itself through, with the headers of the request it serves", async () => {
  open({ url: "https://evidence.example.org", trustProxy: true });
  await ask({ Host: "evidence.example.org", "X-Forwarded-For": "198.51.100.4" });
  const own = Object.fromEntries(Object.entries(seen ?? {}).filter(([name]) => /^x-/.test(name))) as Record<
    string,
    string
  >;
  expect((await ask({ ...own, Host: `127.0.0.1:${front.port}` })).status).toBe(200);
  expect(seen?.["x-forwarded-for"]).toBe("198.51.100.4");
});

it("puts the security headers on every response, refusals included, and lets a page set its own policy", async () => {
  const expected = {
    "content-security-policy":
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  expect((await ask()).headers).toMatchObject(expected);
  open();
  expect((await ask()).headers).toMatchObject(expected);
  expect((await ask({ Host: "evil.example" })).headers).toMatchObject(expected);
  answer = (response) => response.setHeader("content-security-policy", "default-src 'self'").end();
  const { headers } = await ask();
  expect(headers["content-security-policy"]).toBe("default-src 'self'");
  expect(headers).not.toHaveProperty("strict-transport-security");
  expect(headers["permissions-policy"]).toContain("camera=()");
});

it("asks browsers to stay with https where the public address has it", async () => {
  open({ url: "https://evidence.example.org" });
  const { headers } = await ask({ Host: "evidence.example.org" });
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
});

it("cuts event streams and lets running requests finish when it closes", async () => {
  open();
  let finish = () => {};
  const begun = new Promise<void>((resolve) => {
    answer = (response) => {
      finish = () => response.end("finished");
      resolve();
    };
  });
  const running = ask();
  await begun;
  const streaming = new Promise<void>((resolve) => {
    answer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
      resolve();
    };
  });
  const stream = ask();
  await streaming;
  const started = performance.now();
  const closing = front.close();
  isClosed = true;
  await expect(stream).rejects.toThrow();
  finish();
  expect((await running).text).toBe("finished");
  await closing;
  expect(performance.now() - started).toBeLessThan(1500);
});

it("does not wait for a request that never ends", async () => {
  open();
  const begun = new Promise<void>((resolve) => {
    answer = () => resolve();
  });
  const stuck = ask();
  stuck.catch(() => {});
  await begun;
  const started = performance.now();
  await front.close();
  isClosed = true;
  expect(performance.now() - started).toBeLessThan(3000);
  await expect(stuck).rejects.toThrow();
});

it("says in a sentence that the port is taken", async () => {
  await expect(listen({ host: "127.0.0.1", port: front.port })).rejects.toThrow(
    `Port ${front.port} is taken by another program.`,
  );
});
