import type { Effects } from "./effects.js";

/** The bytes of a file that the build makes. Rejects with {@link NotBuilt} where it is not there. */
export async function readBuilt(path: string, { readFile }: Pick<Effects, "readFile">): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new NotBuilt(`Found no ${path}; "npm run build" writes it.`, { cause: error });
  }
}

/** The program was not built, or not wholly. */
class NotBuilt extends Error {
  override readonly name = "NotBuilt";
}
