import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new installation's own folder, where `npm test` clears up even what a killed test leaves. */
export function makeDataFolder(): Promise<string> {
  return mkdtemp(join(process.env.LINCHPIN_TEST_FOLDER ?? tmpdir(), "linchpin-test-"));
}
