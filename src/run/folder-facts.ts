import type { KnownFacts } from "../read/known-facts.js";
import type { Effects } from "./effects.js";

/** The file that tells, for the other files of its folder, what they do not tell themselves. */
export const folderFactsName = "sitrep.json";

export type FolderFacts =
  | { readonly kind: "facts"; readonly of: ReadonlyMap<string, KnownFacts> }
  | { readonly kind: "broken"; readonly reason: string };

/** What the folder's `sitrep.json` knows of each of its files; no facts where there is no such file. */
export async function readFolderFacts(path: string, effects: Effects): Promise<FolderFacts> {
  const bytes = await effects.readFile(path).catch(() => null);
  if (bytes === null) return { kind: "facts", of: new Map() };
  const { parseFolderFacts } = await import("./parse-folder-facts.js");
  return parseFolderFacts(new TextDecoder().decode(bytes));
}
