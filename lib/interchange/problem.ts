/** What a problem may tell beside its title: `detail`, `errors` and the like. */
type Details = { readonly detail?: string } & Readonly<Record<string, unknown>>;

const TITLES = {
  400: "The request cannot be understood",
  404: "This is not here, or not open to you",
  413: "The request is too large",
  429: "Too many requests",
  503: "The installation cannot answer at the moment",
} as const;

/** An error of the HTTP interface, as RFC 9457 has it. */
export function problem(
  status: keyof typeof TITLES,
  details: Details = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: "about:blank", title: TITLES[status], status, ...details };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
