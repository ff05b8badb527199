import { readFile } from "node:fs/promises";
import type { Effects } from "./effects.js";

/** Reads each file once, for whoever answers many questions from the program's own tables, which do not change while it runs. */
export function filesReadOnce(): Pick<Effects, "readFile"> {
  const files = new Map<string, Promise<Uint8Array>>();
  return {
    readFile: (path) => {
      const known = files.get(path) ?? readFile(path);
      files.set(path, known);
      return known;
    },
  };
}
