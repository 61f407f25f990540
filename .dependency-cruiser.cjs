// Who may import whom. docs/architecture.md draws the same rules and says why.
// A rule on values leaves type-only imports alone: they are gone at run time.
const isType = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "analysis-is-pure",
      comment: "The engine computes on plain data: it runs in the browser, in tests and on the server alike.",
      severity: "error",
      from: { path: "^lib/analysis/" },
      to: { pathNot: "^lib/analysis/" },
    },
    {
      name: "few-touch-the-database",
      comment:
        "Reads are in queries (a long one's SQL in statement), writes in mutations; who calls those has passed an actor.",
      severity: "error",
      from: {
        path: "^(lib|app|components)/",
        pathNot:
          "^lib/[^/]+/(queries|mutations|scope|statement)\\.ts$|^lib/(auth|db|history)/|^lib/live/listener\\.ts$|^lib/(health|kept-form)",
      },
      // Telling one fault from another touches nothing.
      to: { path: "^lib/db/", pathNot: "^lib/db/faults\\.ts$", ...isType },
    },
    {
      name: "actions-have-no-database",
      comment: "An action decides and delegates; not even a type of the database is its business.",
      severity: "error",
      from: { path: "^lib/[^/]+/actions\\.ts$" },
      to: { path: "^lib/db/" },
    },
    {
      name: "components-get-data-handed-to-them",
      comment: "Components know the shape of what queries return, as types, and nothing else of them.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/[^/]+/(queries|mutations)\\.ts$|^lib/(db|auth)/", ...isType },
    },
    {
      name: "the-kit-knows-no-domain",
      comment: "components/ui would serve any other subject as well.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/(?!ui/)", ...isType },
    },
    {
      name: "pages-have-no-database",
      comment: "Routes ask lib and compose components.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^lib/db/", pathNot: "^lib/db/faults\\.ts$" },
    },
    {
      name: "nobody-imports-app-or-tests",
      comment: "But for the benches, which start a Linchpin as the tests do.",
      severity: "error",
      from: { pathNot: "^(app|tests|bench)/" },
      to: { path: "^(app|tests)/" },
    },
    {
      name: "app-does-not-import-tests",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^tests/" },
    },
    {
      name: "the-product-does-not-import-scripts",
      comment: "Scripts run the product; it does not know them.",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/" },
      to: { path: "^scripts/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-missing",
      comment: "An import that leads nowhere would pass every other rule unseen.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/.+/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Sees type-only imports, and tells them apart.
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
