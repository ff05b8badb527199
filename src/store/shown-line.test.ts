import { expect, test } from "vitest";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { storedAs } from "../../test/stored-record.js";
import { temporaryRecords } from "../../test/temporary-records.js";
import { lineId } from "./line-id.js";
import { linesOfRecord } from "./lines-of-record.js";
import { shownLines } from "./queries/shown-lines.js";
import { encodeShown, readShown, shownLine } from "./shown-line.js";
import { openStoreForReading } from "./store.js";

const path = temporaryRecords();

test("the database gives every line as its record does", async () => {
  await addToRecord(path("shown.db"), servedArticles);
  const store = await openStoreForReading(path("shown.db"));
  const expected = servedArticles.flatMap(({ record }) =>
    linesOfRecord(record).map((line) => shownLine(record, line, storedAs(record).day)),
  );
  expect(new Set(expected.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  const found = await shownLines(
    store,
    expected.map(({ id }) => id),
  );
  expect([...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(await shownLines(store, ["no-id", lineId("nobody", "st_1")])).toEqual(new Map());
  await store.close();
});

test("words of one's own with the article's in between, a role and all that is not told come back as they went in", () => {
  const [{ record } = fail()] = servedArticles;
  const [statement = fail()] = record.statements;
  const spans = ["Families have", "Norland embassy"].map((words) => {
    const start = record.article.text.indexOf(words);
    return [start, start + words.length] as const;
  });
  const content = { ...statement.content, spans, text: "Families have Norland embassy", form: "direct" as const };
  const entities = record.entities.map((one) =>
    one.id === statement.speaker?.entity ? { ...one, roles: [{ title: "harbour\nmaster", span: null }] as never } : one,
  );
  const whole = { ...record, entities, statements: [{ ...statement, content, hedge: null }] };
  const row = {
    ...{ article: whole.article.id, published: whole.article.published, line: statement.id, kind: "statement" },
    ...{ day: "2031-03-04" },
    ...{ type: statement.act, status: null, what: content.text, shown: encodeShown(whole, "statement", statement.id) },
  };
  const shown = readShown(row);
  expect(shown).toEqual(shownLine(whole, { id: statement.id, kind: "statement" }, "2031-03-04"));
  expect(shown).toMatchObject({
    ...{ who: "Irena Sulk", role: "harbour master", hedge: null, accordingTo: [] },
    ...{ words: "Families have Norland embassy", own: "Families have … Norland embassy" },
  });
});

function fail(): never {
  throw new Error("Found no statement in the article; expected one.");
}
