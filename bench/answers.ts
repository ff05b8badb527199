import type { Resource } from "../src/api/resource.js";
import { questionsOf } from "./served-questions.js";

// The program as it is built: the sources run slower by what compiles them on the way.
const built = <Module>(path: string): Promise<Module> => import(new URL(`../dist/${path}`, import.meta.url).href);
const { answerTo } = await built<typeof import("../src/api/answering/answer-to.js")>("api/answering/answer-to.js");
const { openRecordReader } = await built<typeof import("../src/api/answering/record-reader.js")>(
  "api/answering/record-reader.js",
);
const { Refusal } = await built<typeof import("../src/api/refusal.js")>("api/refusal.js");
const { filesReadOnce } = await built<typeof import("../src/run/files-read-once.js")>("run/files-read-once.js");
const { resources } = await built<typeof import("../src/api/resources.js")>("api/resources.js");

/**
 * What answers cost: `tsx bench/answers.ts DATABASE [TIMES] [ROUTE…]`. Each route is asked so many different questions in this process, and the table has the processor's
 * time of an answer in milliseconds. On a machine that does other work this tells more than the clock of `bench/serve.ts`: two cores give fifty clients who all wait for
 * another question an answer after 25 times as long.
 */
const [database = "sitrep.db", times = "30", ...routes] = process.argv.slice(2);
const reader = await openRecordReader(database);
const effects = filesReadOnce();

async function answer(resource: Resource, address: string): Promise<string> {
  const url = new URL(address, "http://record");
  const [wanted, given] = [resource.path, url.pathname].map((path) => path.split("/"));
  const params = Object.fromEntries(
    (wanted ?? []).flatMap((part, at) =>
      part.startsWith(":")
        ? [[part.slice(1), decodeURIComponent(given?.[at] ?? "")]]
        : part === "*"
          ? [["id", decodeURIComponent((given ?? []).slice(at).join("/"))]]
          : [],
    ),
  );
  const query = Object.fromEntries(url.searchParams);
  return answerTo(resource, { url: address, params, query, mayCorrect: true }, reader, effects);
}

const { size, question } = await questionsOf(async (address) => {
  const resource = resources.find(({ path }) => path === new URL(address, "http://record").pathname);
  if (resource === undefined) throw new RangeError(`Found no resource at ${address}.`);
  return JSON.parse(await answer(resource, address));
});
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
process.stdout.write(`${size.articles} articles, ${size.lines} lines; milliseconds of the processor\n`);
process.stdout.write(
  "| route | first | middle | 95th percentile | slowest | KB |\n| --- | --- | --- | --- | --- | --- |\n",
);
for (const resource of resources) {
  if (routes.length > 0 && !routes.includes(resource.path)) continue;
  const costs: number[] = [];
  let length = 0;
  for (let nth = 0; nth <= Number(times); nth++) {
    const before = cpu();
    try {
      length = Math.max(length, (await answer(resource, question(resource, nth))).length);
    } catch (error) {
      // What is not there is answered too.
      if (!(error instanceof Refusal)) throw error;
    }
    costs.push(cpu() - before);
  }
  const [first = 0, ...rest] = costs;
  rest.sort((a, b) => a - b);
  const at = (share: number): string => (rest[Math.ceil(share * rest.length) - 1] ?? 0).toFixed(1);
  process.stdout.write(
    `| ${resource.path} | ${first.toFixed(0)} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${Math.round(length / 1024)} |\n`,
  );
}
await reader.close();
