/**
 * Asks for pages and calls server actions as a browser does, over plain HTTP. The walks of tests/e2e/access*.spec.ts
 * go by it.
 */
import type { APIRequest, APIRequestContext, APIResponse } from "@playwright/test";
import type { FormState } from "@/lib/forms";
import { refusalSentence } from "@/lib/outcome";

/** Fields of a form in their order; a name may come more than once. */
export type Fields = readonly (readonly [name: string, value: string])[];

export interface Heard {
  readonly status: number;
  /** Where it leads on to, if it does. */
  readonly location: string | null;
  /** Without the nonce, which differs from answer to answer. */
  readonly body: string;
}

/** What came of an action. `fault`: it broke; `error`: turned away before it began. */
export type Answer =
  | "done"
  | "sign in"
  | "missing"
  | "forbidden"
  | "reason needed"
  | "refused"
  | "fault"
  | "error";

export interface Acted extends Heard {
  readonly answer: Answer;
  /** What the form is told, without what was typed. */
  readonly told: string;
}

export interface Call {
  readonly id: string;
  /** The page that is open while the form is sent. */
  readonly page: string;
  readonly fields: Fields;
}

export interface Visitor {
  get: (path: string) => Promise<Heard>;
  /** What an answer that never ends begins with: up to its first event. One that ends is heard whole. */
  listen: (path: string) => Promise<Heard>;
  /** The same page as the router in the browser asks for it. */
  getFlight: (path: string) => Promise<Heard>;
  /** Sends a form by script. `origin`: from another site's page. `body`: anything in place of the arguments. */
  act: (call: Call, odd?: { origin?: string; body?: string }) => Promise<Acted>;
  /** Sends it as a browser without scripts does. */
  post: (call: Call) => Promise<Heard>;
  /** Keeps the cookies of the next answer: signs in. All others are forgotten at once. */
  keep: (work: () => Promise<Acted>) => Promise<Acted>;
  close: () => Promise<void>;
}

export async function makeVisitor(request: APIRequest, url: string): Promise<Visitor> {
  let context = await request.newContext({ baseURL: url, maxRedirects: 0 });
  let kept = await context.storageState();
  let isKeeping = false;

  /** Each call must find the visitor as they were: without what an action before it left in their browser. */
  async function hear(response: APIResponse): Promise<Heard & { bytes: Buffer }> {
    const headers = response.headers();
    const bytes = await response.body();
    const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
    const text = bytes.toString("utf8");
    const heard = {
      status: response.status(),
      location: headers["x-action-redirect"]?.split(";")[0] ?? headers.location ?? null,
      body: nonce ? text.replaceAll(nonce, "nonce") : text,
      bytes,
    };
    if (isKeeping) kept = await context.storageState();
    else if (headers["set-cookie"] !== undefined) await renew();
    return heard;
  }

  async function renew(): Promise<void> {
    const fresh: APIRequestContext = await request.newContext({
      baseURL: url,
      maxRedirects: 0,
      storageState: kept,
    });
    await context.dispose();
    context = fresh;
  }

  async function send(
    path: string,
    headers: Record<string, string>,
    form: FormData | string,
  ): Promise<APIResponse> {
    // Encoded here, because of the repeated and odd names.
    const encoded = new Response(form);
    return context.post(path, {
      headers: { origin: url, ...headers, "content-type": encoded.headers.get("content-type") ?? "" },
      data: Buffer.from(await encoded.arrayBuffer()),
    });
  }

  return {
    get: async (path) => hear(await context.get(path)),
    listen: async (path) => {
      const { cookies } = await context.storageState();
      const leaving = new AbortController();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const response = await fetch(new URL(path, url), { headers: { cookie }, signal: leaving.signal });
      let body = "";
      const decoder = new TextDecoder();
      for await (const bytes of response.body ?? []) {
        body += decoder.decode(bytes, { stream: true });
        if (/^data: .*\n\n/m.test(body)) break;
      }
      leaving.abort();
      return { status: response.status, location: null, body };
    },
    getFlight: async (path) =>
      hear(await context.get(`${path}${path.includes("?") ? "&" : "?"}_rsc`, { headers: { rsc: "1" } })),
    act: async ({ id, page, fields }, { origin, body } = {}) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(`_1_${name}`, value);
      form.append("0", '[{"status":"idle"},"$K1"]');
      const headers = { "next-action": id, accept: "text/x-component", ...(origin ? { origin } : {}) };
      try {
        const { bytes, ...heard } = await hear(await send(page, headers, body ?? form));
        return { ...heard, ...understand(heard, bytes) };
      } catch (error) {
        // No answer, or one that no client can read.
        const told = String((error as Error).message).split("\n")[0] ?? "";
        return { status: 0, location: null, body: "", answer: "fault", told };
      }
    },
    post: async ({ id, page, fields }) => {
      const form = new FormData();
      form.append("$ACTION_REF_1", "");
      form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
      form.append("$ACTION_1:1", '[{"status":"idle"}]');
      for (const [name, value] of fields) form.append(name, value);
      return hear(await send(page, { accept: "text/html" }, form));
    },
    keep: async (work) => {
      isKeeping = true;
      try {
        return await work();
      } finally {
        isKeeping = false;
      }
    },
    close: () => context.dispose(),
  };
}

const sentences = new Map<string, Answer>([
  [refusalSentence({ reason: "missing" }), "missing"],
  [refusalSentence({ reason: "forbidden" }), "forbidden"],
  [refusalSentence({ reason: "reason-needed" }), "reason needed"],
]);

function understand(heard: Heard, bytes: Buffer): { answer: Answer; told: string } {
  const { status, location } = heard;
  if (location !== null) {
    return { answer: location.startsWith("/sign-in?next=") ? "sign in" : "done", told: location };
  }
  const rows = readRows(bytes);
  const returned = /^\{"a":"\$@([0-9a-f]+)"/.exec(rows.get("0") ?? "")?.[1];
  const row = returned === undefined ? undefined : rows.get(returned);
  // One that broke behind a page which only passed it on comes with status 200.
  if (row?.startsWith("E{")) return { answer: "fault", told: row };
  if (status >= 500) return { answer: "fault", told: heard.body.slice(0, 200) };
  if (row === undefined || status >= 400) return { answer: "error", told: `${status}` };
  const { values: _, ...state } = JSON.parse(row) as FormState & { values?: unknown };
  const answer = state.status === "refused" ? (sentences.get(state.message) ?? "refused") : "done";
  return { answer, told: JSON.stringify(state) };
}

/** Tags of React's rows that bear their length; all others end with the line. */
const measured = new Set("TAOobUSsLlGgMmV");

/** The rows of React's wire format, by id. */
function readRows(bytes: Buffer): Map<string, string> {
  const rows = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(":", at);
    if (colon < 0) break;
    const id = bytes.toString("utf8", at, colon);
    let [from, to] = [colon + 1, bytes.indexOf("\n", colon)];
    if (to < 0) to = bytes.length;
    at = to + 1;
    if (measured.has(String.fromCharCode(bytes[from] ?? 0))) {
      const comma = bytes.indexOf(",", from);
      const length = Number.parseInt(bytes.toString("utf8", from + 1, comma), 16);
      [from, to] = [comma + 1, comma + 1 + length];
      at = to;
    }
    rows.set(id, bytes.toString("utf8", from, to));
  }
  return rows;
}
