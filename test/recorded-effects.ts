import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FetchOutcome } from "../src/read/web/fetch-outcome.js";
import type { Effects, Terminal } from "../src/run/effects.js";
import { sha256 } from "../src/text/hash.js";

/** The world that a test hands to the program: its files by path, and what comes in. */
export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What the web gives, by address. */
  readonly web?: Readonly<Record<string, string | FetchOutcome>>;
  /** Standard input, in the pieces in which it comes. */
  readonly input?: readonly (string | Uint8Array)[];
  /** How commands end, and what addresses answer that something is sent to; all well where it is left out. */
  readonly runCommand?: Effects["runCommand"];
  readonly postJson?: Effects["postJson"];
  readonly sendMail?: Effects["sendMail"];
  readonly output?: Partial<Terminal>;
  readonly errors?: Partial<Terminal>;
}

export interface Recording {
  readonly effects: Effects;
  readonly printed: () => string;
  readonly reported: () => string;
  /** What it wrote to files, by path. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** Effects that touch nothing but the model and the tables that the program ships with, and what it did through them. */
export function recordedEffects({
  files = {},
  web = {},
  input = [],
  output = {},
  errors = {},
  ...acts
}: World): Recording {
  const printed: string[] = [];
  const reported: string[] = [];
  const written = new Map<string, Uint8Array>();
  return {
    effects: {
      readFile: async (path) => (isOwn(path) ? readFile(path) : bytesOf(files[path] ?? missing(path))),
      streamFile: (path, { offset, length } = { offset: 0, length: Number.POSITIVE_INFINITY }) =>
        streamOf([bytesOf(files[path] ?? missing(path)).subarray(offset, offset + length)]),
      openWeb: async () => ({ fetch: async ({ address }) => outcomeOf(address, web[address]), close: () => undefined }),
      listFolder: async (path) => namesIn(Object.keys(files), path),
      now: () => new Date("2031-03-07T12:00:00Z"),
      pause: async () => undefined,
      random: () => 0,
      stopSignal: () => new AbortController().signal,
      writeFile: async (path, content) => void written.set(path, Uint8Array.from(Buffer.from(content))),
      runCommand: async () => ({ status: 0, errors: "" }),
      postJson: async () => ({ kind: "answer", status: 204, headers: new Map(), body: new Uint8Array() }),
      sendMail: async () => null,
      userName: () => "ana",
      standardInput: streamOf(input),
      print: async (text) => void printed.push(text),
      report: (text) => void reported.push(text),
      output: { interactive: false, colours: false, columns: 80, ...output },
      errors: { interactive: false, colours: false, columns: 80, ...errors },
      ...acts,
    },
    printed: () => printed.join(""),
    reported: () => reported.join(""),
    written,
  };
}

const ownPaths = ["../models/", "../data/", "../dist/gazetteer.bin", "../dist/lemmas.txt"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

function isOwn(path: string): boolean {
  return ownPaths.some((own) => path.startsWith(own));
}

/** A page that came just so, or what the test says came. */
function outcomeOf(address: string, given: string | FetchOutcome | undefined): FetchOutcome {
  if (given === undefined) {
    return { kind: "failed", fault: "unreachable", status: null, reason: "there is no such host", retryAt: null };
  }
  if (typeof given !== "string") return given;
  const fetched = "2031-03-04T09:00:00.000Z";
  const told = { fetched, status: 200, headers: {}, contentType: "text/html" };
  const retrieval = { requested: address, address, ...told, sha256: sha256(bytesOf(given)) };
  return { kind: "fetched", retrieval, bytes: bytesOf(given), validators: null, movedTo: null };
}

async function* streamOf(pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield bytesOf(piece);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function namesIn(paths: readonly string[], folder: string): readonly string[] | null {
  const inside = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return inside.length === 0 ? null : inside.filter((name) => !name.includes("/")).sort();
}

function missing(path: string): never {
  throw Object.assign(new Error(`no file ${path}`), { code: "ENOENT", syscall: "open" });
}
