import { expect, test } from "vitest";
import { addAndLink, link } from "../../test/link/linked-store.js";
import { toldArticle } from "../../test/link/told-article.js";
import { temporaryRecords } from "../../test/temporary-records.js";
import { renameEntity } from "./corrections/correct-store.js";
import { keptFacts } from "./kept-facts.js";
import { entitiesByArticles } from "./queries/entities.js";
import { partiesOf } from "./queries/parties.js";
import { openStoreForReading, openStoreForWriting } from "./store.js";

const path = temporaryRecords();
const sulk = toldArticle("herald", {
  text: "Irena Sulk said that the lock was shut.",
  ...{ published: "2031-05-04", who: [{ name: "Irena Sulk", kind: "person" as const }] },
  said: [{ speaker: "Irena Sulk", content: "that the lock was shut", act: "say" }],
});

test("what was found out is kept until somebody changes the record, and never by who changes it", async () => {
  const writing = await openStoreForWriting(path("kept.db"), { now: () => new Date("2031-05-05T12:00:00Z") });
  await addAndLink(writing, [sulk]);
  const reading = await openStoreForReading(path("kept.db"));
  const [who = ""] = await entitiesByArticles(reading, { limit: 1, offset: 0 });
  const nameIn = async (store: typeof reading) => (await partiesOf(store, [who, "nobody"])).get(who)?.name;

  expect([await nameIn(reading), await nameIn(writing)]).toEqual(["Irena Sulk", "Irena Sulk"]);
  expect([...(await keptFacts(reading, "parties")).keys()]).toEqual([who]);
  await renameEntity(writing, { id: who, name: "Irena Sulk-Varga" }, { by: "ana", why: null });
  await link(writing);
  expect([...(await keptFacts(reading, "parties")).keys()]).toEqual([]);
  expect([await nameIn(reading), await nameIn(writing)]).toEqual(["Irena Sulk-Varga", "Irena Sulk-Varga"]);

  await reading.close();
  await writing.close();
});
