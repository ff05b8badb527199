import { expect, test } from "vitest";
import { addAndLink, link } from "../../test/link/linked-store.js";
import { toldArticle } from "../../test/link/told-article.js";
import { recordedEffects } from "../../test/recorded-effects.js";
import { temporaryRecords } from "../../test/temporary-records.js";
import { mergeGroups } from "../store/corrections/correct-store.js";
import { entitiesByArticles } from "../store/queries/entities.js";
import { openStoreForWriting } from "../store/store.js";
import { toldEntity } from "./told-entity.js";

const path = temporaryRecords();
const group = { kind: "armed_group" as const };

test("an act of somebody who is named twice in it, under two names, is one of their lines once", async () => {
  const store = await openStoreForWriting(path("twice.db"), { now: () => new Date("2031-05-05T12:00:00Z") });
  const told = toldArticle("herald", {
    text: "The Karsk Front and the Dorin Brigade shelled Oslovar.",
    ...{ published: "2031-05-04", who: ["Karsk Front", "Dorin Brigade"].map((name) => ({ name, ...group })) },
    acts: [{ actor: "Karsk Front", recipient: "Dorin Brigade", type: "ASSAULT", trigger: "shelled" }],
  });
  const actions = told.record.actions.map((one) => ({
    ...one,
    actors: [...one.actors, ...one.recipients],
    recipients: [],
  }));
  await addAndLink(store, [{ ...told, record: { ...told.record, actions } }]);
  await mergeGroups(store, await entitiesByArticles(store, { limit: 2, offset: 0 }), { by: "ana", why: null });
  await link(store);

  const known = await entitiesByArticles(store, { limit: 2, offset: 0 });
  expect(known).toHaveLength(1);
  const view = await toldEntity(store, known[0] ?? "", 50, recordedEffects({ files: { "countries.tsv": "" } }).effects);
  expect(view?.lines.map(({ id }) => id)).toEqual(["herald/ac_1"]);
  await store.close();
});

test("what others do to somebody and say of them stands beside what they do themselves", async () => {
  const store = await openStoreForWriting(path("others.db"), { now: () => new Date("2031-05-05T12:00:00Z") });
  const told = toldArticle("courier", {
    text: "The Karsk Front kidnapped Lena Ostrow. Irena Sulk said that Lena Ostrow was alive. Lena Ostrow wrote a letter.",
    published: "2031-05-04",
    who: [
      { name: "Karsk Front", ...group },
      ...["Lena Ostrow", "Irena Sulk"].map((name) => ({ name, kind: "person" as const })),
    ],
    said: [{ speaker: "Irena Sulk", content: "Lena Ostrow was alive" }],
    acts: [
      { actor: "Karsk Front", recipient: "Lena Ostrow", type: "ASSAULT", trigger: "kidnapped" },
      { actor: "Lena Ostrow", recipient: "Lena Ostrow", type: "CONSULT", trigger: "wrote" },
    ],
  });
  // Each time that she is named.
  const mentions = [...told.record.article.text.matchAll(/Lena Ostrow/g)].map(
    ({ index }) => [index, index + 11] as const,
  );
  const entities = told.record.entities.map((one) => (one.name === "Lena Ostrow" ? { ...one, mentions } : one));
  await addAndLink(store, [{ ...told, record: { ...told.record, entities } }]);
  await link(store);

  const { effects } = recordedEffects({ files: { "countries.tsv": "" } });
  const ids = await entitiesByArticles(store, { limit: 3, offset: 0 });
  const views = await Promise.all(ids.map((id) => toldEntity(store, id, 1, effects)));
  const ostrow = views.find((view) => view?.name === "Lena Ostrow");
  // What she does to herself is hers alone; of two lines by others one is asked for.
  expect(ostrow).toMatchObject({ lines: [{ id: "courier/ac_2" }], moreLines: false, moreByOthers: true });
  expect(ostrow?.byOthers.map(({ id }) => id)).toEqual(["courier/ac_1"]);
  const all = await toldEntity(store, ostrow?.id ?? "", 50, effects);
  expect(all?.byOthers.map(({ id }) => id)).toEqual(["courier/ac_1", "courier/st_1"]);
  await store.close();
});
