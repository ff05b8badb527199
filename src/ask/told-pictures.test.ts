import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Telling, toldArticle } from "../../test/link/told-article.js";
import { addToRecord } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import type { LinkInput } from "../link/link-input.js";
import { idOf } from "../record/id.js";
import type { Place } from "../record/place.js";
import type { Stance } from "../record/stance.js";
import { drawnPeriod } from "../store/queries/drawn-period.js";
import { noFilter } from "../store/queries/line-filter.js";
import type { PlaceKey } from "../store/queries/placed-lines.js";
import { openStoreForReading, type Store } from "../store/store.js";
import { edgeKinds } from "../view/network-view.js";
import type { AskedPeriod } from "./brief-question.js";
import { toldLanes } from "./told-lanes.js";
import { toldAtPlace, toldMap } from "./told-map.js";
import { linesOfEdge, toldNetwork } from "./told-network.js";
import { toldStatementsByParty } from "./told-statements-by-party.js";

const norland = { name: "Norland", kind: "government" } as const;
const orsen = { name: "Orsen", kind: "government" } as const;
const sulk = { name: "Irena Sulk", kind: "person" } as const;
const tarrant = { name: "Owen Tarrant", kind: "person" } as const;

const basra: Omit<Place, "span"> = {
  ...{ id: idOf("pl", 1), text: "Basra", name: "Basra", kind: "city", country: "IQ" },
  ...{ lat: 30.5, lon: 47.8, geonames: 99532, precision: "city" },
};

/** The article with its action placed, or with a stance; over words of its text. */
function placed(input: LinkInput, place: Omit<Place, "span">): LinkInput {
  const start = input.record.article.text.indexOf(place.text);
  const actions = input.record.actions.map((action) => ({ ...action, place: place.id }));
  const places = [{ ...place, span: [start, start + place.text.length] as const }];
  return { ...input, record: { ...input.record, actions, places } };
}

function shelled(id: string, published: string, facts: Partial<Telling> = {}): LinkInput {
  return toldArticle(id, {
    text: `Norland shelled Orsen near Basra, ${id} wrote.`,
    ...{ outlet: id, published, who: [norland, orsen] },
    acts: [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" }],
    ...facts,
  });
}

function withStance(input: LinkInput): LinkInput {
  const { article, entities, statements } = input.record;
  const holder = entities.find(({ name }) => name === "Owen Tarrant");
  const start = article.text.indexOf("Owen Tarrant");
  const mention = { text: "Owen Tarrant", span: [start, start + 12] as const, entity: holder?.id ?? null };
  const stance: Stance = {
    ...{ id: idOf("sn", 1), holder: mention, relation: "supports", hedge: null, accordingTo: null, confidence: 1 },
    target: { statement: statements[0]?.id ?? idOf("st", 1), mention: null },
    evidence: [[start, article.text.length]],
  };
  return { ...input, record: { ...input.record, stances: [stance] } };
}

const articles: readonly LinkInput[] = [
  placed(shelled("courier", "2031-05-04"), basra),
  placed(shelled("gazette", "2031-05-05"), basra),
  placed(
    toldArticle("post", {
      text: "Orsen sanctioned Norland in Vell, the post wrote. Orsen may shell Norland.",
      ...{ outlet: "post", published: "2031-05-05", who: [norland, orsen] },
      acts: [
        { actor: "Orsen", recipient: "Norland", type: "SANCTION", trigger: "sanctioned" },
        { actor: "Orsen", recipient: "Norland", type: "ASSAULT", trigger: "shell", status: "possible" },
      ],
    }),
    { ...basra, text: "Vell", name: "Vell", lat: null, lon: null, geonames: null, precision: null },
  ),
  withStance(
    toldArticle("mail", {
      text: "Irena Sulk told Meridian Wire that the quay was safe. Owen Tarrant backed her.",
      ...{ outlet: "mail", published: "2031-05-09", who: [sulk, tarrant] },
      said: [{ speaker: "Irena Sulk", content: "the quay was safe", told: "Meridian Wire" }],
    }),
  ),
  toldArticle("lantern", {
    text: "The Norland embassy in Oslovar was closed, the lantern wrote. Owen Tarrant said the ferry ran.",
    ...{
      outlet: "lantern",
      published: "2031-05-09",
      who: [{ name: "Norland embassy", kind: "facility", country: "NO" }, tarrant],
    },
    states: [{ subject: "Norland embassy", aspect: "operations", value: "closed" }],
    said: [{ speaker: "Owen Tarrant", content: "the ferry ran" }],
  }),
];

const path = temporaryFolder();
let store: Store;
beforeAll(async () => {
  await addToRecord(path("pictures.db"), articles);
  store = await openStoreForReading(path("pictures.db"));
});
afterAll(() => store.close());

const asked = (since: string | null = null, until: string | null = null, story: string | null = null): AskedPeriod => {
  return { period: { since, until, chosen: "asked", zone: "UTC" }, filter: { ...noFilter, story }, about: [] };
};

describe("the days drawn", () => {
  test("are all of a small record, with the stretches of no news between them", async () => {
    const { drawn } = await toldLanes(store, asked());
    expect([drawn.since, drawn.until, drawn.articles, drawn.earlier]).toEqual(["2031-05-04", "2031-05-10", 5, 0]);
    expect(drawn.gaps).toEqual([{ since: "2031-05-06", until: "2031-05-09", days: 3 }]);
    expect(drawn.last).toBe("2031-05-09");
  });

  test("are the latest whole days where there is too much, and it is said how much is left out", async () => {
    const cut = await drawnPeriod(store, { since: null, until: null }, null, 3);
    expect(cut).toMatchObject({ since: "2031-05-09", until: "2031-05-10", articles: 2, earlier: 3 });
    // A day is never cut.
    expect(await drawnPeriod(store, { since: null, until: null }, null, 1)).toMatchObject({ articles: 2, earlier: 3 });
  });

  test("are none where the record has none", async () => {
    for (const told of [toldLanes, toldMap]) {
      expect((await told(store, asked(null, "2030-01-01"))).drawn).toMatchObject({
        since: null,
        articles: 0,
        gaps: [],
      });
    }
    expect((await toldStatementsByParty(store, asked(null, "2030-01-01"), [])).columns).toEqual([]);
    expect((await toldNetwork(store, asked(null, "2030-01-01"), edgeKinds)).edges).toEqual([]);
  });
});

test("lanes have an event once, on its day, sized by origins, and states from their first day on", async () => {
  const { lanes, others, more } = await toldLanes(store, asked());
  const lane = (name: string) => lanes.find(({ party }) => party.name === name);
  expect(lanes[0]?.party.name).toBe("Norland");
  expect(lane("Norland")?.marks).toMatchObject([
    { kind: "action", mark: "attack", tone: "violence", from: "2031-05-04", whom: "Orsen", told: { origins: 2 } },
  ]);
  expect(lane("Norland")?.marks[0]?.words?.text).toContain("Norland shelled Orsen");
  expect(lane("Norland embassy")?.marks).toMatchObject([
    { kind: "posture", mark: "closed", from: "2031-05-09", to: null },
  ]);
  expect(lane("Irena Sulk")?.marks).toMatchObject([{ kind: "statement", mark: "say", facts: ["via Meridian Wire"] }]);
  expect([others.marks, more.marks]).toEqual([[], 0]);
});

test("a map has a mark for each place with its words and precision, and says what it has no place for", async () => {
  const { marks, unknown, nowhere, lines } = await toldMap(store, asked());
  expect(marks).toMatchObject([{ name: "Basra", lat: 30.5, precision: "city", origins: 2, lines: 2, articles: 2 }]);
  expect(marks[0]?.shown.map(({ phrase, line }) => [phrase, line.type])).toEqual([
    ["Basra", "ASSAULT"],
    ["Basra", "ASSAULT"],
  ]);
  expect(unknown).toMatchObject([{ name: "Vell", lines: 2 }]);
  // Two statements and a posture name no place that is known to be one.
  expect([nowhere, lines]).toEqual([3, 7]);
});

test("a place has all of its lines, the latest first, page by page; an unknown one by its name", async () => {
  const [basraMark] = (await toldMap(store, asked())).marks;
  if (basraMark === undefined) throw new Error("The map has no mark.");
  const ids = async (place: PlaceKey, offset = 0, limit = 9): Promise<readonly string[]> =>
    (await toldAtPlace(store, asked(), place, { offset, limit })).map(({ line }) => line.id);
  expect(await ids(basraMark)).toEqual(["gazette/ac_1", "courier/ac_1"]);
  expect(await ids({ lat: 30.5, lon: 47.8, precision: "city" }, 1, 1)).toEqual(["courier/ac_1"]);
  expect(await ids({ name: "VELL" })).toEqual(["post/ac_1", "post/ac_2"]);
  expect(await ids({ name: "Basra" })).toEqual([]);
});

test("sides have those quoted as columns, the chain of tellers, and who backs whom", async () => {
  const { columns, cells, ties } = await toldStatementsByParty(store, asked(), []);
  expect(columns.map(({ name }) => name).sort()).toEqual(["Irena Sulk", "Owen Tarrant"]);
  const said = cells.find(({ line }) => line.words?.text.includes("quay"));
  expect(said).toMatchObject({ kind: "statement", id: "mail/st_1", chain: ["mail", "Meridian Wire"] });
  const [backing] = ties;
  expect(ties).toHaveLength(1);
  expect(backing).toMatchObject({ from: "mail/sn_1", to: "mail/st_1", kind: "supports", by: "mail/sn_1" });
  expect(cells.find(({ id }) => id === "mail/sn_1")).toMatchObject({ kind: "stance" });
});

test("columns are those that are asked for, in that order", async () => {
  const all = await toldStatementsByParty(store, asked(), []);
  const chosen = all.columns.map(({ id }) => id).reverse();
  expect((await toldStatementsByParty(store, asked(), chosen)).columns.map(({ id }) => id)).toEqual(chosen);
  const one = await toldStatementsByParty(store, asked(), chosen.slice(0, 1));
  expect([one.columns.length, one.others.length, one.cells.every(({ party }) => party === chosen[0])]).toEqual([
    ...[1, 1, true],
  ]);
});

test("a network has acts as edges by class, weighted by origins; what is only possible is none", async () => {
  const view = await toldNetwork(store, asked(), edgeKinds);
  const name = (id: string) => view.nodes.find((node) => node.id === id)?.name;
  const told = view.edges.map(({ from, to, kind, origins, lines }) => [name(from), kind, name(to), origins, lines]);
  expect(told).toContainEqual(["Norland", "material_conflict", "Orsen", 2, 2]);
  expect(told).toContainEqual(["Orsen", "material_conflict", "Norland", 1, 1]);
  expect(told).toContainEqual(["Owen Tarrant", "supports", "Irena Sulk", 1, 1]);
  expect([view.edges.length, view.unsure]).toEqual([3, 1]);
  const backed = await toldNetwork(store, asked(), ["supports"]);
  expect(backed.edges.map(({ kind }) => kind)).toEqual(["supports"]);
});

test("an edge has the lines behind it, the latest first", async () => {
  const { edges } = await toldNetwork(store, asked(), edgeKinds);
  const [most] = edges;
  const question = { from: most?.from ?? "", to: most?.to ?? "", kind: most?.kind ?? null, offset: 0, limit: 9 };
  const lines = await linesOfEdge(store, asked(), question);
  expect(lines.map(({ id }) => id)).toEqual(["gazette/ac_1", "courier/ac_1"]);
  expect(await linesOfEdge(store, asked(), { ...question, offset: 1, limit: 1 })).toHaveLength(1);
  expect(await linesOfEdge(store, asked(), { ...question, kind: "supports" })).toEqual([]);
});
