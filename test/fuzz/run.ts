import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutated, randomOf } from "./mutate.js";
import { type Outcome, openReader } from "./read-with-watchdog.js";
import { documentSeeds, formatsWithout, type Seed, seedsIn, writtenSeeds } from "./seeds.js";

/**
 * Reads damaged files of every format and says which are more than the readers bear: they crash, hang, or keep memory.
 * Usage: `npm run fuzz -- [--files 20000] [--minutes 60] [--seed N] [--first N] [--patience SECONDS] [--only WORDS]`. A file follows from seed and number alone, so
 * `--seed N --first K --files 1` makes it again.
 */
async function fuzz(): Promise<void> {
  const options = given();
  const folder = fileURLToPath(new URL("../formats", import.meta.url));
  const seeds = [...writtenSeeds(), ...documentSeeds(), ...seedsIn(folder)];
  const chosen = seeds.filter(({ name }) => name.includes(options.only));
  const without = formatsWithout(seeds);
  say(`seed ${options.seed}, ${chosen.length} files to damage`);
  if (without.length > 0) say(`no file of: ${without.join(", ")}`);
  const reader = openReader(options.patience * 1000);
  const until = performance.now() + options.minutes * 60_000;
  const found: string[] = [];
  const counts = { articles: 0, refused: 0, files: 0 };
  const held: number[] = [];
  let slowest = { took: 0, number: 0 };
  for (let number = options.first; number < options.first + options.files && performance.now() < until; number++) {
    const file = fileOf(number, options.seed, chosen, seeds);
    const started = performance.now();
    const outcome = await reader.read(file);
    const took = performance.now() - started;
    if (took > slowest.took) slowest = { took, number };
    counts.files += 1;
    if (outcome.kind === "read") {
      counts.articles += outcome.articles;
      counts.refused += outcome.refused;
      if (outcome.held !== held.at(-1)) held.push(outcome.held);
    } else found.push(offence(outcome, number, file, options.seed));
    if (counts.files % 1000 === 0) say(`${counts.files} files, ${megabytes(held.at(-1))} MB held`);
  }
  await reader.close();
  say(
    `${counts.files} files, ${counts.articles} articles, ${counts.refused} refusals; slowest: file ${slowest.number}, ${Math.round(slowest.took)} ms`,
  );
  // The first measure is before all modules are loaded.
  const [settled = 0] = held.slice(2);
  const grown = (held.at(-1) ?? 0) - settled;
  say(`memory held: ${held.map(megabytes).join(" ")} MB`);
  if (settled > 0 && grown > mostGrowth) found.push(`memory grew by ${megabytes(grown)} MB`);
  say(found.length === 0 ? "nothing went wrong" : `${found.length} went wrong:\n${found.join("\n")}`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

/** In bytes: caches of words and modules fill up at first. */
const mostGrowth = 100_000_000;

interface Given {
  readonly files: number;
  readonly minutes: number;
  readonly seed: number;
  readonly first: number;
  readonly patience: number;
  readonly only: string;
}

function given(): Given {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { files: text, minutes: text, seed: text, first: text, patience: text, only: text },
  });
  const number = (name: Exclude<keyof Given, "only">, usual: number): number => Number(values[name] ?? usual);
  return {
    files: number("files", 20_000),
    minutes: number("minutes", 60),
    seed: number("seed", Date.now() % 1_000_000),
    first: number("first", 0),
    patience: number("patience", 20),
    only: values.only ?? "",
  };
}

function fileOf(number: number, seed: number, chosen: readonly Seed[], all: readonly Seed[]) {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const one = chosen[Math.floor(random() * chosen.length)];
  if (one === undefined) throw new Error("Found no file to damage; --only names a part of some file's name.");
  // A wrong ending leads a file to a reader that did not expect it.
  const name =
    random() < 0.1
      ? `${one.name}${all[Math.floor(random() * all.length)]?.name.replace(/^[^.]*/, "") ?? ""}`
      : one.name;
  const others = all.map(({ bytes }) => bytes);
  return { name, bytes: mutated(one.bytes, others, random) };
}

function offence(outcome: Outcome, number: number, file: { name: string; bytes: Buffer }, seed: number): string {
  const path = join(mkdtempSync(join(tmpdir(), "sitrep-fuzz-")), file.name);
  writeFileSync(path, file.bytes);
  const told = "error" in outcome ? `: ${outcome.error.split("\n").slice(0, 4).join(" | ")}` : "";
  const line = `${outcome.kind}, --seed ${seed} --first ${number} --files 1, ${path}${told}`;
  say(line);
  return line;
}

function megabytes(bytes = 0): string {
  return (bytes / 1e6).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await fuzz();
