import { defineConfig } from "prisma/config";

// The datasource's address is given at run time (lib/db/client.ts); generating needs none.
export default defineConfig({ schema: "prisma/schema.prisma" });
