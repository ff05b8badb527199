import { expect, test } from "vitest";
import { emptyRecord } from "../../test/empty-record.js";
import { idOf } from "../record/id.js";
import type { Time } from "../record/time.js";
import { headlineView } from "./headline-view.js";

const mention = (entity: number) => ({ text: "Quay", span: [0, 4] as const, entity: idOf("en", entity) });
const entity = (id: number, name: string, mentions: number) => ({
  id: idOf("en", id),
  name,
  kind: "person" as const,
  country: null,
  roles: [],
  mentions: Array.from({ length: mentions }, () => [0, 4] as const),
});
const action = (number: number, part: Partial<(typeof emptyRecord)["actions"][number]>) => ({
  id: idOf("ac", number),
  type: "CONSULT" as const,
  mode: null,
  cameo: null,
  actors: [],
  recipients: [],
  trigger: { text: "Quay", span: [0, 4] as const, lemma: "quay" },
  status: "happened" as const,
  time: null,
  place: null,
  accordingTo: null,
  evidence: [[0, 4]] as const,
  confidence: 1,
  ...part,
});
const time = (number: number, value: string): Time => ({
  id: idOf("ti", number),
  span: [0, 4],
  text: "Quay",
  type: "DATE",
  value,
  from: null,
  to: null,
});
const place = (number: number, name: string, geonames: number, kind: "city" | "country" = "city") => ({
  id: idOf("pl", number),
  span: [0, 4] as const,
  text: name,
  name,
  kind,
  country: "NL",
  lat: null,
  lon: null,
  geonames,
  precision: null,
});

test("who acts comes before who is only mentioned, and nobody is told who has no part in any line", () => {
  const record = {
    ...emptyRecord,
    entities: [entity(1, "Ada Lenz", 9), entity(2, "Piet Arlo", 2), entity(3, "Jon Ferry", 3)],
    actions: [action(1, { actors: [mention(2)] }), action(2, { actors: [mention(2)], recipients: [mention(3)] })],
  };
  expect(headlineView(record).who.map(({ name }) => name)).toEqual(["Piet Arlo", "Jon Ferry"]);
});

test("a place is told once, a scene before a place that is only named, a country last", () => {
  const record = {
    ...emptyRecord,
    places: [place(1, "Norland", 7, "country"), place(2, "Orsen", 5), place(3, "Belmar", 6), place(4, "Orsen", 5)],
    actions: [action(1, { place: idOf("pl", 3) })],
  };
  expect(headlineView(record).where).toEqual([
    { name: "Belmar", country: "NL" },
    { name: "Orsen", country: "NL" },
    { name: "Norland", country: null },
  ]);
});

test("the days are those that lines tell of, and no years", () => {
  const times = [time(1, "2019"), time(2, "2031-03-05"), time(3, "2031-03-03TNI"), time(4, "2030-01-01")];
  const actions = [1, 2, 3].map((number) => action(number, { time: idOf("ti", number) }));
  expect(headlineView({ ...emptyRecord, times, actions }).when).toEqual({ first: "2031-03-03", last: "2031-03-05" });
  expect(headlineView({ ...emptyRecord, times }).when).toBeNull();
});
