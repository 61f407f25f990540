// `npm run migration -- name`: writes the next migration from what changed in prisma/schema.prisma since the last commit.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
import("./lib/write-migration.mjs");
