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
