/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm run check` has its own step for types; building twice over would only cost the first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "edtf", "linkedom", "@observablehq/plot"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};
