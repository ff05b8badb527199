import { expect, test } from "vitest";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { addToRecord } from "../../../test/served-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { openStoreForReading } from "../store.js";
import { findDue } from "./due.js";
import { noFilter } from "./line-filter.js";

const path = temporaryRecords();

const orsen = { name: "Orsen", kind: "government", country: "OR" } as const;
const norland = { name: "Norland", kind: "government", country: "NO" } as const;
const talks = { actor: "Orsen", recipient: "Norland", type: "CONSULT" } as const;
const announced = (published: string): Telling => ({
  ...{ text: "Orsen and Norland resume their talks on Friday, the courier wrote.", published, who: [orsen, norland] },
  when: [{ words: "Friday", day: "2031-05-09" }],
  acts: [{ ...talks, trigger: "talks", time: "Friday", status: "announced" }],
});
const met = (published: string, status: "happened" | "not_done"): Telling => ({
  ...{ text: "Orsen and Norland met in Vell, the gazette wrote.", published, who: [orsen, norland] },
  acts: [{ ...talks, trigger: "met", status }],
});

/** Of each thing its day, how many tell of it, how it stands, and the day on which somebody told what came of it. */
async function standing(name: string, tellings: readonly Telling[], on: string) {
  const articles = tellings.map((one, at) => toldArticle(`${name}-${at}`, one));
  await addToRecord(path(`${name}.db`), articles);
  const store = await openStoreForReading(path(`${name}.db`));
  const found = await findDue(store, { since: null, until: null }, noFilter, { on, from: "2031-01-01", before: null });
  await store.close();
  return found.map(({ thing, outcome: { state, by } }) => [
    thing.due.day,
    thing.tellings.length,
    state,
    by?.day ?? null,
  ]);
}

test("what several articles announce is due once, and passes where nobody tells of it", async () => {
  const told = [announced("2031-05-05"), announced("2031-05-06")];
  expect(await standing("early", told, "2031-05-06")).toEqual([["2031-05-09", 2, "due", null]]);
  expect(await standing("today", told, "2031-05-09")).toEqual([["2031-05-09", 2, "due", null]]);
  expect(await standing("late", told, "2031-05-10")).toEqual([["2031-05-09", 2, "passed", null]]);
  expect(await standing("before", told, "2031-05-04")).toEqual([]);
});

test("it is done where it is told as happened, and called off where it is told as not done", async () => {
  const told = (status: "happened" | "not_done") => [announced("2031-05-08"), met("2031-05-09", status)];
  expect(await standing("done", told("happened"), "2031-05-10")).toEqual([["2031-05-09", 1, "done", "2031-05-09"]]);
  expect(await standing("off", told("not_done"), "2031-05-10")).toEqual([
    ["2031-05-09", 1, "called_off", "2031-05-09"],
  ]);
  expect(await standing("unknown", told("happened"), "2031-05-08")).toEqual([["2031-05-09", 1, "due", null]]);
});

test("a state that a later article has in force has come, whatever day near by it tells", async () => {
  const institution = { kind: "mission", of: "NO", in: "VE" } as const;
  const words = { subject: "Norland consulate", since: "Friday" } as const;
  const closing = { ...words, institution, aspect: "operations", value: "closed" } as const;
  const told = (published: string, day: string, status: "announced" | "happened"): Telling => ({
    text: "The Norland consulate in Vell, the courier wrote, closes on Friday.",
    ...{ published, when: [{ words: "Friday", day }], states: [{ ...closing, status }] },
  });
  const tellings = [told("2031-05-05", "2031-05-09", "announced"), told("2031-05-08", "2031-05-02", "happened")];
  expect(await standing("closed", tellings, "2031-05-10")).toEqual([["2031-05-09", 1, "done", "2031-05-08"]]);
  expect(await standing("open", [...tellings].reverse().slice(1), "2031-05-10")).toEqual([
    ["2031-05-09", 1, "passed", null],
  ]);
});

test("talks of another week are not those that were due", async () => {
  expect(await standing("other", [announced("2031-05-05"), met("2031-05-16", "happened")], "2031-05-17")).toEqual([
    ["2031-05-09", 1, "passed", null],
  ]);
});

test("that a demand is told again is no report that it was met; that those left is", async () => {
  const text = "Orsen ordered six Norland envoys to leave within 72 hours.";
  const envoys = { name: "six Norland envoys", kind: "people" } as const;
  const demand = (published: string): Telling => ({
    ...{ text, published, who: [orsen, envoys], when: [{ words: "72 hours", lasts: "PT72H" }] },
    acts: [{ actor: "Orsen", recipient: envoys.name, type: "REQUEST", trigger: "ordered", told: text }],
  });
  const gone: Telling = {
    ...{ text: "The six Norland envoys left Orsen.", published: "2031-05-07", who: [orsen, envoys] },
    acts: [{ actor: envoys.name, recipient: "Orsen", type: "RETREAT", trigger: "left" }],
  };
  const twice = [demand("2031-05-05"), demand("2031-05-05")];
  expect(await standing("demanded", twice, "2031-05-09")).toEqual([["2031-05-08", 2, "passed", null]]);
  expect(await standing("met", [...twice, gone], "2031-05-09")).toEqual([["2031-05-08", 2, "done", "2031-05-07"]]);
});
