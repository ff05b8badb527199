import type { EntityLexicons } from "../extract/entities/entity-lexicons.js";
import { agenciesOf } from "../link/copies/agencies.js";
import type { LinkLexicons } from "../link/link-records.js";
import { wordWeights } from "../link/stories/word-weights.js";
import type { Effects } from "./effects.js";
import { readTable, shippedData } from "./lexicon-files.js";

/** What linking knows besides the articles, from the tables of a folder and the names that extraction has read. Rejects where a table is missing. */
export async function readLinkLexicons(
  effects: Pick<Effects, "readFile">,
  names: EntityLexicons,
  folder = shippedData,
): Promise<LinkLexicons> {
  const [agencies, frequencies] = await Promise.all([
    readTable("agencies", effects, folder),
    readTable("word-frequencies", effects, folder),
  ]);
  return { agencies: agenciesOf(agencies), weights: wordWeights(frequencies), names };
}
