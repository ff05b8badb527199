import { readFileSync } from "node:fs";
import { wordPieces } from "../../src/annotate/encoder/word-pieces.js";
import { type EntityLexicons, entityLexicons } from "../../src/extract/naming/entity-lexicons.js";
import { type Agencies, agenciesOf } from "../../src/link/copies/agencies.js";
import { type DenialLexicon, denialLexicon } from "../../src/link/disputes/denial-lexicon.js";
import { type PairJudge, pairJudge } from "../../src/link/disputes/pair-judge.js";
import type { LinkLexicons } from "../../src/link/link-lexicons.js";
import type { CountryNames } from "../../src/link/postures/institution-key.js";
import { type WordWeights, wordWeights } from "../../src/link/stories/word-weights.js";
import { parseTable } from "../../src/text/table.js";
import { entityTables, shippedTable } from "../entity-tables.js";

export const shippedWeights: WordWeights = wordWeights(shippedTable("word-frequencies"));

export const shippedDenials: DenialLexicon = denialLexicon(shippedTable("denial-words"));

const model = (file: string): Buffer => readFileSync(new URL(`../../models/${file}`, import.meta.url));

export const shippedJudge: PairJudge = pairJudge(model("pairs.bin"), wordPieces(model("vocab.txt").toString("utf8")));

export const shippedAgencies: Agencies = agenciesOf(shippedTable("agencies"));

export const shippedNames: EntityLexicons = entityLexicons(entityTables);

export const shippedCountries: CountryNames = new Map(
  parseTable(shippedTable("countries")).map(([code = "", name = ""]) => [code, name]),
);

export const shippedLexicons = async (): Promise<LinkLexicons> => ({
  agencies: shippedAgencies,
  weights: shippedWeights,
  denials: shippedDenials,
  judge: shippedJudge,
  names: shippedNames,
  countries: shippedCountries,
});
