import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForReading, type Store } from "../store.js";
import { drawnPeriod } from "./drawn-period.js";
import { lastDay, periodSize } from "./period.js";

const path = temporaryRecords();

async function lastDayOf(name: string, ...days: readonly (string | null)[]): Promise<string | null> {
  const store = await storeOf(name, ...days);
  const day = await lastDay(store);
  await store.close();
  return day;
}

async function storeOf(name: string, ...days: readonly (string | null)[]): Promise<Store> {
  await addToRecord(
    path(name),
    days.map((published) => {
      const told = toldArticle(`of-${published}`, {
        text: "Norland was silent.",
        published: published ?? "2020-01-01",
      });
      return { ...told, record: { ...told.record, article: { ...told.record.article, published } } };
    }),
  );
  return openStoreForReading(path(name));
}

test("the last day is none that is still to come where another has articles", async () => {
  expect(await lastDayOf("past.db", "2019-03-01", "2019-03-02", "2191-01-01")).toBe("2019-03-02");
});

test("of articles that are all of days to come it is the latest", async () => {
  expect(await lastDayOf("future.db", "2190-03-01", "2191-01-01")).toBe("2191-01-01");
});

test("the day on which undated articles were added is the last only where all are undated", async () => {
  expect(await lastDayOf("undated.db", "2019-03-01", null)).toBe("2019-03-01");
  expect(await lastDayOf("all-undated.db", null)).toMatch(/^20[2-9]\d-/);
});

test("a period with undated articles ends with the last day that one tells", async () => {
  const store = await storeOf("sized.db", "2019-03-01", "2019-03-02", null);
  const size = await periodSize(store, { since: null, until: null }, { words: [], story: null });
  expect(size).toMatchObject({ articles: 3, first: "2019-03-01", last: "2019-03-02" });
  const drawn = await drawnPeriod(store, { since: null, until: null }, null);
  expect(drawn).toMatchObject({ articles: 3, since: "2019-03-01", last: "2019-03-02" });
  await store.close();
});
