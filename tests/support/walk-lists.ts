/** What there is to walk, by the lists that the build itself writes and the server goes by. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../.next/${file}`, import.meta.url)), "utf8"));

/** Every address that the build answers, dynamic parts in brackets. */
export const listRoutes = (): string[] =>
  Object.values(read("app-path-routes-manifest.json") as Record<string, string>);

interface ActionsManifest {
  readonly node: Readonly<Record<string, { readonly filename: string; readonly exportedName: string }>>;
  readonly edge: Readonly<Record<string, unknown>>;
}

/** Every server action that can be called, as "file export", with the id by which it is called. */
export function listActions(): Map<string, string> {
  const { node, edge } = read("server/server-reference-manifest.json") as ActionsManifest;
  const ofEdge = Object.keys(edge).map((id) => [`on the edge: ${id}`, id] as const);
  return new Map([
    ...ofEdge,
    ...Object.entries(node).map(
      ([id, { filename, exportedName }]) => [`${filename} ${exportedName}`, id] as const,
    ),
  ]);
}
