import { expect, test } from "vitest";
import { toldById } from "../../src/ask/told-by-id.js";
import { renderStored } from "../../src/cli/render-stored.js";
import { plainStyle } from "../../src/cli/style.js";
import { processEffects } from "../../src/run/process-effects.js";
import { addArticles } from "../../src/store/add-articles.js";
import { openStoreForReading, openStoreForWriting } from "../../src/store/store.js";
import { recordById } from "../../src/store/stored-records.js";
import { simpleArticle, simpleRecord } from "../simple-record.js";
import { temporaryFolder } from "../temporary-folder.js";

const path = temporaryFolder();
const text = "Norland shelled Orsen.\n\nAda Lenz said the quay was shut.\n\nBo Marsh said it was open.";

test("a line of a document says its page, one of a recording its time, and a line of a text none", async () => {
  const paged = simpleArticle(text, {
    id: "paged",
    pages: [
      [0, 1],
      [24, 2],
      [50, 3],
    ],
  });
  const plain = simpleArticle(`${text} So it was.`, { id: "plain" });
  const said = simpleArticle(`${text} So it goes.`, {
    id: "said",
    timecodes: [
      [0, 1.5],
      [24, 3725.9],
    ],
  });
  const store = openStoreForWriting(path("pages.db"), { now: () => new Date("2031-03-07T12:00:00Z") });
  await addArticles(
    store,
    [paged, plain, said].map((article) => ({
      arrival: { article, input: "report.pdf", fetched: null },
      analysis: { kind: "record" as const, record: simpleRecord(article) },
    })),
  );
  await store.close();
  const reader = openStoreForReading(path("pages.db"));
  expect((await recordById(reader, "paged"))?.record.article.pages).toEqual([
    [0, 1],
    [24, 2],
    [50, 3],
  ]);
  expect((await recordById(reader, "plain"))?.record.article).not.toHaveProperty("pages");
  const shown = async (id: string): Promise<string> => {
    const told = await toldById(reader, id, processEffects());
    return told === null ? "" : renderStored(told, { style: plainStyle, width: 100 });
  };
  expect(await shown("paged/ac_1")).toContain("an action, page 1 paged/ac_1");
  expect(await shown("paged/st_1")).toContain("a statement, pages 2 and 3 paged/st_1");
  expect(await shown("paged/st_2")).toContain("a statement, page 3 paged/st_2");
  expect(await shown("plain/st_1")).toContain("a statement plain/st_1");
  expect((await recordById(reader, "said"))?.record.article.timecodes?.[1]).toEqual([24, 3725.9]);
  expect(await shown("said/ac_1")).toContain("an action, at 0:00:01 said/ac_1");
  expect(await shown("said/st_1")).toContain("a statement, at 1:02:05 said/st_1");
  await reader.close();
});
