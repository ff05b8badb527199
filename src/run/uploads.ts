import type { Effects } from "./effects.js";
import { folderFactsName } from "./folder-facts.js";

/** A file that somebody handed over. */
export interface Upload {
  /** As {@link uploadName} gives it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file's name without folders, as it can be told of: one that would be read as something else, as an address, is changed. */
export function uploadName(given: string): string {
  const [last = ""] = given.split(/[/\\]/).slice(-1);
  const name = last
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(":", "_")
    .trim()
    .slice(-mostCharacters);
  return name === "" || name === "-" || name === folderFactsName ? "file" : name;
}

/** The world with these files in it and, but for the program's own tables, no others. */
export function withUploads(uploads: readonly Upload[], effects: Effects): Effects {
  const files = new Map(uploads.map(({ name, bytes }) => [name, bytes]));
  return {
    ...effects,
    readFile: async (path) => {
      const bytes = files.get(path);
      if (bytes !== undefined) return bytes;
      // What a folder tells of its files is told of none of these.
      if (path === folderFactsName) throw Object.assign(new Error("there is no such file"), { code: "ENOENT" });
      return effects.readFile(path);
    },
    streamFile: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? effects.streamFile(path) : one(bytes);
    },
    listFolder: async (path) => (files.has(path) ? null : effects.listFolder(path)),
  };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const mostCharacters = 120;
