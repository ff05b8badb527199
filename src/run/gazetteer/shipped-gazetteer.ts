import { fileURLToPath } from "node:url";
import { readBuilt } from "../built-file.js";
import type { Effects } from "../effects.js";

/** The file that `npm run build` writes, in `dist/` whether this module runs from there or from source. */
export const shippedGazetteer = fileURLToPath(new URL("../../../dist/gazetteer.bin", import.meta.url));

/** The bytes of the gazetteer. Rejects with `NotBuilt` where the file was not written. */
export function readGazetteer(effects: Pick<Effects, "readFile">): Promise<Uint8Array> {
  return readBuilt(shippedGazetteer, effects);
}

/** The same bytes in memory that threads can share. */
export function sharedBytes(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
