import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "../read/fetch.js";
import type { Web } from "../read/web/open-web.js";
import type { CommandOutcome, Effects, Stretch, Terminal, WebPolicy } from "./effects.js";
import type { Mail, MailServer } from "./send-mail.js";

/** The effects of a real process: its files and its three streams. Colours follow `NO_COLOR` (no-color.org) and `FORCE_COLOR`. */
export function processEffects(): Effects {
  return {
    readFile: (path) => readFile(path),
    streamFile,
    openWeb: openProcessWeb,
    listFolder,
    now: () => new Date(),
    pause,
    random: () => Math.random(),
    stopSignal,
    writeFile: writeWhole,
    runCommand,
    postJson,
    sendMail: sendProcessMail,
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

function streamFile(path: string, stretch?: Stretch): AsyncIterable<Uint8Array> {
  const part = stretch === undefined ? {} : { start: stretch.offset, end: stretch.offset + stretch.length - 1 };
  return createReadStream(path, { highWaterMark: 1024 * 1024, ...part });
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

/** Beside the file first, so that whoever reads it meanwhile has the old one or the new one. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, path);
}

/** In milliseconds; whoever waits for a command that hangs delivers nothing else. */
const longestCommand = 60_000;

function runCommand(command: string, input: string): Promise<CommandOutcome> {
  return new Promise((settle) => {
    const child = spawn(command, { shell: true, stdio: ["pipe", "ignore", "pipe"], timeout: longestCommand });
    let errors = "";
    child.stderr.on("data", (part: Buffer) => {
      errors = `${errors}${part.toString("utf8")}`.slice(-1000);
    });
    // A command that reads no input closes it, which is no fault of its own.
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => settle({ status: null, errors: error.message }));
    child.on("close", (status) => settle({ status, errors: errors.trim() }));
    child.stdin.end(input);
  });
}

async function postJson(address: string, json: string, { allowPrivate }: WebPolicy): Promise<Exchange> {
  const [{ openNetwork }, { version }] = await Promise.all([import("../read/fetch.js"), import("./version.js")]);
  const network = openNetwork({ allowPrivate });
  try {
    const length = String(Buffer.byteLength(json));
    const headers = { "content-type": "application/json", "content-length": length, "user-agent": `sitrep/${version}` };
    return await network.exchange({ address, headers, largestBody: 1_000_000, sent: json });
  } finally {
    network.close();
  }
}

/** The password comes from the environment: in the arguments every user of the machine could read it. */
async function sendProcessMail(mail: Mail, server: MailServer): Promise<string | null> {
  const { sendMail } = await import("./send-mail.js");
  return await sendMail(mail, server, process.env.SITREP_MAIL_PASSWORD ?? null);
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
