import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Analyser } from "../src/run/analyse.js";
import { processEffects } from "../src/run/process-effects.js";
import { readWork } from "../src/run/queue/read-work.js";
import { pack } from "../src/run/queue/work.js";
import type { Queue } from "../src/store/engine/queue.js";
import { openQueue } from "../src/store/queue.js";
import { openStoreForReading, openStoreForWriting } from "../src/store/store.js";
import { startPostgres } from "../test/postgres-server.js";
import { simpleArticle, simpleRecord } from "../test/simple-record.js";

/**
 * Measures how the queue grows with readers: `tsx bench/workers.ts [MILLISECONDS [SECONDS [READERS…]]]`. Readers in this process, each with a connection of its own,
 * take so long for an article, doing nothing meanwhile; what they hand in is thrown away. So whatever is missing from readers times their speed is the queue's.
 * With 0 milliseconds it measures the queue's own limit on this machine.
 */
const [milliseconds = "500", seconds = "15", ...given] = process.argv.slice(2);
const delay = Number(milliseconds);
const counts = given.length === 0 ? [1, 2, 8, 32, 64] : given.map(Number);
const server = startPostgres();
try {
  for (const readers of counts) process.stdout.write(`${JSON.stringify(await measure(readers))}\n`);
} finally {
  server.stop();
}

async function measure(readers: number) {
  const place = `${server.address()}&schema=workers_${readers}`;
  await (await openStoreForWriting(place, { now: () => new Date() })).close();
  const expected = delay === 0 ? 500 : (readers * 1_000) / delay;
  const emptying = await openQueue(place);
  await giveOut(emptying, Math.ceil(expected * (Number(seconds) + 5)));
  const store = await openStoreForReading(place);
  const queues = await Promise.all(Array.from({ length: readers }, () => openQueue(place)));
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let done = 0;
  const effects = processEffects();
  const reading = queues.map((queue) =>
    readWork({ queue, store, analyser: waiting(), effects, stop: stopping.signal }, (event) => {
      if (event.kind === "read") done += event.articles;
    }),
  );
  const emptied = empty(emptying, stopping.signal);
  // Until all have begun.
  await sleep(3_000 + delay);
  const before = { done, at: performance.now(), cpu: process.cpuUsage() };
  await sleep(Number(seconds) * 1_000);
  const first = done - before.done;
  const took = (performance.now() - before.at) / 1_000;
  const { user, system } = process.cpuUsage(before.cpu);
  stopping.abort();
  await Promise.all([...reading, emptied]);
  for (const one of [...queues, emptying, store]) await one.close();
  const rate = first / took;
  return {
    readers,
    articlesASecond: Number(rate.toFixed(1)),
    ofProportion: delay === 0 ? null : Number(((rate * delay) / 1_000 / readers).toFixed(3)),
    processorMsAnArticle: Number(((user + system) / 1_000 / Math.max(1, first)).toFixed(2)),
  };
}

/** One article at a time, in so many milliseconds. */
function waiting(): Analyser {
  let last: Promise<unknown> = Promise.resolve();
  return {
    analyse: (article) => {
      const done = last.then(() => (delay === 0 ? null : sleep(delay)));
      last = done;
      return done.then(() => simpleRecord(article));
    },
    parallel: 1,
    close: async () => undefined,
  };
}

async function giveOut(queue: Queue, articles: number): Promise<void> {
  const words = "The council of Orsen met again on the quay and talked about the boats that wait. ".repeat(30);
  for (let from = 0; from < articles; from += 500) {
    const some = Array.from({ length: Math.min(500, articles - from) }, (_, at) => {
      const article = simpleArticle(`Ada Lenz said pier ${from + at} was shut. ${words}`, { id: `a${from + at}` });
      const arrival = { article, input: article.id, fetched: null, sourceSha256: null };
      return { input: article.id, work: pack({ kind: "article", arrival, watched: null }) };
    });
    await queue.give(some);
  }
}

async function empty(queue: Queue, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const results = await queue.results(500);
    await queue.written(results, []);
    if (results.length === 0) await sleep(20);
  }
}
