import { afterAll, beforeAll, expect, test } from "vitest";
import { addAndLink, link } from "../../../test/link/linked-store.js";
import { toldArticle } from "../../../test/link/told-article.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { confirm } from "../corrections/correct-store.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { lastAdded } from "./last-version.js";
import { unreadSince } from "./unread.js";

const path = temporaryRecords();
const mission = (id: string, published: string, status: "happened" | "denied") =>
  toldArticle(id, {
    text: `The Norland embassy in Oslovar is closed, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: "Norland embassy", kind: "facility" as const }] },
    states: [{ subject: "Norland embassy", aspect: "operations", value: "closed", status }],
  });
const raid = (id: string, published: string) =>
  toldArticle(id, {
    text: `Norland shelled Karn, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: "Karn", kind: "government", country: "KA" },
    ],
    acts: [{ actor: "Norland", recipient: "Karn", type: "ASSAULT", trigger: "shelled" }],
  });

let store: WritableStore;
let now = new Date("2031-05-04T20:00:00Z");
let looked = "";
beforeAll(async () => {
  store = await openStoreForWriting(path("unread.db"), { now: () => now });
  await addAndLink(store, [mission("ledger", "2031-05-04", "happened")]);
  looked = (await lastAdded(store)) ?? "";
  now = new Date("2031-05-05T09:00:00Z");
}, 60_000);
afterAll(() => store.close());

const unread = () => unreadSince(store, { stories: looked, postures: looked, disputes: looked, review: looked });

test("nothing is unread of what was there at the last look, and kinds that nobody asks for are not counted", async () => {
  expect(await unread()).toEqual({ stories: 0, postures: 0, disputes: 0, review: 0 });
  expect(await unreadSince(store, { disputes: "2031-01-01" })).toMatchObject({ stories: null, disputes: 0 });
});

test("what came in since is counted by story, history, dispute, and by acts and states until a person confirms one", async () => {
  await addAndLink(store, [mission("mirror", "2031-05-05", "denied"), raid("herald", "2031-05-05")]);
  expect(await unread()).toEqual({ stories: 2, postures: 1, disputes: 1, review: 2 });
  await confirm(store, { id: "herald/ac_1" }, { by: "ana", why: null });
  await link(store);
  expect(await unread()).toEqual({ stories: 2, postures: 1, disputes: 1, review: 1 });
  looked = (await lastAdded(store)) ?? "";
  expect(await unread()).toEqual({ stories: 0, postures: 0, disputes: 0, review: 0 });
});
