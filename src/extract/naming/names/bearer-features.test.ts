import { expect, test } from "vitest";
import { annotatedText } from "../../../../test/annotated-text.js";
import { entityTables } from "../../../../test/entity-tables.js";
import { entityLexicons } from "../entity-lexicons.js";
import { openBearersOf } from "../resolve-entities.js";
import { likeliestBearer } from "./bearer-features.js";

const lexicons = entityLexicons(entityTables);

/** What tells of the bearer of a name in a marked text; empty where a table or a role tells. */
function signs(marked: string): readonly string[] {
  const { document, sayings } = annotatedText(marked);
  return openBearersOf(document, sayings, lexicons, { outlet: null }).flatMap(({ features }) => features);
}

test("a name's own words, the tagger's belief and the words around it tell of its bearer", () => {
  const told = signs("The board met on [ORG ZipPlug 2]'s price, and “[ORG ZipPlug 2]” sold_VERB.");
  expect(told).toEqual(
    expect.arrayContaining(["words 2", "last 2", "capital inside", "digit", "tagged ORG 0.9", "prep on", "owns price"]),
  );
  expect(told).toContain("in quotes");
  expect(told).toContain("in quotes mostly");
  expect(told).not.toContain("speaks");
});

test("who speaks and who has an age is told as well", () => {
  expect(signs("{a: [PERSON Ana Quell], 41,} said no.")).toEqual(expect.arrayContaining(["speaks", "aged"]));
});

test("nothing is asked of those whom a table or a role tells", () => {
  expect(signs("[ORG NATO] met Mayor [PERSON Ana Quell].")).toEqual([]);
});

test("the bearer is the one for which most speaks, and nobody where nothing does", () => {
  const weights = new Map([
    ["thing digit", 1],
    ["body digit", 0.4],
    ["body speaks", 2],
  ]);
  expect(likeliestBearer(["digit"], weights)).toBe("thing");
  expect(likeliestBearer(["digit", "speaks"], weights)).toBe("body");
  expect(likeliestBearer(["owns"], weights)).toBeNull();
});
