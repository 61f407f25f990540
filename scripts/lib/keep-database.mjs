import { openDatabase, takeDataFolder } from "./database.mjs";
import { main, onEnd } from "./ending.mjs";
import { migrate } from "./migrate.mjs";
import { say, step } from "./say.mjs";
import { loadSettings } from "./settings.mjs";

main(
  async () => {
    const settings = loadSettings();
    await takeDataFolder(settings.dataFolder);
    const database = await step("Starting the database", () => openDatabase(settings, { onNews: say }));
    onEnd(database.stop);
    await step("Bringing the database up to date", () => migrate(database.url));
    say(database.url);
    // Something has to keep us here: the database is a process of its own.
    setInterval(() => {}, 60_000);
  },
  { codeOnSignal: 0 },
);
