import { expect, test } from "vitest";
import { wordsQuery } from "../../queries/words-query.js";
import { postgresQuery } from "./match-query.js";

test.each([
  ["embassy", "'embassy'"],
  ["embass*", "'embass':*"],
  ['"foreign minister" visit', "('foreign' <-> 'minister') & ('visit')"],
  ["US is", "('use') & ('ise')"],
  ["São-Tomé", "'sao' <-> 'tome'"],
  ["it's 'x' & !y | (z):*", "('it' <-> 's') & ('x') & ('y') & ('z':*)"],
])("%s is asked of PostgreSQL as %s", (asked, written) => {
  expect(postgresQuery(wordsQuery(asked) ?? "")).toBe(written);
});

test("columns are asked for by their weight, what will do as well by OR, and nothing is asked for by nothing", () => {
  expect(postgresQuery(`${wordsQuery("the envoy", "who")} AND ${wordsQuery("talks*", "what")}`)).toBe(
    "(('the':A) & ('envoy':A)) & ('talks':*B)",
  );
  const others = { of: new Map([["kiev", ["kyiv"]]]), ofAll: ["the capital"] };
  expect(postgresQuery(wordsQuery("Kiev", undefined, others) ?? "")).toBe(
    "(('kiev') | ('kyiv')) | ('the' <-> 'capital')",
  );
  expect(postgresQuery('""')).toBe("");
  expect(postgresQuery('"a" AND ""')).toBe("");
  expect(() => postgresQuery('("a"')).toThrow(SyntaxError);
});
