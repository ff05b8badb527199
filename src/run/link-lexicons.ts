import { wordPieces } from "../annotate/encoder/word-pieces.js";
import { agenciesOf } from "../link/copies/agencies.js";
import { denialLexicon } from "../link/disputes/denial-lexicon.js";
import { type PairJudge, pairJudge } from "../link/disputes/pair-judge.js";
import type { LinkLexicons } from "../link/link-lexicons.js";
import type { CountryNames } from "../link/postures/institution-key.js";
import { wordWeights } from "../link/stories/word-weights.js";
import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readEntityLexicons, readTable } from "./lexicon-files.js";
import { readModelFile } from "./model-files.js";

/** What linking knows besides the articles, from the tables. Rejects where a table is missing. */
export async function readLinkLexicons(effects: Pick<Effects, "readFile">): Promise<LinkLexicons> {
  const [agencies, frequencies, denials, names, countries, judge] = await Promise.all([
    readTable("agencies", effects),
    readTable("word-frequencies", effects),
    readTable("denial-words", effects),
    readEntityLexicons(effects),
    readCountryNames(effects),
    readPairJudge(effects),
  ]);
  return {
    agencies: agenciesOf(agencies),
    weights: wordWeights(frequencies),
    denials: denialLexicon(denials),
    judge,
    names,
    countries,
  };
}

/** The judge of pairs, read only when a pair is to be judged for the first time: most articles deny nothing. */
async function readPairJudge(effects: Pick<Effects, "readFile">): Promise<PairJudge> {
  const [file, vocabulary] = await Promise.all([
    readModelFile("pairs.bin", effects),
    readModelFile("vocab.txt", effects),
  ]);
  let judge: PairJudge | null = null;
  return (told, claim) => {
    judge ??= pairJudge(file, wordPieces(new TextDecoder().decode(vocabulary)));
    return judge(told, claim);
  };
}

/** Names of countries and territories by their codes, as newspapers call them. */
async function readCountryNames(effects: Pick<Effects, "readFile">): Promise<CountryNames> {
  const tables = [await readTable("country-places", effects), await readTable("countries", effects)];
  return new Map(tables.flatMap(parseTable).map(([code = "", name = ""]) => [code, name]));
}

/** The same, read when it is first asked for and then kept. */
export function lazyLinkLexicons(effects: Pick<Effects, "readFile">): () => Promise<LinkLexicons> {
  let read: Promise<LinkLexicons> | null = null;
  return () => {
    read ??= readLinkLexicons(effects);
    return read;
  };
}
