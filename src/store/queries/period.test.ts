import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForReading } from "../store.js";
import { lastDay } from "./period.js";

const path = temporaryRecords();

async function lastDayOf(name: string, ...days: readonly string[]): Promise<string | null> {
  await addToRecord(
    path(name),
    days.map((published) => toldArticle(`of-${published}`, { text: "Norland was silent.", published })),
  );
  const store = await openStoreForReading(path(name));
  const day = await lastDay(store);
  await store.close();
  return day;
}

test("the last day is none that is still to come where another has articles", async () => {
  expect(await lastDayOf("past.db", "2019-03-01", "2019-03-02", "2191-01-01")).toBe("2019-03-02");
});

test("of articles that are all of days to come it is the latest", async () => {
  expect(await lastDayOf("future.db", "2190-03-01", "2191-01-01")).toBe("2191-01-01");
});
