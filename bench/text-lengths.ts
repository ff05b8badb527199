import { readFile } from "node:fs/promises";
import { mostPieces } from "../src/annotate/reading-limit.js";
import { nothingKnown } from "../src/read/known-facts.js";
import { readPlain } from "../src/read/plain/read-plain.js";
import { openEngine } from "../src/run/engine.js";
import { kindsOfText } from "../test/kinds-of-text.js";

/**
 * What texts of many lengths and kinds cost, on one thread: seconds of the processor, how many times those of the length before, and the memory held.
 * Usage: `npm run bench:lengths [-- LENGTH … [KIND]]`; without words from 10,000 characters on twice as many each time, to 1,280,000, of every kind, which takes an hour.
 * A short text is read three times, and the least counts.
 */
const words = process.argv.slice(2);
const lengths = words.map(Number).filter((length) => length > 0);
const wanted = words.filter((word) => Number.isNaN(Number(word))).join(" ");
const doubledLengths = Array.from({ length: 8 }, (_, times) => 10_000 * 2 ** times);
const engine = await openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
await secondsFor("The quay was shut, he said.");
process.stdout.write(`a text is read up to ${mostPieces} word pieces\n`);
for (const [kind, textOf] of Object.entries(kindsOfText).filter(([kind]) => kind.startsWith(wanted))) {
  let before: number | null = null;
  for (const length of lengths.length > 0 ? lengths : doubledLengths) {
    const { seconds, isCut } = await leastSecondsFor(textOf(length));
    const times = before === null ? "" : `× ${(seconds / before).toFixed(2)}`;
    const memory = `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
    process.stdout.write(
      `${kind.padEnd(30)}${String(length).padStart(9)}${seconds.toFixed(2).padStart(9)} s ${times.padEnd(9)}${memory.padStart(8)}${isCut ? "  cut" : ""}\n`,
    );
    before = seconds;
  }
}
await engine.close();

async function leastSecondsFor(text: string): Promise<Cost> {
  const costs: Cost[] = [await secondsFor(text)];
  while (text.length < 100_000 && costs.length < 3) costs.push(await secondsFor(text));
  return costs.reduce((least, cost) => (cost.seconds < least.seconds ? cost : least));
}

interface Cost {
  readonly seconds: number;
  readonly isCut: boolean;
}

async function secondsFor(text: string): Promise<Cost> {
  const reading = await readPlain(Buffer.from(text), "text", nothingKnown);
  if (reading.kind !== "article") throw new Error(reading.reason);
  const started = process.cpuUsage();
  const { messages } = await engine.analyse(reading.article);
  const { user, system } = process.cpuUsage(started);
  return { seconds: (user + system) / 1e6, isCut: messages.some(({ code }) => code === "text-cut") };
}
