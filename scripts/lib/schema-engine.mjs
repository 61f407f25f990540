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
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString: url }))),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
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
  factory.connect = async () => {
    const adapter = await connect();
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
  return factory;
}
