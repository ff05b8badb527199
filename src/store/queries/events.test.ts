import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForReading } from "../store.js";
import { findEvents } from "./events.js";

const path = temporaryRecords();

test("pages of events are the same as one long list, also where the latest tellings alone make a page", async () => {
  const embassy = { name: "Norland embassy", kind: "facility" } as const;
  // Five days apart, so that each shelling is an event of its own; every ninth article tells of a posture too.
  const articles = Array.from({ length: 48 }, (_, at) =>
    toldArticle(`courier-${at}`, {
      text: "Norland shelled Orsen. The Norland embassy in Oslovar was closed, the courier wrote.",
      published: new Date(Date.UTC(2031, 0, 1 + 5 * at)).toISOString().slice(0, 10),
      who: [{ name: "Norland", kind: "government" }, { name: "Orsen", kind: "government" }, embassy],
      acts: [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" }],
      states: at % 9 === 0 ? [{ subject: "Norland embassy", aspect: "operations", value: "closed" }] : [],
    }),
  );
  await addToRecord(path("events.db"), articles);
  const store = await openStoreForReading(path("events.db"));
  for (const question of [{}, { until: "2031-07-20" }, { kind: "posture" as const }]) {
    const all = await findEvents(store, { ...question, limit: 1000 });
    expect(all.length).toBeGreaterThan(5);
    const last = all.map(
      ({ tellings }) =>
        tellings
          .map(({ date }) => date ?? "")
          .sort()
          .at(-1) ?? "",
    );
    expect(last).toEqual([...last].sort().reverse());
    const pages = [];
    for (let offset = 0; offset < all.length; offset++)
      pages.push(...(await findEvents(store, { ...question, limit: 1, offset })));
    expect(pages).toEqual(all);
  }
  await store.close();
});
