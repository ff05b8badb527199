import { writeFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { openSqliteFile } from "./engine/sqlite/sqlite-file.js";
import { openStoreForReading, openStoreForWriting } from "./store.js";
import { StoreError, StoreFull } from "./store-error.js";

const path = temporaryFolder();
const now = () => new Date("2031-03-07T12:00:00Z");

async function complaintOf(file: string): Promise<string> {
  try {
    await openStoreForReading(file);
    return "none";
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return error instanceof Error ? error.message : "";
  }
}

test("a file that holds no record of ours is told in words", async () => {
  writeFileSync(path("zero.db"), "");
  expect(await complaintOf(path("zero.db"))).toMatch(/zero\.db is empty: there is no database in it/);
  writeFileSync(path("text.db"), "This is a letter and no database. ".repeat(100));
  expect(await complaintOf(path("text.db"))).toMatch(/text\.db cannot be used as a database/);
  const other = openSqliteFile(path("other.db"), { patience: 0 });
  other.exec("create table note (words text)");
  other.close();
  expect(await complaintOf(path("other.db"))).toMatch(/other\.db is a database of another program/);
});

test("an empty file becomes a record when something is added", async () => {
  writeFileSync(path("fresh.db"), "");
  await (await openStoreForWriting(path("fresh.db"), { now })).close();
  expect(await complaintOf(path("fresh.db"))).toBe("none");
});

test("one of a newer version is told in one sentence", async () => {
  await (await openStoreForWriting(path("newer.db"), { now })).close();
  const file = openSqliteFile(path("newer.db"), { patience: 0 });
  file.exec("insert into migration values (1000, 'of-tomorrow', '2040-01-01')");
  file.close();
  expect(await complaintOf(path("newer.db"))).toMatch(
    /^The database was made by a newer version of sitrep.*of-tomorrow.*\.$/,
  );
});

test("where no page more can be had, the disk is full, nothing is half kept, and what was there stays", async () => {
  await addToRecord(path("full.db"), servedArticles.slice(0, 1));
  const store = await openStoreForWriting(path("full.db"), { now });
  await sql`pragma max_page_count = 1`.execute(store.tables);
  const filling = store.tables.transaction().execute(async (tables) => {
    for (let i = 0; i < 1000; i++) {
      await sql`insert into setting values (${`n${i}`}, ${"x".repeat(5000)})`.execute(tables);
    }
  });
  await expect(filling).rejects.toThrow(StoreFull);
  await expect(filling).rejects.toThrow(/the disk is full/);
  const { rows } = await sql<{ count: number }>`select count(*) as count from setting where name like 'n%'`.execute(
    store.tables,
  );
  expect(rows).toEqual([{ count: 0 }]);
  await store.close();
  expect(await complaintOf(path("full.db"))).toBe("none");
});
