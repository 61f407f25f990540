/**
 * Prisma's own migration engine, as WebAssembly: the binary that `prisma migrate` wants is fetched at run time from a
 * place that closed networks do not reach. Why not another tool, and what was tried: docs/decisions/002.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as background from "@prisma/schema-engine-wasm/schema_engine_bg";

/** @type {Promise<typeof background.SchemaEngine> | undefined} */
let loading;

async function load() {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(file.replace(/\.js$/, ".wasm"));
  const imports = /** @type {WebAssembly.Imports} */ ({ "./schema_engine_bg.js": background });
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  background.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  return background.SchemaEngine;
}

/**
 * @template T
 * @param {{ url: string, schema?: string }} target
 * @param {(engine: import("@prisma/schema-engine-wasm").SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withEngine({ url, schema = 'datasource db {\n  provider = "postgresql"\n}\n' }, work) {
  loading ??= load();
  const SchemaEngine = await loading;
  const { factory, disconnect } = wholeScripts(new PrismaPg({ connectionString: url }));
  const adapters = bindMigrationAwareSqlAdapterFactory(factory);
  try {
    const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapters);
    return await work(engine);
  } finally {
    // The engine itself never hangs up.
    await disconnect();
  }
}

/**
 * As it comes, the adapter cuts a script at every semicolon, and so through the bodies of functions, and sends the
 * pieces one by one: a migration that fails stays half applied. Sent whole, PostgreSQL takes it as one transaction.
 *
 * @param {PrismaPg} factory
 */
function wholeScripts(factory) {
  const connect = factory.connect.bind(factory);
  /** @type {(() => Promise<void>)[]} */
  const disconnects = [];
  factory.connect = async () => {
    const adapter = await connect();
    disconnects.push(() => adapter.dispose());
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        // Protected, but it alone turns the error into what the engine understands.
        /** @type {any} */ (adapter).onError(error);
      }
    };
    return adapter;
  };
  return { factory, disconnect: () => Promise.all(disconnects.map((disconnect) => disconnect())) };
}

/**
 * The SQL that leads from one schema to another; undefined if they are the same.
 *
 * @param {string} url of any database: the engine compares two texts, but will not do so unconnected
 * @param {string | undefined} before undefined: nothing at all
 * @param {string} after
 */
export function diffSchemas(url, before, after) {
  /** @param {string} content @returns {import("@prisma/schema-engine-wasm").DiffTarget} */
  const schema = (content) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  return withEngine({ url, schema: after }, async (engine) => {
    const { stdout } = await engine.diff({
      from: before === undefined ? { tag: "empty" } : schema(before),
      to: schema(after),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout && !stdout.startsWith("-- This is an empty migration") ? stdout : undefined;
  });
}
