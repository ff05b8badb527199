import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findBrowser, findFirefox, howToInstall, howToInstallFirefox } from "./browser/find-browser.js";
import { findTracer, howToTrace } from "./end-to-end/traced-program.js";
import { findPostgres, howToInstallPostgres, startPostgres } from "./postgres-server.js";

/** What one kind of test came to. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs every kind of test, lets each print its own report, and ends with one line that sums them up. */
function runAll(): number {
  const tallies = [
    check("style (biome)", "biome", ["check", "--error-on-warnings", "."]),
    check("types (tsc)", "tsc", ["--noEmit"]),
    check("types of the pages (svelte-check)", "svelte-check", [
      ...["--tsconfig", "web/tsconfig.json", "--fail-on-warnings", "--output", "human"],
    ]),
    check("build (tsc)", "tsc", ["-p", "tsconfig.build.json"]),
    check("build of what it uses (rolldown)", "tsx", ["build/bundle.ts"]),
    check("types of the library (dts-bundle-generator)", "tsx", ["build/types.ts"]),
    check("build of the pages (vite)", "vite", ["build", "web", "--logLevel", "warn"]),
    check("build of the docs (marked)", "tsx", ["build/docs/write-docs.ts"]),
    check("package, installed in an empty folder (npm)", "tsx", ["build/check-package.ts"]),
    tool("a browser for the pages", "chromium", findBrowser, howToInstall),
    tool("a second browser for the pages", "firefox-esr", findFirefox, howToInstallFirefox),
    tool("a tracer of system calls", "strace", findTracer, howToTrace),
    tool("a server for records in PostgreSQL", "postgresql", findPostgres, howToInstallPostgres),
    vitest("unit, golden and end-to-end tests (vitest)", []),
    onPostgres(),
  ];
  const passed = sum(tallies.map((tally) => tally.passed));
  const failed = sum(tallies.map((tally) => tally.failed));
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** A tool that passes or fails as a whole. */
function check(title: string, tool: string, args: readonly string[]): Tally {
  process.stdout.write(`\n── ${title}\n`);
  return run(tool, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Sees to it that there is a tool that tests need: where we may, Debian's is installed. */
function tool(title: string, debian: string, find: () => string | null, missing: string): Tally {
  process.stdout.write(`\n── ${title}\n`);
  if (find() === null && process.getuid?.() === 0) {
    const install = `apt-get update && apt-get install --yes --no-install-recommends ${debian}`;
    spawnSync("sh", ["-c", install], { stdio: "inherit" });
  }
  const found = find();
  process.stdout.write(`${found ?? missing}\n`);
  return found === null ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

/** Unit, golden and end-to-end tests. A run that breaks before it can count is one failure. */
function vitest(title: string, files: readonly string[], environment: NodeJS.ProcessEnv = process.env): Tally {
  process.stdout.write(`\n── ${title}\n`);
  const folder = mkdtempSync(join(tmpdir(), "sitrep-test-"));
  const file = join(folder, "report.json");
  try {
    const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const fine = run("vitest", ["run", ...files, ...reports], environment);
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const report = vitestReport.parse(JSON.parse(readFileSync(file, "utf8")));
    const broken = !fine && report.numFailedTests === 0 ? 1 : 0;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of the store that open records by `temporaryRecords`, on a server of PostgreSQL. */
function onPostgres(): Tally {
  const title = "tests of the store, on PostgreSQL (vitest)";
  try {
    const server = startPostgres();
    try {
      return vitest(title, onBothEngines, { ...process.env, SITREP_TEST_POSTGRES: server.address() });
    } finally {
      server.stop();
    }
  } catch (error) {
    process.stdout.write(`\n── ${title}\n${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

const onBothEngines = [
  "src/store/corrections",
  "src/store/links",
  "src/store/queries",
  "src/store/shown-line.test.ts",
  "src/store/zone.test.ts",
];

function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  const path = join(root, "node_modules", ".bin", tool);
  const result = spawnSync(path, args, { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
  return result.status === 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

process.exitCode = runAll();
