import { basename, dirname, join } from "node:path";
import { fillFacts, type KnownFacts, nothingKnown } from "../read/known-facts.js";
import { readInput } from "../read/read-input.js";
import { type Reading, unreadable } from "../read/reading.js";
import type { Effects } from "./effects.js";
import { type FolderFacts, folderFactsName, readFolderFacts } from "./folder-facts.js";

/**
 * The readings of the inputs that a command names, in that order: files; folders, which stand for the articles in them; and `-`, the
 * JSON Lines on standard input. An input that cannot be read is a reading that says why, and the next is read.
 */
export async function* openInputs(
  names: readonly string[],
  known: KnownFacts,
  effects: Effects,
): AsyncGenerator<Reading> {
  const facts = new Map<string, FolderFacts>();
  for (const name of names) {
    if (name === "-") {
      // Its schema library takes longer to load than a text file takes to open.
      const { readJsonLines } = await import("../read/jsonl/read-json-lines.js");
      yield* readJsonLines(effects.standardInput, "standard input", known);
    } else if (/^https?:\/\//i.test(name)) yield unreadable(name, addressUnread);
    else yield* openPath(name, known, effects, facts);
  }
}

/** How many articles the inputs hold, `null` where standard input is one of them: nobody knows before its end. */
export async function countInputs(
  names: readonly string[],
  effects: Pick<Effects, "listFolder">,
): Promise<number | null> {
  if (names.includes("-")) return null;
  const counts = names.map(async (name) => (await articlesIn(name, effects))?.length ?? 1);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** The paths of the articles in a folder, `null` where the path is none. */
async function articlesIn(path: string, effects: Pick<Effects, "listFolder">): Promise<readonly string[] | null> {
  const names = await effects.listFolder(path);
  return names === null ? null : names.filter((name) => articleFile.test(name)).map((name) => join(path, name));
}

const addressUnread = "this version reads no addresses; save the page as a file and name that";

async function* openPath(
  path: string,
  known: KnownFacts,
  effects: Effects,
  facts: Map<string, FolderFacts>,
): AsyncGenerator<Reading> {
  const files = (await articlesIn(path, effects)) ?? [path];
  if (files.length === 0) yield unreadable(path, "this folder holds no .txt, .html or .htm files");
  for (const file of files) {
    const folder = dirname(file);
    let own = facts.get(folder);
    if (own === undefined) {
      own = await readFolderFacts(join(folder, folderFactsName), effects);
      facts.set(folder, own);
      if (own.kind === "broken") yield unreadable(join(folder, folderFactsName), own.reason);
    }
    const told = own.kind === "facts" ? own.of.get(basename(file)) : undefined;
    yield await openFile(file, fillFacts(told ?? nothingKnown, known), effects);
  }
}

/** What a folder is searched for; any other file is read where it is named. */
const articleFile = /\.(?:txt|html?)$/i;

async function openFile(path: string, known: KnownFacts, effects: Effects): Promise<Reading> {
  let bytes: Uint8Array;
  try {
    bytes = await effects.readFile(path);
  } catch (error) {
    return unreadable(path, readError(error));
  }
  return readInput(bytes, path, known);
}

function readError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "this file may not be read by you";
  return error instanceof Error ? error.message : String(error);
}
