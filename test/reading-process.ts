import { setTimeout as sleep } from "node:timers/promises";
import type { Analyser } from "../src/run/analyse.js";
import { processEffects } from "../src/run/process-effects.js";
import { readWork } from "../src/run/queue/read-work.js";
import { openQueue } from "../src/store/queue.js";
import { openStoreForReading } from "../src/store/store.js";
import { simpleRecord } from "./simple-record.js";

// A reader without a model, for tests and measurements: `reading-process.ts MILLISECONDS PARALLEL` takes so long for an article, so many at once. An article with
// the word "poison" ends the process as a fault of the system does.
const [milliseconds = "0", parallel = "1"] = process.argv.slice(2);
const analyser: Analyser = {
  analyse: async (article) => {
    await sleep(Number(milliseconds));
    if (article.text.includes("poison")) process.kill(process.pid, "SIGKILL");
    return simpleRecord(article);
  },
  parallel: Number(parallel),
  close: async () => undefined,
};
const place = process.env.SITREP_DB ?? "";
const effects = processEffects();
const stop = effects.stopSignal();
const queue = await openQueue(place);
const store = await openStoreForReading(place);
await readWork({ queue, store, analyser, effects, stop }, (event) => {
  if (event.kind === "lost") process.stderr.write(`${event.reason}\n`);
});
await queue.close();
await store.close();
