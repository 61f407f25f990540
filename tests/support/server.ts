import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { discard } from "../../scripts/lib/embedded/cluster.mjs";
import { makeDataFolder } from "./data-folder";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningScript {
  pid: number;
  /** All it has printed so far. */
  output: () => string;
  /** What the pattern's first group matched in a line it printed; fails if it ends before. */
  line: (pattern: RegExp) => Promise<string>;
  /** Ends it as Ctrl-C would; gives the exit code. */
  stop: () => Promise<number | null>;
  /** kill -9, of this process alone. */
  kill: () => Promise<void>;
  ended: Promise<number | null>;
}

/** One of our commands as a process of its own, whose settings are those given and no others. */
export function startScript(script: string, settings: Record<string, string>): RunningScript {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...withoutSettings(), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let announce = () => {};
  let news = new Promise<void>((resolve) => {
    announce = resolve;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
      announce();
      news = new Promise((resolve) => {
        announce = resolve;
      });
    });
  }
  let isEnded = false;
  const ended = once(child, "close").then(([code]) => {
    isEnded = true;
    return code as number | null;
  });
  const line = async (pattern: RegExp) => {
    for (;;) {
      const [, found] = pattern.exec(printed) ?? [];
      if (found !== undefined) return found;
      if (isEnded) throw new Error(`It ended without printing ${pattern}. It printed:\n${printed}`);
      await Promise.race([news, ended]);
    }
  };
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    line,
    stop: () => signal("SIGTERM"),
    kill: async () => void (await signal("SIGKILL")),
    ended,
  };
}

function withoutSettings(): NodeJS.ProcessEnv {
  const settings =
    /^(PORT|HOST|DATABASE_URL|BETTER_AUTH_SECRET|NODE_ENV|LINCHPIN_(?!TEST_).*|__NEXT.*|VITEST.*)$/;
  const others = Object.entries(process.env).filter(([name]) => !settings.test(name));
  return Object.fromEntries(others) as NodeJS.ProcessEnv;
}

export interface RunningServer extends RunningScript {
  /** Its origin. */
  url: string;
  /** The address it printed, with the one-time key if there is one. */
  startUrl: string;
  dataFolder: string;
  /** Stops it and removes its data. */
  discard: () => Promise<void>;
}

/** `npm start` on a data folder and a port of its own; give the folder of one before to start that again. */
export async function startServer(
  settings: Record<string, string> = {},
  dataFolder?: string,
): Promise<RunningServer> {
  const folder = dataFolder ?? (await makeDataFolder());
  const script = startScript("scripts/start.mjs", { PORT: "0", LINCHPIN_DATA: folder, ...settings });
  const startUrl = await script.line(/^Linchpin is ready at (\S+)$/m);
  return {
    ...script,
    startUrl,
    url: new URL(startUrl).origin,
    dataFolder: folder,
    discard: async () => {
      await script.stop();
      await discard(folder);
    },
  };
}
