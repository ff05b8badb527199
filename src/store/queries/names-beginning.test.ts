import { afterAll, beforeAll, expect, test } from "vitest";
import { addAndLink } from "../../../test/link/linked-store.js";
import { toldArticle } from "../../../test/link/told-article.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { entitiesInList } from "./entities.js";
import {
  entitiesBeginning,
  otherSpellings,
  outletsBeginning,
  placesBeginning,
  storiesBeginning,
} from "./names-beginning.js";

const path = temporaryRecords();
const minister = { name: "Taras Velinsky", kind: "person" } as const;
const brigade = { name: "Islamic State", kind: "armed_group" } as const;
const told = (id: string, name: string, more: { readonly title?: string; readonly outlet?: string } = {}) => ({
  ...toldArticle(id, {
    text: `${name} said the bridge over the Varn stays shut, ${id} wrote. Islamic State is not there.`,
    outlet: more.outlet ?? "Orsen Mail",
    published: "2031-03-03",
    ...(more.title === undefined ? {} : { title: more.title }),
    who: [{ ...minister, name }, ...(id === "one" ? [brigade] : [])],
    said: [{ speaker: name, content: "the bridge over the Varn stays shut" }],
  }),
});

let store: WritableStore;
beforeAll(async () => {
  store = await openStoreForWriting(path("names.db"), { now: () => new Date("2031-03-07T12:00:00Z") });
  await addAndLink(store, [
    told("one", "Taras Velinsky", { title: "Varn bridge stays shut, minister says" }),
    told("two", "Taras Velinsky"),
    told("three", "Taras Velinskyy", { outlet: "Vell Courier" }),
    told("four", "Oda Velten"),
  ]);
}, 60_000);
afterAll(() => store.close());

const names = async (asked: string, aliases: readonly string[] = []): Promise<readonly string[]> =>
  (await entitiesInList(store, await entitiesBeginning(store, asked, aliases, 6))).map(({ entity }) => entity.name);

test("whoever has a name with a word that begins so is found, whom most articles tell of first", async () => {
  expect((await names("vel"))[0]).toBe("Taras Velinsky");
  expect(await names("vel")).toContain("Oda Velten");
  expect(await names("tar vel")).not.toContain("Oda Velten");
  expect(await names("elinsky")).toEqual([]);
  expect(await names("?!")).toEqual([]);
  expect(await names('x" OR name:"')).toEqual([]);
});

test("other spellings and other names find the same", async () => {
  expect((await names("Welinskij"))[0]).toBe("Taras Velinsky");
  expect(await names("ISIS")).toEqual([]);
  expect(await names("ISIS", ["Islamic State", "ISIS", "ISIL"])).toEqual(["Islamic State"]);
  expect(await otherSpellings(store, "Velinsky")).toEqual(["velinskyy"]);
  expect(await otherSpellings(store, "Velten")).toEqual([]);
  expect(await otherSpellings(store, "ve")).toEqual([]);
});

test("stories are found by titles, outlets by any word of their names", async () => {
  expect((await storiesBeginning(store, "bri", 6)).map(({ title }) => title)).toEqual([
    "Varn bridge stays shut, minister says",
  ]);
  expect(await storiesBeginning(store, "wrote", 6)).toEqual([]);
  expect(await outletsBeginning(store, "cou", 6)).toEqual([{ outlet: "Vell Courier", articles: 1 }]);
  expect((await outletsBeginning(store, "m", 6)).map(({ outlet }) => outlet)).toEqual(["Orsen Mail"]);
});

test("the index of names is what the names are, also when days are linked again", async () => {
  const rows = await store.tables.selectFrom("known_name").select(["name", "members"]).execute();
  expect(rows.find(({ name }) => name === "taras velinsky")?.members).toBe(2);
  await store.tables.deleteFrom("member").where("name", "=", "Oda Velten").execute();
  expect(await names("velten")).toEqual([]);
});

test("places are found once by name", async () => {
  const version = 1;
  const place = { version, kind: "city", country: "NO", lat: null, lon: null, geonames: null, precision: null };
  await store.tables
    .insertInto("place")
    .values([
      { ...place, id: "pl_8", name: "Port Selm" },
      { ...place, id: "pl_9", name: "Port Selm", kind: "other", country: null },
    ])
    .execute();
  expect(await placesBeginning(store, "sel", 6)).toEqual([
    { name: "Port Selm", kind: "city", country: "NO", articles: 2 },
  ]);
  await store.tables.deleteFrom("place").where("name", "=", "Port Selm").execute();
  expect(await placesBeginning(store, "sel", 6)).toEqual([]);
});
