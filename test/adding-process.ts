import { writeSync } from "node:fs";
import { addArticles } from "../src/store/add-articles.js";
import { findVersion } from "../src/store/ground.js";
import { openStoreForWriting } from "../src/store/store.js";
import { simpleArticle, simpleRecord } from "./simple-record.js";

// A process that writes as fast as it can, to be killed by tests: `adding-process.ts DATABASE NUMBER` adds so many invented articles in small
// transactions and prints a line for each that is in. What is in already it passes over.
const [path = "", count = "0"] = process.argv.slice(2);
const store = await openStoreForWriting(path, { now: () => new Date("2031-03-07T12:00:00Z") });
for (let at = 0; at < Number(count); at += 3) {
  const batch = [];
  for (let number = at; number < Math.min(at + 3, Number(count)); number++) {
    const article = simpleArticle(`Ada Lenz said it was number ${number}. Norland shelled Orsen.`, {
      id: `a${number}`,
    });
    if ((await findVersion(store.tables, article)) !== null) continue;
    const analysis = { kind: "record", record: simpleRecord(article) } as const;
    batch.push({ arrival: { article, input: "none", fetched: null }, analysis });
  }
  for (const { version } of (await addArticles(store, batch)).values()) writeSync(1, `added ${version.id} \n`);
}
await store.close();
