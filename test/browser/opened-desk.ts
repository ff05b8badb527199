import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findBrowser, howToInstall } from "./find-browser.js";
import { openFirefox } from "./open-firefox.js";

const program = fileURLToPath(new URL("../../bin/sitrep.js", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A server that runs, and where. */
export interface Desk {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Runs a command of the built program to its end. @throws where it fails */
export function sitrep(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`sitrep ${args.join(" ")} ended with ${status}: ${stderr}`);
}

/** Serves a database, on a port that is free where none is named. */
export async function openDesk(database: string, port = "0"): Promise<Desk> {
  const server = spawn(process.execPath, [program, "serve", "--db", database, "--port", port], { cwd: root });
  const address = await saidAddress(server);
  return {
    address,
    close: async () => {
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}

/** The browsers that the desk is tried in. */
export type BrowserName = "chromium" | "firefox";

/** The one that SITREP_BROWSER names: so any test of a page can be tried in the other one too. */
const usual: BrowserName = process.env.SITREP_BROWSER === "firefox" ? "firefox" : "chromium";

const opened = new Map<BrowserName, Promise<Browser>>();

/**
 * A browser without a window, the same for all who ask in one process: to start one takes as long as a test or two. It ends with the process.
 *
 * @throws where this machine has none, with what to install
 */
export async function openBrowser(name: BrowserName = usual): Promise<Browser> {
  const there = await opened.get(name);
  if (there?.isConnected() === true) return there;
  const launched = launch(name);
  opened.set(name, launched);
  return launched;
}

function launch(name: BrowserName): Promise<Browser> {
  if (name === "firefox") return openFirefox();
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(howToInstall);
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
  return chromium.launch({ executablePath, args });
}

function saidAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (data: Buffer): void => {
      said += data.toString();
      const [, address] = /at (http:\/\/[\w.:[\]]+)\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.on("exit", () => reject(new Error(`The server ended: ${said}`)));
  });
}
