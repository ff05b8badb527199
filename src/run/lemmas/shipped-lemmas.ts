import { fileURLToPath } from "node:url";
import { type LemmaTable, openLemmas } from "../../annotate/syntax/lemma-table.js";
import { readBuilt } from "../built-file.js";
import type { Effects } from "../effects.js";

/** The file that `npm run build` writes, in `dist/` whether this module runs from there or from source. */
export const shippedLemmas = fileURLToPath(new URL("../../../dist/lemmas.txt", import.meta.url));

/** The lemmas that the program ships with. Rejects with `NotBuilt` where the file was not written. */
export async function readLemmas(effects: Pick<Effects, "readFile">): Promise<LemmaTable> {
  return openLemmas(new TextDecoder().decode(await readBuilt(shippedLemmas, effects)));
}
