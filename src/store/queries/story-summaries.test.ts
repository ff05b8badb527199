import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryFolder } from "../../../test/temporary-folder.js";
import { openStoreForReading } from "../store.js";
import { findStories } from "./stories.js";
import { storySummaries } from "./story-summaries.js";

const folder = temporaryFolder();

test("the day on which an undated article was added is no day of its story", async () => {
  const dated = toldArticle("dated", {
    text: "The ferry Calder Star lies at the old quay of Vell.",
    published: "2031-05-04",
  });
  const told = toldArticle("undated", {
    text: "A court in Orsen freed three fishermen whom the coast guard had held.",
  });
  const undated = {
    ...told,
    record: { ...told.record, article: { ...told.record.article, published: null, publishedFrom: null } },
  };
  await addToRecord(folder("stories.db"), [dated, undated]);
  const store = await openStoreForReading(folder("stories.db"));
  const ids = (await findStories(store, { limit: 10, offset: 0 })).map(({ id }) => id);
  const days = (await storySummaries(store, ids)).map(({ first, last }) => [first, last]);
  expect(days).toHaveLength(2);
  expect(days).toContainEqual(["2031-05-04", "2031-05-04"]);
  expect(days).toContainEqual([null, null]);
  await store.close();
});
