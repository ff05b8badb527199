import { join } from "node:path";
import type { z } from "zod";
import type { Effects } from "../effects.js";

/** Thrown where the gold data of a task is not where it was said to be. */
export class GoldMissing extends Error {
  override readonly name = "GoldMissing";

  constructor(path: string, options?: ErrorOptions) {
    super(`Found no gold data at ${path}; give the folder that holds it with --gold.`, options);
  }
}

/** The text of a gold file. Rejects with {@link GoldMissing} where it is not there. */
export async function readGold(folder: string, file: string, effects: Effects): Promise<string> {
  const path = join(folder, file);
  try {
    return new TextDecoder().decode(await effects.readFile(path));
  } catch (error) {
    throw new GoldMissing(path, { cause: error });
  }
}

/** The lines of a JSON Lines file of gold, each checked against `schema`. */
export async function readGoldLines<Row>(
  folder: string,
  file: string,
  schema: z.ZodType<Row>,
  effects: Effects,
): Promise<Row[]> {
  const text = await readGold(folder, file, effects);
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [schema.parse(JSON.parse(line))]));
}
