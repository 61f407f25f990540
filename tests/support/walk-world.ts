/**
 * An installation with somebody in every role and an inquiry of every kind, made over HTTP as people would make it.
 * Whatever is secret in a place bears a made-up word that names it: "statementzveiled" is a statement in the veiled
 * inquiry. The database is looked at, put back between two calls, and given numbers that nothing else has.
 */
import { createHash, randomBytes } from "node:crypto";
import type { APIRequest } from "@playwright/test";
import type { Sql } from "postgres";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { databaseOf } from "./database-of";
import { type Acted, type Fields, makeVisitor, type Visitor } from "./walk-client";
import { listActions } from "./walk-lists";

/** Who walks. A stranger has an account and nothing else; so has the administrator, who is made one. */
export const walkers = [
  "nobody",
  "stranger",
  "contributor",
  "reader",
  "analyst",
  "lead",
  "administrator",
] as const;
export type Walker = (typeof walkers)[number];
type Helper = "keeper" | "neighbour" | "spare";

/**
 * Where they walk. `veiled`: private. `foreign`: private, of people none of them knows. `members`: of this
 * installation. `shown`: public. `open`: the shipped one, public and open to contributions. `nowhere`: none.
 */
export const placeNames = ["veiled", "foreign", "members", "shown", "open", "nowhere"] as const;
export type PlaceName = (typeof placeNames)[number];

/** The number at the end of an address, whatever is asked for there. */
const numberIn = (address: string): string => address.split("?")[0]?.split("/").at(-1) ?? "";

/** What a walker is in a place; `outside`: it does not exist for them. */
export type Standing = "outside" | "nobody" | "stranger" | "contributor" | "reader" | "analyst" | "lead";

/** The paragraph "Who may". The contributor is where the stranger is, and first looks at the open inquiry. */
export function standing(walker: Walker, place: PlaceName): Standing {
  if (place === "foreign" || place === "nowhere") return "outside";
  if (walker === "reader" || walker === "analyst" || walker === "lead") return walker;
  if (place === "veiled") return "outside";
  if (walker === "nobody") return place === "members" ? "outside" : "nobody";
  return place === "open" ? "contributor" : "stranger";
}

export interface Place {
  readonly name: PlaceName;
  readonly id: string;
  readonly slug: string;
  /** Cited in this place alone; made by its lead. */
  readonly source: string;
  /** Of the lead, and of the analyst. */
  readonly entries: { readonly lead: string; readonly analyst: string };
  readonly hypotheses: { readonly lead: string; readonly analyst: string };
  /** Of the lead, with an appearance, a discrepancy of theirs and a rating. */
  readonly claim: string;
  readonly discrepancy: string;
}

export interface World {
  readonly url: string;
  readonly sql: Sql;
  readonly visitors: Readonly<Record<Walker, Visitor>>;
  readonly places: Readonly<Record<PlaceName, Place>>;
  readonly people: Readonly<Record<Exclude<Walker, "nobody"> | Helper, Someone>>;
  readonly actions: ReadonlyMap<string, string>;
  /** How many sources there were to see before anything was hidden here. */
  readonly sourcesInSight: { readonly anybody: number; readonly administrator: number };
  /** Calls an action by its name: "file export". */
  act: (who: Walker, action: string, page: string, fields: Fields) => Promise<Acted>;
  /** Everybody is again what they were, nothing is withdrawn, nobody is shut out, and no attempt was counted. */
  putBack: () => Promise<void>;
  /** New sessions for those who were signed out. */
  signInAgain: () => Promise<void>;
  /** By table, whether its rows are the same; without those that keep sessions, keys and attempts. */
  fingerprint: () => Promise<ReadonlyMap<string, string>>;
  version: (
    table: "evidence" | "hypothesis" | "source" | "inquiry" | "account",
    id: string,
  ) => Promise<string>;
}

export interface Someone {
  readonly email: string;
  readonly accountId: string;
  readonly analystId: string;
}

export const password = "a long enough password";

/** Numbers that stand for nothing anywhere. */
export const missingIds = {
  entry: "E9999991",
  hypothesis: "H999991",
  claim: "C9999991",
  source: "S99999991",
} as const;

const secret = (what: string, place: PlaceName): string => `${what}z${place}`;

/** Words and numbers that must not reach a walker, wherever they look. */
function hiddenFrom(world: World, walker: Walker): { what: string; pattern: RegExp }[] {
  return (["veiled", "foreign", "members"] as const)
    .filter((name) => standing(walker, name) === "outside")
    .flatMap((name) => {
      const { id, source, claim, entries, hypotheses } = world.places[name];
      const numbers = [id, claim, ...Object.values(entries), ...Object.values(hypotheses)];
      // Administrators see every source, though not what the inquiries say of it; and every account.
      const isAdministrator = walker === "administrator";
      if (!isAdministrator) numbers.push(source);
      const words = isAdministrator ? `(?!source|stake|link|neighbour)[a-z]+z${name}` : `[a-z]+z${name}`;
      return [
        { what: `words of the ${name} inquiry`, pattern: new RegExp(`\\b${words}\\b`, "gi") },
        { what: `numbers of the ${name} inquiry`, pattern: new RegExp(`\\b(${numbers.join("|")})\\b`, "g") },
      ];
    });
}

/** Each thing in an answer that its reader must not know, less what they asked with. */
export function leaks(world: World, walker: Walker, body: string, typed: readonly string[]): string[] {
  let rest = body;
  for (const text of [...typed].sort((a, b) => b.length - a.length)) {
    if (text.length > 2)
      for (const form of [text, encodeURIComponent(text)]) rest = rest.replaceAll(form, "·");
  }
  return hiddenFrom(world, walker).flatMap(({ what, pattern }) => {
    const found = new Set(rest.match(pattern));
    return found.size > 0 ? [`${what}: ${[...found].slice(0, 5).join(", ")}`] : [];
  });
}

export async function withWorld(
  request: APIRequest,
  { url, startUrl, dataFolder }: { url: string; startUrl: string; dataFolder: string },
  work: (world: World) => Promise<void>,
): Promise<void> {
  await withConnection(databaseOf(dataFolder), async (sql) => {
    const visitors = {} as Record<Walker | Helper, Visitor>;
    for (const name of [...walkers, "keeper", "neighbour", "spare"] as const) {
      visitors[name] = await makeVisitor(request, url);
    }
    try {
      await work(await makeWorld(sql, visitors, url, startUrl));
    } finally {
      for (const visitor of Object.values(visitors)) await visitor.close();
    }
  });
}

async function makeWorld(
  sql: Sql,
  visitors: Record<Walker | Helper, Visitor>,
  url: string,
  startUrl: string,
): Promise<World> {
  const actions = listActions();

  async function call(who: Walker | Helper, action: string, page: string, fields: Fields): Promise<Acted> {
    const id = actions.get(action);
    if (!id) throw new Error(`the build has no action ${action}`);
    return visitors[who].act({ id, page, fields });
  }
  /** What must work for there to be a world. @returns where it led */
  async function make(who: Walker | Helper, action: string, fields: Fields): Promise<string> {
    const { answer, location, told } = await call(who, action, pageOf(action), fields);
    if (answer !== "done") throw new Error(`${who} could not ${action}: ${answer}, ${told}`);
    return location ?? "";
  }

  const people = {} as Record<Exclude<Walker, "nobody"> | Helper, Someone>;
  for (const name of ["keeper", ...walkers.slice(1), "neighbour", "spare"] as (keyof typeof people)[]) {
    const email = `${name}@example.org`;
    const fullName = name === "neighbour" ? secret("neighbour", "foreign") : `The ${name}`;
    const fields: Fields = [
      ["name", fullName],
      ["email", email],
      ["password", password],
    ];
    // The holder of the printed key leads the shipped inquiry, so the walking administrator is another.
    const action =
      name === "keeper" ? "lib/account/actions.ts welcomeAction" : "lib/account/actions.ts signUpAction";
    const key = new URL(startUrl).searchParams.get("key") ?? "";
    await visitors[name].keep(() =>
      call(name, action, "/sign-up", name === "keeper" ? [...fields, ["key", key]] : fields),
    );
    const [row] = await sql`select id, analyst_id from account where email = ${email}`;
    if (!row) throw new Error(`${name} could not sign up`);
    people[name] = { email, accountId: row.id, analystId: row.analyst_id };
  }
  await make("keeper", "lib/account/actions.ts changeAccountAction", [
    ["id", people.administrator.accountId],
    ["change", "appoint"],
  ]);
  const sourcesInSight = {
    anybody: numberOf((await visitors.nobody.get("/sources")).body),
    administrator: numberOf((await visitors.administrator.get("/sources")).body),
  };

  async function makePlace(name: Exclude<PlaceName, "nowhere">, base: number): Promise<Place> {
    const leader = name === "foreign" ? "neighbour" : "lead";
    let slug = "is-k-attacks";
    if (name === "open") await enrol("keeper", slug, "lead", "lead");
    else slug = await makeInquiry(leader, name);
    const [row] = await sql`select id from inquiry where slug = ${slug}`;
    const id = String(row?.id);
    // Numbers by which a thing of this place is known in whatever text it turns up.
    await sql`update chain_head set evidence = ${base * 1_000_000}, hypotheses = ${base * 100_000}, claims = ${base * 1_000_000} where chain = ${id}`;
    await sql`update chain_head set sources = ${base * 1_000_000} where chain = 'installation'`;
    const helper = name === "foreign" ? "neighbour" : "analyst";
    if (name !== "foreign") {
      await enrol("lead", slug, "analyst", "analyst");
      await enrol("lead", slug, "reader", "reader");
    }
    const hypotheses = {
      lead: await propose(leader, slug, name),
      analyst: await propose(helper, slug, name),
    };
    const entries = { lead: await addEntry(leader, slug, name), analyst: await addEntry(helper, slug, name) };
    const source = `S${base * 1_000_000 + 1}`;
    await make(leader, "lib/source/actions.ts editSourceAction", [
      ["id", source],
      ["version", "1"],
      ["name", secret("source", name)],
      ["kind", "media"],
      ["stake", secret("stake", name)],
    ]);
    for (const each of [source, "S1"]) {
      await make(leader, "lib/source/actions.ts gradeSourceAction", [
        ["id", each],
        ["reliability", "B"],
        ["reason", secret("grade", name)],
        ["inquiry", slug],
      ]);
    }
    const all = await sql`select id from hypothesis where inquiry_id = ${id}`;
    await make(leader, "lib/judgement/actions.ts judgeAction", [
      ["slug", slug],
      ["reason", secret("judgement", name)],
      ...all.map((hypothesis) => [`probability.${hypothesis.id}`, "50"] as const),
    ]);
    const claim = await addClaim(leader, slug, name, source);
    await make(leader, "lib/discrepancy/actions.ts addDiscrepancyAction", [
      ["slug", slug],
      ["id", claim],
      ["says", secret("says", name)],
      ["against", secret("against", name)],
      ["noticedBy", "us"],
    ]);
    await make(leader, "lib/claim-rating/actions.ts rateOnClaimAction", [
      ["slug", slug],
      ["id", claim],
      ["evidence", entries.lead],
      ["consistency", "C"],
      ["reason", secret("fit", name)],
    ]);
    return { name, id, slug, source, entries, hypotheses, claim, discrepancy: `${claim}.2` };
  }

  async function makeInquiry(leader: Walker | Helper, name: PlaceName): Promise<string> {
    const question = `What of ${secret("question", name)}?`;
    const location = await make(leader, "lib/inquiry/actions.ts createInquiryAction", [
      ["question", question],
      ["summary", secret("summary", name)],
      ["hypotheses", `One ${secret("hypothesis", name)}\nOther ${secret("hypothesis", name)}`],
    ]);
    const slug = location.slice("/inquiries/".length);
    await make(leader, "lib/inquiry/actions.ts editInquiryAction", [
      ["slug", slug],
      ["version", "1"],
      ["question", question],
      ["summary", secret("summary", name)],
      ["ratingsNote", secret("ratingsnote", name)],
      ["visibility", name === "members" ? "members" : name === "shown" ? "public" : "private"],
    ]);
    return slug;
  }

  const enrol = (leader: Walker | Helper, slug: string, who: Exclude<Walker, "nobody">, role: string) =>
    make(leader, "lib/inquiry/actions.ts changeMembershipAction", [
      ["slug", slug],
      ["email", people[who].email],
      ["role", role],
    ]);

  async function propose(who: Walker | Helper, slug: string, name: PlaceName): Promise<string> {
    const location = await make(who, "lib/hypothesis/actions.ts proposeHypothesisAction", [
      ["slug", slug],
      ["shortName", secret("shortname", name)],
      ["statement", secret("answer", name)],
      ["origin", secret("origin", name)],
    ]);
    return numberIn(location);
  }

  async function addClaim(
    who: Walker | Helper,
    slug: string,
    name: PlaceName,
    source: string,
  ): Promise<string> {
    const location = await make(who, "lib/claim/actions.ts addClaimAction", [
      ["slug", slug],
      ["statement", secret("claim", name)],
      ["asserter.source", source],
      ["about", secret("about", name)],
      ["place", secret("scene", name)],
      ["appearances.0.source", source],
      ["appearances.0.locator", secret("column", name)],
      ["appearances.0.quote", secret("words", name)],
    ]);
    return numberIn(location);
  }

  async function addEntry(who: Walker | Helper, slug: string, name: PlaceName): Promise<string> {
    const location = await make(who, "lib/evidence/actions.ts addEvidenceAction", [
      ["slug", slug],
      ["statement", secret("statement", name)],
      ["kind", "report"],
      ["places", secret("where", name)],
      ["note", secret("note", name)],
      ["citations.0.source", secret("source", name)],
      ["citations.0.sourceKind", "media"],
      ["citations.0.quote", secret("quote", name)],
      ["citations.0.locator", secret("locator", name)],
      ["citations.1.source", "S1"],
      ["consistency.H1", "C"],
      ["reasons.H1", secret("reason", name)],
      ["consistency.H2", "I"],
      ["credibility", "2"],
      ["relevance", "high"],
      ["gradeReason", secret("credence", name)],
    ]);
    return /E\d+/.exec(location)?.[0] ?? "";
  }

  const made = {
    veiled: await makePlace("veiled", 7),
    foreign: await makePlace("foreign", 6),
    members: await makePlace("members", 5),
    shown: await makePlace("shown", 4),
    open: await makePlace("open", 3),
  };
  // As the veiled one is asked for, and of the same length.
  const nowhere = {
    ...made.veiled,
    name: "nowhere" as const,
    id: "",
    slug: made.veiled.slug.replace(/....$/, "zzzz"),
  };
  // A relation of what is hidden to what everybody sees.
  await make("keeper", "lib/source/actions.ts linkSourcesAction", [
    ["from", made.veiled.source],
    ["to", "S2"],
    ["kind", "same-origin"],
    ["reason", secret("link", "veiled")],
  ]);

  await sql`create schema walk`;
  await sql`create table walk.membership as table public.membership`;
  const tables = await sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('session', 'rate_limit', 'kept_form', 'verification', 'start_key', '_prisma_migrations')
    order by 1`;
  const look = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(string_agg(md5(t::text), '' order by t::text)) as sum from "${name}" t`,
    )
    .join(" union all ");

  return {
    url,
    sql,
    visitors,
    places: { ...made, nowhere },
    people,
    actions,
    sourcesInSight,
    act: call,
    putBack: async () => {
      await sql`delete from rate_limit`;
      await sql`update account set closed_at = null where closed_at is not null`;
      await sql`
        delete from membership m where not exists (
          select from walk.membership w
          where (w.inquiry_id, w.analyst_id, w.role) = (m.inquiry_id, m.analyst_id, m.role)
        )`;
      await sql`insert into membership table walk.membership on conflict do nothing`;
      await sql`update evidence set merged_into = null, merge_gave = null where merged_into is not null`;
      for (const table of ["evidence", "hypothesis", "claim", "claim_discrepancy", "source"]) {
        await sql`update ${sql(table)} set withdrawn_at = null, withdrawn_reason = null where withdrawn_at is not null`;
      }
    },
    signInAgain: async () => {
      await sql`delete from rate_limit`;
      for (const name of walkers.slice(1) as Exclude<Walker, "nobody">[]) {
        await visitors[name].keep(() =>
          call(name, "lib/account/actions.ts signInAction", "/sign-in", [
            ["email", people[name].email],
            ["password", password],
          ]),
        );
      }
    },
    fingerprint: async () => new Map((await sql.unsafe(look)).map(({ name, sum }) => [name, sum])),
    version: async (table, id) => {
      const key = table === "inquiry" ? "slug" : "id";
      const [row] = await sql`select version from ${sql(table)} where ${sql(key)} = ${id}`;
      return String(row?.version ?? 1);
    },
  };
}

/** A page whose bundle has the action, for whoever just wants it called. */
function pageOf(action: string): string {
  if (action.includes("changeAccount")) return "/administration";
  if (action.startsWith("lib/source/")) return "/sources/new";
  return action.includes("createInquiry") ? "/inquiries/new" : "/";
}

/** A key as `npm start` prints it. */
export async function makeStartKey(sql: Sql): Promise<string> {
  const key = randomBytes(24).toString("base64url");
  await sql`insert into start_key (key_hash) values (${createHash("sha256").update(key).digest("hex")})`;
  return key;
}

/** The number of sources that a list of them says it has. */
export const numberOf = (body: string): number =>
  Number(/>(\d+) sources?( found)?</.exec(body)?.[1] ?? Number.NaN);
