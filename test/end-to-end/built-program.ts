import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ArticleRecord, recordSchema } from "../../src/record/record.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly printed: string;
  readonly reported: string;
  /** The most memory that the process held, its workers included, in MiB. */
  readonly memory: number;
}

/** Writes behind all else to standard error how much memory the process took. */
const reportMemory = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS="+process.resourceUsage().maxRSS))`;

/** Runs the built program in a process of its own, as a user does. */
export function runBuilt(words: readonly string[], input: string | Uint8Array = ""): Promise<Run> {
  const child = spawn(process.execPath, ["--import", reportMemory, "bin/sitrep.js", ...words], { cwd: root });
  const printed: Buffer[] = [];
  const reported: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => reported.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      const [told = "", memory = "0"] = Buffer.concat(reported).toString("utf8").split("\nmaxRSS=");
      resolve({
        status,
        printed: Buffer.concat(printed).toString("utf8"),
        reported: told,
        memory: Number(memory) / 1024,
      });
    });
  });
}

/** The records in the output of `--jsonl`, each checked against the schema. */
export function recordsIn(printed: string): readonly ArticleRecord[] {
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => recordSchema.parse(JSON.parse(line)));
}
