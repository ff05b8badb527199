import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Web } from "../read/web/open-web.js";
import type { Effects, Terminal, WebPolicy } from "./effects.js";

/** The effects of a real process: its files and its three streams. Colours follow `NO_COLOR` (no-color.org) and `FORCE_COLOR`. */
export function processEffects(): Effects {
  return {
    readFile: (path) => readFile(path),
    streamFile: (path) => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    writeFile: (path, bytes) => writeFile(path, bytes),
    openWeb: openProcessWeb,
    listFolder,
    now: () => new Date(),
    userName,
    standardInput: process.stdin,
    print: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    report: (text) => void process.stderr.write(text),
    output: terminalOf(process.stdout),
    errors: terminalOf(process.stderr),
  };
}

async function openProcessWeb({ allowPrivate }: WebPolicy): Promise<Web> {
  const [{ openNetwork }, { openWeb }, { version }] = await Promise.all([
    import("../read/fetch.js"),
    import("../read/web/open-web.js"),
    import("./version.js"),
  ]);
  const clock = {
    now: () => Date.now(),
    sleep: (milliseconds: number) => sleep(milliseconds),
    random: () => Math.random(),
  };
  return openWeb(openNetwork({ allowPrivate }), clock, { userAgent: `sitrep/${version}` });
}

async function listFolder(path: string): Promise<readonly string[] | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? (await readdir(path)).sort() : null;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const interactive = stream.isTTY === true;
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "0";
  const refused = (NO_COLOR !== undefined && NO_COLOR !== "") || FORCE_COLOR === "0";
  // A pseudo-terminal that was never given a size has 0 columns.
  return { interactive, colours: forced || (interactive && !refused), columns: stream.columns || 100 };
}
