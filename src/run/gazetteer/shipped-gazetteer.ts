import { fileURLToPath } from "node:url";
import type { Effects } from "../effects.js";

/** The file that `npm run build` writes, in `dist/` whether this module runs from there or from source. */
export const shippedGazetteer = fileURLToPath(new URL("../../../dist/gazetteer.bin", import.meta.url));

/** The bytes of the gazetteer. Rejects with {@link GazetteerMissing} where it was not built. */
export async function readGazetteer({ readFile }: Pick<Effects, "readFile">): Promise<Uint8Array> {
  try {
    return await readFile(shippedGazetteer);
  } catch (error) {
    throw new GazetteerMissing(`Found no ${shippedGazetteer}; "npm run build" writes it.`, { cause: error });
  }
}

/** The same bytes in memory that threads can share. */
export function sharedBytes(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** The program was not built, or not wholly. */
export class GazetteerMissing extends Error {
  override readonly name = "GazetteerMissing";
}
