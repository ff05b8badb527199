import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Scores every task of `eval-floors.json` against gold data and fails where a figure is below its floor, or the data are not those that
 * the floor was set on. Usage: `npm run floors -- GOLD [TASK …]`; build first. Lowering a floor is a line in CHANGELOG.md.
 */
interface Floors {
  /** SHA-256 of each file under the gold folder that the task reads. */
  readonly data: Readonly<Record<string, string>>;
  /** The least that the third figure of each row may be. */
  readonly rows: Readonly<Record<string, number>>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const [gold, ...tasks] = process.argv.slice(2);
if (gold === undefined) {
  process.stderr.write("usage: npm run floors -- GOLD [TASK …]\n");
  process.exit(2);
}

const all: Readonly<Record<string, Floors>> = JSON.parse(readFileSync(join(root, "test/eval-floors.json"), "utf8"));
const wanted = Object.entries(all).filter(([task]) => tasks.length === 0 || tasks.includes(task));
const faults = wanted.flatMap(([task, floors]) => faultsOf(task, floors, gold));
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${wanted.length} tasks, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function faultsOf(task: string, { data, rows }: Floors, folder: string): readonly string[] {
  const others = Object.entries(data).flatMap(([file, digest]) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [`${task}: ${path} is missing`];
    const found = createHash("sha256").update(readFileSync(path)).digest("hex");
    return found === digest ? [] : [`${task}: ${path} is not the file that the floors were set on (${found})`];
  });
  if (others.length > 0) return others;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, "bin/sitrep.js"), "eval", task, "--gold", folder],
    { encoding: "utf8" },
  );
  if (status !== 0) return [`${task}: ${stderr}`];
  process.stdout.write(`${stdout}\n`);
  return Object.entries(rows).flatMap(([row, floor]) => {
    const score = scoreOf(row, stdout);
    return score !== null && score >= floor ? [] : [`${task}: ${row} is ${score ?? "not there"}, its floor ${floor}`];
  });
}

/** The third figure of a row of a printed table: F1, or a plain share. */
function scoreOf(row: string, table: string): number | null {
  const line = table.split("\n").find((one) => one.startsWith(`${row} `));
  const figure = line?.slice(row.length).trim().split(/\s+/)[2];
  return figure === undefined || figure === "–" ? null : Number(figure);
}
