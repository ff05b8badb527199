import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * Commands that pages of the docs show, and what stands under them. A block marked `sh` is run; where a block marked `text` follows, it is what was printed.
 * What is not to be run, because it needs a network or goes on for ever, is marked `bash`.
 */

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** In the order in which they are read: later pages go on with the record of the tutorial. */
export const pagesWithCommands = [
  "README.md",
  "docs/quick-start.md",
  "docs/tutorial.md",
  "docs/newsroom.md",
  "docs/duty-of-care.md",
  "docs/research.md",
  "docs/automation.md",
] as const;

export interface DocumentedCommand {
  readonly language: "sh" | "python";
  readonly code: string;
  /** What the page says that it prints; `null` where it says nothing. */
  readonly output: string | null;
}

const block = /^```(sh|python)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms;

/** The commands of a page. Python goes on with what the blocks above it set, as in a notebook. */
export function commandsIn(markdown: string): readonly DocumentedCommand[] {
  let above = "";
  return [...markdown.matchAll(block)].map(([, language, code = "", output]): DocumentedCommand => {
    if (language !== "python") return { language: "sh", code, output: output ?? null };
    const whole = `${above}print(${JSON.stringify(fromHere)})\n${code}`;
    above += code;
    return { language, code: whole, output: output ?? null };
  });
}

/** Stands before what the last block of Python prints. */
const fromHere = "——— from here ———";

/** The page with what was printed under each command that has something under it; a command that was not run keeps what it has. */
export function withOutputs(markdown: string, printed: readonly (string | null)[]): string {
  let at = -1;
  return markdown.replace(block, (whole, language: string, code: string, output: string | undefined) => {
    const now = printed[++at] ?? null;
    return output === undefined || now === null
      ? whole
      : `\`\`\`${language}\n${code}\`\`\`\n\n\`\`\`text\n${now}\`\`\`\n`;
  });
}

export function pageText(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** A folder in which `sitrep`, `npx sitrep` and the package `sitrep` are this program, and the examples lie. */
export function preparedFolder(folder: string): string {
  const programs = join(folder, "bin");
  mkdirSync(programs);
  const program = `exec ${JSON.stringify(process.execPath)} ${JSON.stringify(join(root, "bin/sitrep.js"))} "$@"\n`;
  for (const [name, first] of [
    ["sitrep", ""],
    ["npx", "shift\n"],
  ] as const) {
    writeFileSync(join(programs, name), `#!/bin/sh\n${first}${program}`);
    chmodSync(join(programs, name), 0o755);
  }
  const home = join(folder, "home");
  mkdirSync(home);
  symlinkSync(join(root, "examples"), join(home, "examples"));
  mkdirSync(join(home, "node_modules"));
  symlinkSync(root, join(home, "node_modules/sitrep"));
  return home;
}

/** Whether there is a Python that has what the page on research asks for. */
export function hasPython(): boolean {
  return spawnSync("python3", ["-c", "import duckdb, pandas, pyarrow"]).status === 0;
}

/** Runs commands as a reader would, in a shell; what they print, and what they report where one fails. */
export function runCommands(
  { language, code }: DocumentedCommand,
  home: string,
): { readonly printed: string; readonly failed: string | null } {
  const PATH = `${join(home, "../bin")}:${process.env.PATH ?? ""}`;
  const env = { PATH, HOME: home, LANG: "C.UTF-8", TZ: "UTC", USER: "reader" };
  const [program, args] = language === "sh" ? ["bash", ["-eu", "-c", code]] : ["python3", ["-c", code]];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: home, env, encoding: "utf8" });
  return { printed: stdout.split(`${fromHere}\n`).at(-1) ?? "", failed: status === 0 ? null : stderr };
}
