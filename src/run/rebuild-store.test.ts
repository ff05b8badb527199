import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { shippedLexicons } from "../../test/link/shipped-tables.js";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import type { Article } from "../doc/article.js";
import type { ArticleRecord } from "../record/record.js";
import { addArticles } from "../store/add-articles.js";
import { linkTables } from "../store/links/link-rows.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import { verifyStore } from "../store/verify.js";
import type { Analyser } from "./analyse.js";
import { rebuildStore } from "./rebuild-store.js";

const path = temporaryFolder();
const articles = Array.from({ length: 70 }, (_, index) =>
  simpleArticle(`Ada Lenz said no ${index}. Norland shelled Orsen.`),
);

/** An analyser without a model that notes whom it was asked for. */
function analyserOf(make: (article: Article) => ArticleRecord): Analyser & { readonly asked: string[] } {
  const asked: string[] = [];
  const analyse = async (article: Article): Promise<ArticleRecord> => {
    asked.push(article.text);
    return make(article);
  };
  return { analyse, parallel: 2, close: async () => undefined, asked };
}

/** A database of the articles; the analysis of the one with the number `failing` went wrong. */
async function filled(name: string, failing = -1): Promise<WritableStore> {
  const store = await openStoreForWriting(path(name), { now: () => new Date("2031-03-07T12:00:00Z") });
  const batch = articles.map((article, index) => ({
    arrival: { article, input: "a.txt", fetched: null },
    analysis:
      index === failing
        ? ({ kind: "failed", reason: "the worker stopped" } as const)
        : ({ kind: "record", record: simpleRecord(article) } as const),
  }));
  await addArticles(store, batch);
  await allOf(linkUnlinked(store, shippedLexicons));
  return store;
}

/** Every row of the derived part, in the order of the keys. */
async function derivedRows({ tables }: WritableStore): Promise<readonly unknown[]> {
  return [
    await tables.selectFrom("record").selectAll().orderBy("version").execute(),
    await tables.selectFrom("line").selectAll().orderBy("key").execute(),
    await tables.selectFrom("entity").selectAll().orderBy("version").orderBy("id").execute(),
    await tables.selectFrom("place").selectAll().orderBy("version").orderBy("id").execute(),
    await tables.selectFrom("time").selectAll().orderBy("version").orderBy("id").execute(),
    await tables.selectFrom("unlinked").selectAll().execute(),
    ...(await Promise.all(
      linkTables.map(async (table) =>
        (await tables.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort(),
      ),
    )),
    await tables.selectFrom("setting").selectAll().execute(),
  ];
}

async function faultsIn(store: WritableStore): Promise<readonly string[]> {
  const faults: string[] = [];
  await verifyStore(store, { fault: (sentence) => faults.push(sentence), step: () => undefined });
  return faults;
}

test("a rebuild by the same version gives the same rows", async () => {
  const store = await filled("same.db");
  const before = await derivedRows(store);
  const told = await allOf(
    rebuildStore(
      store,
      analyserOf((article) => simpleRecord(article)),
      shippedLexicons,
    ),
  );
  expect(told.map(({ done, total }) => [done, total])).toEqual(articles.map((_, index) => [index + 1, 70]));
  expect(await derivedRows(store)).toEqual(before);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("what failed is tried again", async () => {
  const whole = await filled("sound.db");
  const store = await filled("failed.db", 3);
  expect(await derivedRows(store)).not.toEqual(await derivedRows(whole));
  await allOf(
    rebuildStore(
      store,
      analyserOf((article) => simpleRecord(article)),
      shippedLexicons,
    ),
  );
  expect(await derivedRows(store)).toEqual(await derivedRows(whole));
  await store.close();
  await whole.close();
});

test("a rebuild that is broken off goes on where it was, and ends with the same rows", async () => {
  const whole = await filled("whole.db");
  await allOf(
    rebuildStore(
      whole,
      analyserOf((article) => simpleRecord(article)),
      shippedLexicons,
    ),
  );
  const store = await filled("broken.db");
  for await (const { done } of rebuildStore(
    store,
    analyserOf((article) => simpleRecord(article)),
    shippedLexicons,
  ))
    if (done === 10) break;
  await store.close();
  const again = await openStoreForWriting(path("broken.db"), {
    now: () => new Date("2031-03-08T12:00:00Z"),
    anyDerived: true,
  });
  expect(await faultsIn(again)).toEqual([expect.stringMatching(/^\d+ versions have no record yet/)]);
  const analyser = analyserOf((article) => simpleRecord(article));
  const told = await allOf(rebuildStore(again, analyser, shippedLexicons));
  expect(told[0]?.done).toBeGreaterThan(64);
  expect(analyser.asked.length).toBeLessThanOrEqual(6);
  expect(await derivedRows(again)).toEqual(await derivedRows(whole));
  expect(await faultsIn(again)).toEqual([]);
  await again.close();
  await whole.close();
});

test("an article whose analysis fails again is told, and the others are made", async () => {
  const store = await filled("failing.db");
  const analyser = analyserOf((article) => {
    if (article.text.includes("no 7.")) throw new Error("the worker stopped");
    return simpleRecord(article);
  });
  const told = await allOf(rebuildStore(store, analyser, shippedLexicons));
  expect(told.flatMap(({ analysis }, index) => (analysis.kind === "failed" ? [index] : []))).toEqual([7]);
  await store.close();
});
