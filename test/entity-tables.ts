import { readFileSync } from "node:fs";
import type { EntityTables } from "../src/extract/naming/entity-lexicons.js";

/** The text of a table that the program ships with. */
export function shippedTable(name: string): string {
  return readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), "utf8");
}

/** The tables that say who there is. */
export const entityTables: EntityTables = {
  titles: shippedTable("titles"),
  givenNames: shippedTable("given-names"),
  countries: shippedTable("countries"),
  metonyms: shippedTable("metonyms"),
  organizations: shippedTable("organizations"),
  outlets: shippedTable("outlets"),
  collectives: shippedTable("collectives"),
  publicFigures: shippedTable("public-figures"),
  bearerWeights: shippedTable("bearer-weights"),
};
