import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Web } from "../read/web/open-web.js";
import type { Effects, Terminal, WebPolicy } from "./effects.js";

/** The effects of a real process: its files and its three streams. Colours follow `NO_COLOR` (no-color.org) and `FORCE_COLOR`. */
export function processEffects(): Effects {
  return {
    readFile: (path) => readFile(path),
    streamFile: (path) => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    openWeb: openProcessWeb,
    listFolder,
    now: () => new Date(),
    pause,
    random: () => Math.random(),
    stopSignal,
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
    sleep: pause,
    random: () => Math.random(),
  };
  return openWeb(openNetwork({ allowPrivate }), clock, { userAgent: `sitrep/${version}` });
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // It rejects where it was broken off, which is no failure.
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  // Once: a second signal finds the system's own way to end a process again.
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
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
