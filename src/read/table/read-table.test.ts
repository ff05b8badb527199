import { expect, test } from "vitest";
import { parseFieldMap, parseFieldNames, withFieldMap } from "../entries/field-names.js";
import { nothingKnown } from "../known-facts.js";
import { readTableArticles } from "./read-table.js";

const names = parseFieldNames("text\tbody\ntitle\ttitle\npublished\tdate\n");

async function mapped(written: string): Promise<string> {
  const map = parseFieldMap(written);
  if (typeof map === "string") throw new Error(map);
  const table = Buffer.from("Story,Day\nThe quay is shut.,2031-03-03\n");
  for await (const reading of readTableArticles(table, "a.csv", nothingKnown, withFieldMap(names, map)))
    return reading.kind === "article"
      ? `${reading.article.published} ${reading.article.text}`
      : JSON.stringify(reading);
  return "nothing";
}

test("a map names columns, however they are spelt", async () => {
  expect(await mapped("text=story,published=day")).toBe("2031-03-03 The quay is shut.");
});

test("a map that names a column that is not there is refused, with those that are", async () => {
  expect(await mapped("text=story,published=when")).toContain("when");
  expect(await mapped("text=story,published=when")).toContain("its columns are Story, Day");
});
