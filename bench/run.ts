import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Speed and memory of `sitrep read - --jsonl`, as a table. Usage: `npm run bench [-- ARTICLES.jsonl]`; without a file it reads the examples,
 * over and over up to 84 articles. Build first. Times depend on the machine and on what else it does.
 */
async function bench(): Promise<void> {
  const [file] = process.argv.slice(2);
  const lines = file === undefined ? exampleLines(articles) : nonBlankLines(readFileSync(file, "utf8"));
  const one = await measure(lines.slice(0, 1));
  const all = await measure(lines);
  const rows: readonly (readonly [string, string])[] = [
    ["start to the first record of one article", `${seconds(one.firstRecord)} s`],
    ["articles", String(lines.length)],
    ["from start to end", `${seconds(all.total)} s`],
    ["articles a second, start included", (lines.length / (all.total / 1000)).toFixed(1)],
    [
      "articles a second, after the first record",
      ((lines.length - 1) / ((all.total - all.firstRecord) / 1000)).toFixed(1),
    ],
    ["largest resident memory", `${Math.round(all.memory / 1024)} MB`],
  ];
  for (const [what, value] of rows) process.stdout.write(`${what.padEnd(44)}${value}\n`);
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** As many as the set that the project's target for speed is stated for. */
const articles = 84;

interface Measurement {
  /** In milliseconds from the start of the process. */
  readonly firstRecord: number;
  readonly total: number;
  /** In KiB. */
  readonly memory: number;
}

/** Lets the child say at its end how much memory it took at most; workers are part of it. */
const reportMemory = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS="+process.resourceUsage().maxRSS))`;

function measure(lines: readonly string[]): Promise<Measurement> {
  const started = performance.now();
  const child = spawn(process.execPath, [
    "--import",
    reportMemory,
    join(root, "bin/sitrep.js"),
    "read",
    "-",
    "--jsonl",
  ]);
  let firstRecord: number | null = null;
  let errors = "";
  child.stdout.on("data", () => {
    firstRecord ??= performance.now() - started;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdin.end(`${lines.join("\n")}\n`);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      const memory = Number(/maxRSS=(\d+)/.exec(errors)?.[1] ?? 0);
      if (status !== 0 || firstRecord === null) reject(new Error(`sitrep ended with status ${status}: ${errors}`));
      else resolve({ firstRecord, total: performance.now() - started, memory });
    });
  });
}

function exampleLines(count: number): readonly string[] {
  const folder = join(root, "examples");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ id: `a${index}`, text: texts[index % texts.length] }),
  );
}

function nonBlankLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

await bench();
