import { join } from "node:path";
import type { EntityLexicons } from "../extract/entities/entity-lexicons.js";
import { agenciesOf } from "../link/copies/agencies.js";
import type { LinkLexicons } from "../link/link-records.js";
import { wordWeights } from "../link/stories/word-weights.js";
import type { Effects } from "./effects.js";
import { shippedData } from "./lexicon-files.js";

/** What linking knows besides the articles, from the tables of a folder and the names that extraction has read. Rejects where a table is missing. */
export async function readLinkLexicons(
  { readFile }: Pick<Effects, "readFile">,
  names: EntityLexicons,
  folder = shippedData,
): Promise<LinkLexicons> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await readFile(join(folder, `${name}.tsv`)));
  const [agencies, frequencies] = await Promise.all([read("agencies"), read("word-frequencies")]);
  return { agencies: agenciesOf(agencies), weights: wordWeights(frequencies), names };
}
