import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import type { Effects, Terminal } from "./effects.js";

/** The effects of a real process: its files and its three streams. Colours follow `NO_COLOR` (no-color.org) and `FORCE_COLOR`. */
export function processEffects(): Effects {
  return {
    readFile: (path) => readFile(path),
    listFolder,
    now: () => new Date(),
    standardInput: process.stdin,
    print: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    report: (text) => void process.stderr.write(text),
    output: terminalOf(process.stdout),
    errors: terminalOf(process.stderr),
  };
}

async function listFolder(path: string): Promise<readonly string[] | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? (await readdir(path)).sort() : null;
}

function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const interactive = stream.isTTY === true;
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "0";
  const refused = (NO_COLOR !== undefined && NO_COLOR !== "") || FORCE_COLOR === "0";
  // A pseudo-terminal that was never given a size has 0 columns.
  return { interactive, colours: forced || (interactive && !refused), columns: stream.columns || 100 };
}
