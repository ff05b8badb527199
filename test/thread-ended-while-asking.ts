import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openSqliteFile } from "../src/store/engine/sqlite/sqlite-file.js";
import { endableBy, endStatements, newThreadEnd, type ThreadEnd } from "../src/store/thread-end.js";

// A program of its own, for the panic that this is about ends the process: a thread asks one statement after another that take long, and is ended meanwhile.
const count = (to: number): string =>
  `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${to}) select sum(i) as sum from n`;

if (isMainThread) {
  const end = newThreadEnd();
  const worker = new Worker(
    `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); });`,
    { eval: true, workerData: { end, path: process.argv[2] } },
  );
  const heard: string[] = [];
  worker.on("message", (words: string) => heard.push(words));
  await new Promise((resolve) => worker.once("message", resolve));
  await endStatements(end);
  // What it says of its end is on the way.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await worker.terminate();
  process.stdout.write(`${[...new Set(heard)].join(", ")}\n`);
} else {
  const { end, path } = workerData as { readonly end: ThreadEnd; readonly path: string };
  endableBy(end);
  const file = openSqliteFile(path, { patience: 1_000 });
  try {
    for (;;) {
      parentPort?.postMessage("asks");
      file.rows(count(2_000_000));
    }
  } catch (error) {
    parentPort?.postMessage((error as Error).name);
  }
}
