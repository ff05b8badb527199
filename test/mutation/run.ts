import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { folderOf, mutatedFolders } from "./folders.js";
import { scoreOf } from "./score.js";

// How much of what the program does its tests notice: `npm run mutate [-- FOLDER|FILE …] [--sample N] [--seed WORD]`. Each mutant is the program with one
// small change; a test that then fails has noticed it. CONTRIBUTING.md says more.

const floor = 75;
const root = fileURLToPath(new URL("../..", import.meta.url));
const reports = join(root, "reports", "mutation");

type Results = Awaited<ReturnType<Stryker["runMutationTest"]>>;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  const asked = positionals.length > 0 ? positionals : mutatedFolders.map(({ folder }) => folder);
  const size = values.sample === undefined ? null : sizeOf(values.sample);
  const folders = new Set(asked.map(folderOf));
  const tests = mutatedFolders.filter(({ folder }) => folders.has(folder)).flatMap((one) => one.tests);
  const temporary = mkdtempSync(join(tmpdir(), "sitrep-mutation-"));
  try {
    mkdirSync(join(temporary, "documents"));
    Object.assign(process.env, {
      SITREP_KEPT_DOCUMENTS: join(temporary, "documents"),
      SITREP_MUTATION_TESTS: tests.map((one) => (one.endsWith(".ts") ? one : `${one}/*.test.ts`)).join(","),
      SITREP_MUTATION_SAMPLE: String(size),
      SITREP_MUTATION_SEED: values.seed,
      SITREP_MUTATION_FOLDERS: [...folders].join(","),
    });
    const results = await mutate(asked.map(patternOf), temporary, size !== null);
    return report(results, folders);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function sizeOf(words: string): number {
  const size = Number(words);
  if (!Number.isInteger(size) || size < 1) throw new Error(`--sample takes a number of mutants, not "${words}".`);
  return size;
}

/** All of a folder but its tests, or one file. */
function patternOf(path: string): string {
  return statSync(join(root, path)).isDirectory() ? `${path}/**/!(*.test).ts` : path;
}

function mutate(patterns: readonly string[], temporary: string, isSample: boolean): Promise<Results> {
  // What tests read and git ignores is linked to; the rest of what is copied is small.
  const linked = ["node_modules", "dist", "models"].map((name) => join(root, name).replaceAll(" ", "\\ "));
  const stryker = new Stryker({
    mutate: [...patterns],
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner", join(root, "test/mutation/sample-checker.mjs")],
    checkers: isSample ? ["sample"] : [],
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    concurrency: 1,
    // A whole run goes on where the one before was ended. A sample leaves out what this would remember as looked at.
    incremental: !isSample,
    incrementalFile: join(reports, "looked-at.json"),
    tempDirName: join(temporary, "copy"),
    symlinkNodeModules: false,
    buildCommand: `ln -s ${linked.join(" ")} .`,
    ignorePatterns: ["/dist", "/models", "/training", "/reports", "/web", "/bench", "/docs", "/examples"],
    dryRunTimeoutMinutes: 60,
    // A busy machine is no endless loop.
    timeoutMS: 30_000,
    reporters: isSample ? ["progress-append-only"] : ["progress-append-only", "html"],
    htmlReporter: { fileName: join(reports, "mutants.html") },
    allowConsoleColors: false,
    disableTypeChecks: true,
    cleanTempDir: "always",
    warnings: false,
  });
  return stryker.runMutationTest();
}

function report(results: Results, folders: ReadonlySet<string>): number {
  let passes = true;
  for (const folder of folders) {
    const { score, error, mutants, tried, noticed, survived, untested } = scoreOf(
      results.filter(({ fileName }) => folderOf(fileName) === folder),
    );
    if (score === null) continue;
    passes &&= score + error >= floor;
    const spread = error === 0 ? "" : ` ± ${error.toFixed(1)}`;
    const of = tried === mutants ? `${mutants} mutants` : `${tried} of ${mutants} mutants`;
    process.stdout.write(
      `${folder}: ${score.toFixed(1)}${spread} % (${of}: ${noticed} noticed, ${survived} survived, ${untested} in lines that no test runs)\n`,
    );
  }
  const unnoticed = results.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  mkdirSync(reports, { recursive: true });
  const file = join(reports, "unnoticed.txt");
  writeFileSync(file, unnoticed.map(lineOf).sort().join(""));
  process.stdout.write(`What was not noticed stands in ${file}.\n`);
  if (!passes) process.stdout.write(`The floor is ${floor} % in each folder.\n`);
  return passes ? 0 : 1;
}

function lineOf({ fileName, location, mutatorName, replacement, status }: Results[number]): string {
  const file = fileName.slice(fileName.lastIndexOf("src/"));
  const { line, column } = location.start;
  const end = `${location.end.line}:${location.end.column}`;
  const became = (replacement ?? "").replace(/\s+/g, " ").slice(0, 100);
  return `${file}:${line}:${column} to ${end} ${mutatorName}: ${became}${status === "NoCoverage" ? " (no test)" : ""}\n`;
}

process.exitCode = await run();
