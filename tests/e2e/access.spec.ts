import type { Heard } from "../support/walk-client";
import { listRoutes } from "../support/walk-lists";
import { expect, test } from "../support/walk-test";
import {
  leaks,
  missingIds,
  numberOf,
  type Place,
  placeNames,
  type Standing,
  standing,
  type Walker,
  type World,
  walkers,
} from "../support/walk-world";

// Plain HTTP: there is nothing to trace, and the world must be this file's own.
test.use({ installation: "access", trace: "off" });

/**
 * What comes of asking for a page: it, the page for what is not here, the way to sign in, or the way home. `anything`
 * that gives nothing away.
 */
type Hearing = "page" | "missing" | "sign in" | "home" | "anything";

/** A page of an inquiry. To whom the inquiry does not exist, it is missing just as one that was never there. */
interface InquiryPage {
  readonly what: string;
  readonly path: (place: Place) => string;
  readonly hears: Readonly<Record<Exclude<Standing, "outside">, Hearing>>;
  /** The secret word that shows it to be the right one, where that is not its question; null where it holds no words. */
  readonly says?: string | null;
  /** The same page for a thing of the veiled inquiry, and for one that is nowhere, at the open one's address. */
  readonly crossed?: (slug: string, ids: Pick<Place, "entries" | "hypotheses" | "claim">) => string;
}

/** Any other page. */
interface Page {
  readonly what: string;
  readonly path: (world: World) => string;
  readonly hears: Readonly<Record<Walker, Hearing>>;
  /** An address where nothing is, which must sound alike to this walker. */
  readonly unlike?: (walker: Walker) => string | undefined;
  /** What this page may say although it belongs to inquiries that its reader does not see. */
  readonly mayHold?: (world: World) => string[];
}

// The columns of the table: nobody, stranger, contributor, reader, analyst, lead.
const standings = ["nobody", "stranger", "contributor", "reader", "analyst", "lead"] as const;
const inInquiry = (...hears: readonly [Hearing, Hearing, Hearing, Hearing, Hearing, Hearing]) =>
  Object.fromEntries(standings.map((name, i) => [name, hears[i]])) as InquiryPage["hears"];
const whoSeesIt = inInquiry("page", "page", "page", "page", "page", "page");
const whoWorksThere = inInquiry("sign in", "missing", "missing", "missing", "page", "page");
const leadsAlone = inInquiry("missing", "missing", "missing", "missing", "missing", "page");
const whoLeadsOrIsAsked = inInquiry("sign in", "missing", "missing", "missing", "missing", "page");

const all = (hearing: Hearing, but: Partial<Record<Walker, Hearing>> = {}) =>
  ({ ...Object.fromEntries(walkers.map((walker) => [walker, hearing])), ...but }) as Page["hears"];

const inquiry = ({ slug }: Place) => `/inquiries/${slug}`;
const missingThings = {
  entries: { lead: missingIds.entry, analyst: missingIds.entry },
  hypotheses: { lead: missingIds.hypothesis, analyst: missingIds.hypothesis },
  claim: missingIds.claim,
};

const inquiryPages: Readonly<Record<string, readonly InquiryPage[]>> = {
  "/inquiries/[inquiry]": [{ what: "the overview", path: inquiry, hears: whoSeesIt }],
  "/inquiries/[inquiry]/evidence": [
    { what: "the list", path: (place) => `${inquiry(place)}/evidence`, hears: whoSeesIt },
    {
      what: "a search",
      path: (place) => `${inquiry(place)}/evidence?text=statement&page=1`,
      hears: whoSeesIt,
    },
  ],
  // Readers see the form, and that it is not for them; nobody writes first and is asked to sign in on saving.
  "/inquiries/[inquiry]/evidence/new": [
    { what: "a new entry", path: (place) => `${inquiry(place)}/evidence/new`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/evidence/paste": [
    { what: "rows to paste", path: (place) => `${inquiry(place)}/evidence/paste`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/evidence/repeats": [
    { what: "what is told twice", path: (place) => `${inquiry(place)}/evidence/repeats`, hears: whoSeesIt },
    {
      what: "two entries side by side",
      path: (place) =>
        `${inquiry(place)}/evidence/repeats?one=${place.entries.lead}&other=${place.entries.analyst}`,
      hears: whoSeesIt,
      says: "statement",
    },
  ],
  "/inquiries/[inquiry]/evidence/[evidence]": [
    {
      what: "an entry",
      path: (place) => `${inquiry(place)}/evidence/${place.entries.lead}`,
      hears: whoSeesIt,
      crossed: (slug, { entries }) => `/inquiries/${slug}/evidence/${entries.lead}`,
    },
  ],
  "/inquiries/[inquiry]/evidence/[evidence]/edit": [
    {
      what: "the lead's entry",
      path: (place) => `${inquiry(place)}/evidence/${place.entries.lead}/edit`,
      hears: whoWorksThere,
      crossed: (slug, { entries }) => `/inquiries/${slug}/evidence/${entries.lead}/edit`,
    },
    {
      what: "the analyst's entry",
      path: (place) => `${inquiry(place)}/evidence/${place.entries.analyst}/edit`,
      hears: whoWorksThere,
    },
  ],
  "/inquiries/[inquiry]/hypotheses/new": [
    { what: "a new hypothesis", path: (place) => `${inquiry(place)}/hypotheses/new`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/hypotheses/[hypothesis]": [
    {
      what: "a hypothesis",
      path: (place) => `${inquiry(place)}/hypotheses/${place.hypotheses.lead}`,
      hears: whoSeesIt,
      crossed: (slug, { hypotheses }) => `/inquiries/${slug}/hypotheses/${hypotheses.lead}`,
    },
  ],
  "/inquiries/[inquiry]/hypotheses/[hypothesis]/edit": [
    {
      what: "the lead's hypothesis",
      path: (place) => `${inquiry(place)}/hypotheses/${place.hypotheses.lead}/edit`,
      hears: whoLeadsOrIsAsked,
      crossed: (slug, { hypotheses }) => `/inquiries/${slug}/hypotheses/${hypotheses.lead}/edit`,
    },
    {
      what: "the analyst's hypothesis",
      path: (place) => `${inquiry(place)}/hypotheses/${place.hypotheses.analyst}/edit`,
      hears: whoWorksThere,
    },
  ],
  "/inquiries/[inquiry]/claims": [
    { what: "the list", path: (place) => `${inquiry(place)}/claims`, hears: whoSeesIt },
    {
      what: "a search",
      path: (place) => `${inquiry(place)}/claims?text=claim&verdict=unverified&asserter=${place.source}`,
      hears: whoSeesIt,
    },
  ],
  "/inquiries/[inquiry]/claims/new": [
    { what: "a new claim", path: (place) => `${inquiry(place)}/claims/new`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/claims/[claim]": [
    {
      what: "a claim",
      path: (place) => `${inquiry(place)}/claims/${place.claim}`,
      hears: whoSeesIt,
      crossed: (slug, { claim }) => `/inquiries/${slug}/claims/${claim}`,
    },
    {
      what: "a claim with an entry to rate",
      path: (place) => `${inquiry(place)}/claims/${place.claim}?rate=${place.entries.lead}`,
      hears: whoSeesIt,
    },
  ],
  "/inquiries/[inquiry]/claims/[claim]/edit": [
    {
      what: "the lead's claim",
      path: (place) => `${inquiry(place)}/claims/${place.claim}/edit`,
      hears: whoWorksThere,
      crossed: (slug, { claim }) => `/inquiries/${slug}/claims/${claim}/edit`,
    },
  ],
  "/inquiries/[inquiry]/sources": [
    { what: "its sources", path: (place) => `${inquiry(place)}/sources`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/matrix": [
    { what: "the matrix", path: (place) => `${inquiry(place)}/matrix`, hears: whoSeesIt },
    {
      what: "the matrix, narrowed, in another order and with an entry struck",
      path: (place) => `${inquiry(place)}/matrix?sort=parting&disputed=yes&entry=${place.entries.lead}`,
      hears: whoSeesIt,
    },
  ],
  "/inquiries/[inquiry]/timeline": [
    { what: "the timeline", path: (place) => `${inquiry(place)}/timeline`, hears: whoSeesIt },
    {
      what: "a narrowed timeline",
      path: (place) => `${inquiry(place)}/timeline?text=statement&source=${place.source}`,
      hears: whoSeesIt,
    },
  ],
  "/inquiries/[inquiry]/ratings": [
    { what: "the ratings", path: (place) => `${inquiry(place)}/ratings`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/judgement": [
    { what: "the judgements", path: (place) => `${inquiry(place)}/judgement`, hears: whoSeesIt },
  ],
  "/inquiries/[inquiry]/score": [
    {
      what: "a score, opened",
      path: (place) => `${inquiry(place)}/score?method=heuer&hypothesis=${place.hypotheses.lead}`,
      hears: whoSeesIt,
      crossed: (slug, { hypotheses }) =>
        `/inquiries/${slug}/score?method=heuer&hypothesis=${hypotheses.lead}`,
    },
  ],
  "/inquiries/[inquiry]/what-if": [
    { what: "what if", path: (place) => `${inquiry(place)}/what-if`, hears: whoSeesIt },
    {
      what: "what if something were struck",
      path: (place) =>
        `${inquiry(place)}/what-if?entry=${place.entries.lead}&source=${place.source}&step=0.1&also=E9999`,
      hears: whoSeesIt,
    },
  ],
  "/inquiries/[inquiry]/history": [
    { what: "the history", path: (place) => `${inquiry(place)}/history`, hears: whoSeesIt },
  ],
  "/api/v1/inquiries/[inquiry]/export/[table]": (
    [
      ["matrix", "statement"],
      ["entries", "note"],
      ["sources", "stake"],
      ["ratings", "reason"],
    ] as const
  ).map(([table, says]) => ({
    what: `the ${table} as a file`,
    path: ({ slug }) => `/api/v1/inquiries/${slug}/export/${table}.csv`,
    hears: whoSeesIt,
    says,
  })),
  "/api/v1/inquiries/[inquiry]/grid": [
    {
      what: "the matrix as rows",
      path: ({ slug }) => `/api/v1/inquiries/${slug}/grid`,
      hears: whoSeesIt,
      says: "statement",
    },
  ],
  "/api/v1/inquiries/[inquiry]/ratings": [
    {
      what: "the ratings of an entry",
      path: ({ slug, entries }) => `/api/v1/inquiries/${slug}/ratings?evidence=${entries.lead}`,
      hears: whoSeesIt,
      // The analyst is blind of it; to others it says the reasons, which are looked for wherever they must not be.
      says: null,
      crossed: (slug, { entries }) => `/api/v1/inquiries/${slug}/ratings?evidence=${entries.lead}`,
    },
  ],
  "/api/v1/inquiries/[inquiry]/what-if": [
    {
      what: "what the browser reckons with",
      path: ({ slug }) => `/api/v1/inquiries/${slug}/what-if`,
      hears: whoSeesIt,
      says: null,
    },
  ],
  "/inquiries/[inquiry]/settings": [
    { what: "the settings", path: (place) => `${inquiry(place)}/settings`, hears: leadsAlone },
  ],
};

/** What is no page, and tells of an inquiry for as long as somebody listens. */
const inquiryStreams: Readonly<Record<string, (place: Place) => string>> = {
  "/api/v1/inquiries/[inquiry]/changes": ({ slug }) => `/api/v1/inquiries/${slug}/changes?since=0`,
};

const sourcePage = (name: Exclude<Place["name"], "nowhere">, end = ""): Page => ({
  what: `a source that the ${name} inquiry alone cites`,
  path: ({ places }) => `/sources/${places[name].source}${end}`,
  unlike: (walker) =>
    walker !== "administrator" && standing(walker, name) === "outside"
      ? `/sources/${missingIds.source}${end}`
      : undefined,
  hears: Object.fromEntries(
    walkers.map((walker) => {
      const as = standing(walker, name);
      if (walker === "administrator") return [walker, "page"];
      if (as === "outside") return [walker, "missing"];
      if (end === "") return [walker, "page"];
      return [walker, as === "nobody" ? "sign in" : as === "analyst" || as === "lead" ? "page" : "missing"];
    }),
  ) as Page["hears"],
});
const cited = ["veiled", "foreign", "members", "shown", "open"] as const;

const pages: Readonly<Record<string, readonly Page[]>> = {
  "/": [
    { what: "the list", path: () => "/", hears: all("page") },
    { what: "a search for the veiled question", path: () => "/?text=questionzveiled", hears: all("page") },
  ],
  "/search": [
    { what: "nothing asked for", path: () => "/search", hears: all("page") },
    ...["question", "statement", "source"].map((what) => ({
      what: `a search for the veiled ${what}`,
      path: () => `/search?text=${what}zveiled`,
      hears: all("page"),
    })),
    {
      what: "a search for the number of a veiled entry",
      path: ({ places }) => `/search?text=${places.veiled.entries.lead}`,
      hears: all("page"),
    },
  ],
  "/api/v1/search": [
    {
      what: "a search for the veiled statement",
      path: () => "/api/v1/search?text=statementzveiled",
      hears: all("page"),
    },
    {
      what: "a search with what the veiled inquiry has first",
      path: ({ places }) => `/api/v1/search?text=e&within=${places.veiled.slug}`,
      hears: all("page"),
    },
  ],
  "/sources": [
    { what: "the list", path: () => "/sources", hears: all("page") },
    { what: "a search for the veiled source", path: () => "/sources?text=sourcezveiled", hears: all("page") },
  ],
  "/sources/review": [
    { what: "one's own queue", path: () => "/sources/review", hears: all("page", { nobody: "sign in" }) },
    {
      what: "the queue at the veiled source",
      path: ({ places }) => `/sources/review?at=${places.veiled.source}&reason=unjudged`,
      hears: all("page", { nobody: "sign in" }),
      unlike: (walker) =>
        walker === "administrator" || standing(walker, "veiled") === "outside"
          ? `/sources/review?at=${missingIds.source}&reason=unjudged`
          : undefined,
    },
  ],
  "/sources/new": [{ what: "a new source", path: () => "/sources/new", hears: all("page") }],
  "/sources/[source]": [
    ...cited.map((name) => sourcePage(name)),
    {
      what: "a source that every inquiry cites, graded in each",
      path: () => "/sources/S1",
      hears: all("page"),
    },
    { what: "a source that is linked to a veiled one", path: () => "/sources/S2", hears: all("page") },
  ],
  "/sources/[source]/edit": cited.map((name) => sourcePage(name, "/edit")),
  "/how-it-reasons": [{ what: "the method", path: () => "/how-it-reasons", hears: all("page") }],
  // The kit's page is there in development alone.
  "/design": [{ what: "the kit", path: () => "/design", hears: all("missing") }],
  "/inquiries/new": [{ what: "a new inquiry", path: () => "/inquiries/new", hears: all("page") }],
  "/account": [{ what: "one's account", path: () => "/account", hears: all("page", { nobody: "sign in" }) }],
  "/administration": [
    {
      what: "the administration",
      path: () => "/administration",
      hears: all("missing", { administrator: "page" }),
      // By address an administrator finds the inquiry to come into.
      mayHold: ({ places }) => Object.values(places).map(({ slug }) => slug),
    },
  ],
  "/sign-in": [{ what: "signing in", path: () => "/sign-in", hears: all("home", { nobody: "page" }) }],
  "/sign-up": [{ what: "signing up", path: () => "/sign-up", hears: all("home", { nobody: "page" }) }],
  "/welcome": [
    { what: "no key", path: () => "/welcome", hears: all("page") },
    { what: "a wrong key", path: () => "/welcome?key=AAAAAAAAAAAAAAAAAAAAAAAA", hears: all("page") },
  ],
  "/api/health": [{ what: "the health", path: () => "/api/health", hears: all("page") }],
  // The engine answers a POST, to anybody and about nothing that is stored.
  "/api/v1/analysis": [{ what: "a look", path: () => "/api/v1/analysis", hears: all("anything") }],
  "/icon.svg": [{ what: "the icon", path: () => "/icon.svg", hears: all("page") }],
  // Next's own: what is shown where nothing is, and where everything else has failed.
  "/_not-found": [{ what: "the page itself", path: () => "/_not-found", hears: all("missing") }],
  "/_global-error": [{ what: "the page itself", path: () => "/_global-error", hears: all("anything") }],
};

test("every address that the build answers has a rule here, and every rule an address", () => {
  const routes = listRoutes();
  const ruled = [inquiryPages, inquiryStreams, pages].flatMap(Object.keys);
  expect(routes.length).toBeGreaterThan(20);
  expect([
    ...routes
      .filter((route) => !ruled.includes(route))
      .map((route) => `The address ${route} has no rule: say who may see it.`),
    ...ruled
      .filter((route) => !routes.includes(route))
      .map((route) => `The rule for ${route} has no address any more.`),
  ]).toEqual([]);
});

/** Asks both ways: for the document, and as the router does. */
const ways = [
  { way: "document", get: (world: World, walker: Walker, path: string) => world.visitors[walker].get(path) },
  {
    way: "flight",
    get: (world: World, walker: Walker, path: string) => world.visitors[walker].getFlight(path),
  },
] as const;

function hearing({ status, location, body }: Heard): string {
  const flight = /"digest":"(NEXT_[^"]+)"/.exec(body)?.[1] ?? "";
  const to = location ?? (flight.startsWith("NEXT_REDIRECT") ? flight.split(";")[2] : undefined);
  if (to !== undefined)
    return to.startsWith("/sign-in?next=") ? "sign in" : to === "/" ? "home" : `a way to ${to}`;
  if (status === 404 || flight === "NEXT_HTTP_ERROR_FALLBACK;404") return "missing";
  if (status === 500) return "fault";
  return status === 200 && flight === "" ? "page" : `status ${status} ${flight}`;
}

/** An answer without what was asked for, and without the numbers and the order in which its parts came to be ready. */
function plain({ status, body }: Heard, typed: readonly string[]): string {
  let rest = body;
  for (const text of typed)
    for (const form of [text, encodeURIComponent(text)]) rest = rest.replaceAll(form, "·");
  // Rows come inside scripts as well, several in one or one in several, as they get ready.
  const joined = rest.replace(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "");
  const parts = joined.split(/\n|\\n|(?=<script)/).map((part) =>
    part
      .replace(/^[0-9a-f]+:/, "")
      .replace(/\$[@LQ]?[0-9a-f]{1,3}\b/g, "$")
      .replace(/"[\w-]{21}[vm]"/g, '"the request"'),
  );
  return `${status} ${parts.sort().join("\n")}`;
}

const typedIn = (path: string): string[] =>
  [path, ...path.split(/[/?&=]/)].filter((text) => text.length > 2 && /\d|-|z[a-z]+/.test(text));

for (const [route, cases] of Object.entries(inquiryPages)) {
  test(`${route} is a page for those it is meant for, and missing for others`, async ({ world }) => {
    await world.putBack();
    const problems: string[] = [];
    for (const { what, path, hears, crossed, says = "question" } of cases) {
      for (const walker of walkers) {
        for (const { way, get } of ways) {
          const nothing = path(world.places.nowhere);
          const asNothing = plain(await get(world, walker, nothing), typedIn(nothing));
          for (const name of placeNames) {
            const at = path(world.places[name]);
            const as = standing(walker, name);
            const heard = await get(world, walker, at);
            const where = `${walker}, ${what} of the ${name} inquiry (${way})`;
            const expected = as === "outside" ? "missing" : hears[as];
            const actual = hearing(heard);
            if (actual !== expected) problems.push(`${where}: expected ${expected}, got ${actual}`);
            if (as === "outside" && plain(heard, typedIn(at)) !== asNothing) {
              problems.push(`${where}: told apart from an inquiry that is not there`);
            }
            if (
              expected === "page" &&
              name !== "open" &&
              says !== null &&
              !heard.body.includes(`${says}z${name}`)
            ) {
              problems.push(
                `${where}: the page does not say its ${says}, so this test would not see a leak either`,
              );
            }
            problems.push(
              ...leaks(world, walker, heard.body, typedIn(at)).map((leak) => `${where}: ${leak}`),
            );
          }
          if (!crossed) continue;
          const { slug } = world.places.open;
          const [theirs, none] = [crossed(slug, world.places.veiled), crossed(slug, missingThings)];
          const heard = await get(world, walker, theirs);
          const where = `${walker}, ${what} of the veiled inquiry at the open one's address (${way})`;
          if (hearing(heard) !== "missing")
            problems.push(`${where}: expected missing, got ${hearing(heard)}`);
          if (plain(heard, typedIn(theirs)) !== plain(await get(world, walker, none), typedIn(none))) {
            problems.push(`${where}: told apart from one that is not there`);
          }
          problems.push(
            ...leaks(world, walker, heard.body, typedIn(theirs)).map((leak) => `${where}: ${leak}`),
          );
        }
      }
    }
    expect(problems).toEqual([]);
  });
}

for (const [route, cases] of Object.entries(pages)) {
  test(`${route} shows each only what is theirs`, async ({ world }) => {
    await world.putBack();
    const problems: string[] = [];
    for (const { what, path, hears, unlike, mayHold } of cases) {
      for (const walker of walkers) {
        for (const { way, get } of ways) {
          // What is no page has no flight of its own.
          if (way === "flight" && /^\/(api|icon|_)/.test(route)) continue;
          const at = path(world);
          const heard = await get(world, walker, at);
          const where = `${walker}, ${what} (${way})`;
          const [expected, actual] = [hears[walker], hearing(heard)];
          if (expected !== "anything" && actual !== expected) {
            problems.push(`${where}: expected ${expected}, got ${actual}`);
          }
          const nothing = unlike?.(walker);
          if (nothing !== undefined) {
            const asNothing = plain(await get(world, walker, nothing), typedIn(nothing));
            if (plain(heard, typedIn(at)) !== asNothing)
              problems.push(`${where}: told apart from one that is not there`);
          }
          const typed = [...typedIn(at), ...(mayHold?.(world) ?? [])];
          problems.push(...leaks(world, walker, heard.body, typed).map((leak) => `${where}: ${leak}`));
        }
      }
    }
    expect(problems).toEqual([]);
  });
}

for (const [route, path] of Object.entries(inquiryStreams)) {
  test(`${route} tells whoever reads an inquiry which things changed, and is missing for others`, async ({
    world,
  }) => {
    await world.putBack();
    const problems: string[] = [];
    for (const walker of walkers) {
      const nothing = await world.visitors[walker].listen(path(world.places.nowhere));
      expect(nothing.status).toBe(404);
      for (const name of placeNames) {
        const heard = await world.visitors[walker].listen(path(world.places[name]));
        const where = `${walker}, the ${name} inquiry`;
        if (standing(walker, name) === "outside") {
          if (plain(heard, []) !== plain(nothing, [])) problems.push(`${where}: told apart from none`);
        } else if (!/^data: \{"sequence":\d+,"subjects":\[/m.test(heard.body)) {
          problems.push(`${where}: heard ${heard.status} ${heard.body}`);
        }
        problems.push(...leaks(world, walker, heard.body, []).map((leak) => `${where}: ${leak}`));
      }
    }
    expect(problems).toEqual([]);
  });
}

test("lists, searches and counts show each walker their own share", async ({ world }) => {
  await world.putBack();
  const problems: string[] = [];
  for (const walker of walkers) {
    const { get } = world.visitors[walker];
    const home = (await get("/")).body;
    const inSight = cited.filter((name) => standing(walker, name) !== "outside");
    for (const name of cited) {
      const isListed = home.includes(`href="/inquiries/${world.places[name].slug}"`);
      if (isListed !== inSight.includes(name))
        problems.push(`${walker}: / ${isListed ? "lists" : "lacks"} the ${name} inquiry`);
      if (name === "open") continue;
      const found = (await get(`/?text=questionz${name}`)).body.includes(
        `href="/inquiries/${world.places[name].slug}"`,
      );
      if (found !== inSight.includes(name))
        problems.push(`${walker}: a search ${found ? "finds" : "misses"} the ${name} inquiry`);
    }
    // Administrators see every source; each place brought one of its own.
    const sources = walker === "administrator" ? cited : inSight;
    const total = numberOf((await get("/sources")).body);
    const before = world.sourcesInSight[walker === "administrator" ? "administrator" : "anybody"];
    if (total !== before + sources.length) {
      problems.push(`${walker}: /sources counts ${total}, and not ${before} and ${sources.length} more`);
    }
    for (const name of cited) {
      for (const text of [`sourcez${name}`, world.places[name].source]) {
        const count = numberOf((await get(`/sources?text=${text}`)).body);
        const expected = sources.includes(name) ? 1 : 0;
        if (count !== expected)
          problems.push(`${walker}: /sources?text=${text} counts ${count}, and not ${expected}`);
      }
    }
    for (const name of cited.filter((each) => each !== "open")) {
      for (const text of [`questionz${name}`, `statementz${name}`]) {
        const { hits } = JSON.parse((await get(`/api/v1/search?text=${text}`)).body);
        // What is near to these words may be there for anybody.
        const found = hits.some(({ isNear }: { isNear: boolean }) => !isNear);
        if (found !== inSight.includes(name))
          problems.push(`${walker}: the search ${found ? "finds" : "misses"} ${text}`);
      }
    }
    const { slug } = world.places.open;
    for (const filter of [
      `source=${world.places.veiled.source}`,
      "text=statementzveiled",
      `text=${world.places.veiled.entries.lead}`,
    ]) {
      for (const view of ["evidence", "timeline"]) {
        const { body } = await get(`/inquiries/${slug}/${view}?${filter}`);
        if (!/>0 entries</.test(body)) {
          problems.push(`${walker}: the ${view} of the open inquiry finds an entry by ${filter}`);
        }
      }
    }
  }
  expect(problems).toEqual([]);
});

test("an address or a search that no database can hold is answered, and not with a fault", async ({
  world,
}) => {
  const { slug } = world.places.open;
  const odd = [
    "%00",
    "%ff",
    "%E0%A4%A",
    "..%2f..",
    "__proto__",
    "constructor",
    "%F0%9F%92%A9",
    "x".repeat(3000),
    "'%22;--",
  ];
  const problems: string[] = [];
  for (const walker of ["nobody", "lead"] as const) {
    for (const text of odd) {
      for (const path of [
        `/inquiries/${text}`,
        `/inquiries/${text}/evidence/E1`,
        `/inquiries/${slug}/evidence/${text}`,
        `/inquiries/${slug}/hypotheses/${text}/edit`,
        `/sources/${text}`,
        `/?text=${text}`,
        `/?page=${text}`,
        `/sources?text=${text}`,
        `/sources?text=${text}&text=${text}&page=${text}`,
        `/search?text=${text}&kind=${text}&page=${text}`,
        `/api/v1/search?text=${text}&within=${text}`,
        `/inquiries/${slug}/evidence?text=${text}`,
        `/inquiries/${slug}/evidence?source=${text}&kind=${text}&stance=${text}&grade=${text}&hypothesis=${text}&page=99999999999`,
        `/inquiries/${slug}/matrix?entry=${text}&sort=${text}&mine=${text}&disputed=${text}&page=-1`,
        `/api/v1/inquiries/${text}/grid`,
        `/api/v1/inquiries/${slug}/grid?rows=${text}`,
        `/api/v1/inquiries/${slug}/ratings?evidence=${text}`,
        `/api/v1/inquiries/${text}/what-if`,
        `/inquiries/${slug}/timeline?text=${text}&source=${text}&kind=${text}&stance=${text}&hypothesis=${text}&page=${text}`,
        `/inquiries/${slug}/claims/${text}`,
        `/inquiries/${slug}/claims/C1?rate=${text}`,
        `/inquiries/${slug}/claims?text=${text}&verdict=${text}&asserter=${text}&page=${text}`,
        `/inquiries/${slug}/score?method=${text}&hypothesis=${text}`,
        `/inquiries/${slug}/score?method=heuer&hypothesis=${text}`,
        `/inquiries/${slug}/what-if?entry=${text}&source=${text}&analyst=${text}&prior.${text}=2&step=${text}&also=${text}`,
        `/inquiries/${slug}/history?page=${text}`,
        `/inquiries/${slug}/evidence/repeats?one=${text}&other=${text}`,
        `/api/v1/inquiries/${text}/changes`,
        `/api/v1/inquiries/${slug}/changes?since=a${text}`,
        `/inquiries/${slug}/evidence/new?after=${text}`,
        `/api/v1/inquiries/${text}/export/matrix.csv`,
        `/api/v1/inquiries/${slug}/export/${text}`,
        `/sign-in?next=${text}`,
        `/welcome?key=${text}`,
      ]) {
        const { status } = await world.visitors[walker].get(path);
        if (status >= 500) problems.push(`${walker}: ${path.slice(0, 80)} is answered with ${status}`);
      }
    }
  }
  expect(problems).toEqual([]);
});
