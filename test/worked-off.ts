import { setTimeout as sleep } from "node:timers/promises";
import type { Analyser } from "../src/run/analyse.js";
import type { Effects } from "../src/run/effects.js";
import { lazyLinkLexicons } from "../src/run/link-lexicons.js";
import { type LinkerEvent, linkWork } from "../src/run/queue/link-work.js";
import { type ReaderEvent, readWork } from "../src/run/queue/read-work.js";
import { openQueue } from "../src/store/queue.js";
import { openStoreForReading, openStoreForWriting } from "../src/store/store.js";
import { simpleRecord } from "./simple-record.js";

/** Makes simple records; an article with the word "poison" cannot be analysed. */
export const simpleAnalyser: Analyser = {
  analyse: async (article) => {
    if (article.text.includes("poison")) throw new Error("this one is poison");
    return simpleRecord(article);
  },
  parallel: 2,
  close: async () => undefined,
};

/** Lets one reader and one linker work until nothing is left, and gives what they told. */
export async function workedOff(place: string, world: Effects, analyser: Analyser = simpleAnalyser) {
  const effects: Effects = { ...world, now: () => new Date(), pause: briefly };
  const told: (ReaderEvent | LinkerEvent)[] = [];
  const tell = (event: ReaderEvent | LinkerEvent): void => void told.push(event);
  const [reading, linking, watching] = await Promise.all([openQueue(place), openQueue(place), openQueue(place)]);
  const store = await openStoreForReading(place);
  const stopping = new AbortController();
  const stop = stopping.signal;
  const open = () => openStoreForWriting(place, { now: world.now });
  const done = Promise.all([
    readWork({ queue: reading, store, analyser, effects, stop }, tell),
    linkWork({ queue: linking, open, lexicons: lazyLinkLexicons(world), effects, stop }, tell),
  ]);
  for (;;) {
    const { waiting, inWork, failed, results } = await watching.state();
    const isLinked = told.some(({ kind }) => kind === "caught-up") || told.every(({ kind }) => kind !== "article");
    if (waiting + inWork + failed + results === 0 && isLinked) break;
    await sleep(20);
  }
  stopping.abort();
  await done;
  for (const one of [reading, linking, watching, store]) await one.close();
  return told;
}

async function briefly(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(milliseconds, 20), undefined, { signal }).catch(() => undefined);
}
