import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForReading } from "../store.js";
import { eventsWith } from "./events.js";
import { noFilter, type Period } from "./line-filter.js";
import { actionsIn } from "./tellings-in-period.js";

const path = temporaryRecords();

const acts = {
  shelled: { text: "Norland shelled Orsen.", type: "ASSAULT" },
  sanctioned: { text: "Norland sanctioned Orsen.", type: "SANCTION" },
  consulted: { text: "Norland consulted Orsen.", type: "CONSULT" },
} as const;

const told = (outlet: string, day: string, act: keyof typeof acts) =>
  toldArticle(`${outlet}-${day}`, {
    text: `${acts[act].text} The ${outlet} wrote of it.`,
    outlet,
    published: day,
    who: [
      { name: "Norland", kind: "government" },
      { name: "Orsen", kind: "government" },
    ],
    acts: [{ actor: "Norland", recipient: "Orsen", type: acts[act].type, trigger: act }],
  });

test("actions are ranked by all that was known of them when the period ended", async () => {
  await addToRecord(path("ranked.db"), [
    told("Courier", "2031-03-01", "consulted"),
    told("Herald", "2031-03-02", "consulted"),
    told("Gazette", "2031-03-02", "sanctioned"),
    told("Mirror", "2031-03-03", "shelled"),
    told("Courier", "2031-03-04", "sanctioned"),
    told("Herald", "2031-03-10", "shelled"),
  ]);
  const store = await openStoreForReading(path("ranked.db"));
  const asked = async (since: string | null, until: string | null) => {
    const period: Period = { since, until };
    const { ranked, confirmed, days } = await actionsIn(store, period, noFilter);
    const { events, total } = await ranked(9);
    const types = async (ids: readonly { readonly event: string }[]) => {
      const found = new Map(
        (
          await eventsWith(
            store,
            "event",
            ids.map(({ event }) => event),
          )
        ).map((one) => [one.id as string, one.what]),
      );
      return ids.map(({ event }) => found.get(event));
    };
    expect(total).toBe(events.length);
    return { ranked: await types(events), confirmed: await types((await confirmed(9)).events), days: await days() };
  };

  // Talks have two voices by the second day, of which the period has one; the sanctions have theirs on the fourth.
  expect(await asked("2031-03-02", "2031-03-04")).toEqual({
    ranked: ["CONSULT", "ASSAULT", "SANCTION"],
    confirmed: ["CONSULT"],
    days: new Map([
      ["2031-03-01", 1],
      ["2031-03-02", 1],
      ["2031-03-03", 1],
    ]),
  });
  expect(await asked("2031-03-02", null)).toMatchObject({
    ranked: ["SANCTION", "CONSULT", "ASSAULT", "ASSAULT"],
    confirmed: ["SANCTION", "CONSULT"],
  });
  expect(await asked(null, "2031-03-02")).toMatchObject({ ranked: ["CONSULT"], confirmed: [] });
  expect(await asked("2031-04-01", null)).toEqual({ ranked: [], confirmed: [], days: new Map() });
  await store.close();
});

test("what an action weighs is the same however its articles came, and by the day before it is as if nothing had followed", async () => {
  const inOrder = [
    told("Courier", "2031-03-01", "shelled"),
    told("Herald", "2031-03-02", "shelled"),
    told("Gazette", "2031-03-03", "shelled"),
  ];
  const rows = async (name: string, articles: typeof inOrder) => {
    for (const article of articles) await addToRecord(path(name), [article]);
    const store = await openStoreForReading(path(name));
    const found = await store.tables.selectFrom("action_day").selectAll().orderBy("day").execute();
    await store.close();
    return found;
  };
  const found = await rows("in-order.db", inOrder);
  expect(found.map(({ day, next, origins, confirmed }) => [day, next, origins, confirmed])).toEqual([
    ["2031-03-01", "2031-03-02", 1, null],
    ["2031-03-02", "2031-03-03", 2, "2031-03-02"],
    ["2031-03-03", null, 3, "2031-03-02"],
  ]);
  expect(await rows("reversed.db", inOrder.toReversed())).toEqual(found);
});
