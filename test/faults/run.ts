import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, Fault } from "./fault.js";

/**
 * Tries the inputs of a folder of faults, each as its line in `faults.tsv` asks, and says which come out right.
 * Usage: `npm run faults -- FOLDER [ID …]`. Build first. For judging: no test needs such a folder.
 */
async function tryFaults(): Promise<void> {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined || !existsSync(join(folder, "faults.tsv"))) {
    process.stderr.write("Usage: npm run faults -- FOLDER [ID …], a folder that holds faults.tsv.\n");
    process.exitCode = 1;
    return;
  }
  const checks = await allChecks();
  const counts = { right: 0, wrong: 0, untried: 0 };
  for (const fault of faultsIn(folder)) {
    if (wanted.length > 0 && !wanted.includes(fault.id)) continue;
    const verdict = await judge(fault, checks.get(fault.id));
    counts[verdict]++;
    process.stdout.write(`${fault.id.padEnd(6)}${verdict.padEnd(9)}${fault.kind.padEnd(24)}${fault.right}\n`);
  }
  process.stdout.write(`${counts.right} right, ${counts.wrong} wrong, ${counts.untried} untried\n`);
}

type Verdict = "right" | "wrong" | "untried";

async function judge(fault: Fault, check: Check | undefined): Promise<Verdict> {
  if (check === undefined) return "untried";
  try {
    return (await check(fault)) ? "right" : "wrong";
  } catch (error) {
    process.stderr.write(`${fault.id}: ${error instanceof Error ? error.message : String(error)}\n`);
    return "wrong";
  }
}

/** Every file beside this one that exports `checks` holds those of one part of the program. */
async function allChecks(): Promise<ReadonlyMap<string, Check>> {
  const found = new Map<string, Check>();
  for (const name of readdirSync(import.meta.dirname)) {
    const part: { readonly checks?: Readonly<Record<string, Check>> } =
      name === "run.ts" ? {} : await import(join(import.meta.dirname, name));
    for (const [id, check] of Object.entries(part.checks ?? {})) found.set(id, check);
  }
  return found;
}

function faultsIn(folder: string): readonly Fault[] {
  const [, ...lines] = readFileSync(join(folder, "faults.tsv"), "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [id = "", kind = "", input = "", right = ""] = line.split("\t");
      return { id, kind, input, right, folder };
    });
}

await tryFaults();
