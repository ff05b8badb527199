import { readFileSync } from "node:fs";
import { type EntityLexicons, entityLexicons } from "../../src/extract/entities/entity-lexicons.js";
import { type Agencies, agenciesOf } from "../../src/link/copies/agencies.js";
import { type WordWeights, wordWeights } from "../../src/link/stories/word-weights.js";

const table = (name: string): string => readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), "utf8");

export const shippedWeights: WordWeights = wordWeights(table("word-frequencies"));

export const shippedAgencies: Agencies = agenciesOf(table("agencies"));

export const shippedNames: EntityLexicons = entityLexicons({
  titles: table("titles"),
  givenNames: table("given-names"),
  countries: table("countries"),
  metonyms: table("metonyms"),
  organizations: table("organizations"),
  outlets: table("outlets"),
  collectives: table("collectives"),
});
