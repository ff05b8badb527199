import { spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import { resources } from "../src/api/resources.js";
import { questionsOf } from "./served-questions.js";

// How fast `sitrep serve` answers: `tsx bench/serve.ts DATABASE [CLIENTS] [SECONDS] [ROUTE…]`. It starts the built program and asks each route in three ways: once by one
// client, as after a change of the record; by many clients the same question over and over, as pages that people have open do; and by many clients, each time another
// question (another last day, another thing), which nothing that is kept answers.
const [database = "sitrep.db", clients = "50", seconds = "4", ...routes] = process.argv.slice(2);
const server = spawn(process.execPath, ["bin/sitrep.js", "serve", "--db", database, "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = (await once(server.stdout, "data")) as [Buffer];
const base = /http:\S+\d/.exec(line.toString("utf8"))?.[0] ?? "";

const get = async (address: string): Promise<unknown> => (await fetch(`${base}${address}`)).json();
const { size, question } = await questionsOf(get);

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly failed: number;
}

async function measure(next: () => string): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const options = {
    url: base,
    connections: Number(clients),
    duration: Number(seconds),
    timeout: 60,
    requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, path: next() }) }],
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    running.on("response", (_, status, __, time) => {
      times.push(time);
      if (status !== 200) failed += 1;
    });
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / Number(seconds), failed: failed + result.errors };
}

const shown = (number: number): string => (number < 10 ? number.toFixed(1) : String(Math.round(number)));
const write = (text: string): void => void process.stdout.write(`${text}\n`);
write(`${size.articles} articles, ${size.lines} lines; ${clients} clients, ${seconds} s each; milliseconds\n`);
write("| route | once, one client | same question, p50 | p95 | a second | another each time, p50 | p95 | failed |");
write("| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const resource of resources) {
  if (routes.length > 0 && !routes.includes(resource.path)) continue;
  const url = question(resource, 0);
  // What no other route has asked for yet: the first answer is the one that has to be made.
  const started = performance.now();
  const first = await fetch(`${base}${url}`);
  await first.text();
  if (!first.ok) throw new Error(`Found no answer to ${url}: ${first.status}.`);
  const once = performance.now() - started;
  const same = await measure(() => url);
  let nth = 0;
  const other = await measure(() => question(resource, ++nth));
  const cells = [
    resource.path,
    once,
    same.p50,
    same.p95,
    same.perSecond,
    other.p50,
    other.p95,
    same.failed + other.failed,
  ];
  write(`| ${cells.map((cell) => (typeof cell === "number" ? shown(cell) : cell)).join(" | ")} |`);
}
server.kill("SIGTERM");
