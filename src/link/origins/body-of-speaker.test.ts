import { expect, test } from "vitest";
import { shippedNames as names } from "../../../test/link/shipped-tables.js";
import type { Entity } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Speaker } from "../../record/statement.js";
import { bodiesOfSpeaker } from "./body-of-speaker.js";

const ministry: Entity = {
  ...{ id: idOf("en", 1), name: "French Foreign Ministry", kind: "government", country: "FR", roles: [], mentions: [] },
};

function person(title: string, of: string | null, country: string | null = null): Entity {
  return {
    ...{ id: idOf("en", 2), name: "Lena Ostrow", kind: "person", country, mentions: [] },
    roles: [{ title, of, span: [0, 1] }],
  };
}

function bodies(text: string, entity: Entity | null, naming: Speaker["naming"] = "named"): readonly string[] {
  const entities = entity === null ? [ministry] : [ministry, entity];
  const speaker: Speaker = { text, span: [0, 1], entity: entity?.id ?? null, naming };
  // Of a record only its entities are looked at.
  return bodiesOfSpeaker(speaker, { entities } as unknown as ArticleRecord, names);
}

test("a ministry, its spokeswoman, a minister and a statement by two governments speak for governments", () => {
  expect(bodies("The French Foreign Ministry", ministry)).toEqual(["government FR"]);
  expect(bodies("Ostrow", person("spokeswoman", "French Foreign Ministry"))).toEqual(["government FR"]);
  expect(bodies("Ostrow", person("Foreign Minister", null, "FR"))).toEqual(["government FR"]);
  expect(bodies("a French Foreign Ministry spokeswoman", null, "unnamed")).toEqual(["government FR"]);
  expect(bodies("Germany and France", null)).toEqual(["government DE", "government FR"]);
});

test("a word for a body that the article names in full stands for it, and a spokesman or a warning to travellers for some government", () => {
  expect(bodies("the ministry", null)).toEqual(["government FR"]);
  expect(bodies("the office", null)).toEqual([]);
  expect(bodies("Lena Ostrow of the Foreign Ministry", person("engineer", null))).toEqual(["government"]);
  expect(bodies("a spokesman for it", null, "unnamed")).toEqual(["officials"]);
  expect(bodies("a travel warning", null, "unnamed")).toEqual(["government"]);
});

test("a spokesman of a body by its initials speaks for that body", () => {
  const front: Entity = { ...ministry, name: "Vane Liberation Front", kind: "armed_group", country: null };
  const speaker: Speaker = { text: "he", span: [0, 1], entity: idOf("en", 2), naming: "pronoun" };
  const record = { entities: [front, person("spokesman", "VLF")] } as unknown as ArticleRecord;
  expect(bodiesOfSpeaker(speaker, record, names)).toEqual(["body vane liberation front"]);
});

test("of an office without a country the words do not tell whose it is", () => {
  expect(bodies("Ostrow", person("President", null))).toEqual(["government"]);
});

test("officials whom nobody names are told apart by whose they are, however many and high they are", () => {
  expect(bodies("a senior French official", null, "unnamed")).toEqual(["officials FR"]);
  expect(bodies("two officials", null, "collective")).toEqual(["officials"]);
  expect(bodies("sources", null, "collective")).toEqual(bodies("An unnamed source", null, "unnamed"));
  expect(bodies("a foreign ministry official", null, "unnamed")).toEqual(["officials"]);
  expect(bodies("a top railway official", null, "unnamed")).toEqual(["officials of railway"]);
  expect(bodies("railway officials", null, "collective")).toEqual(["officials of railway"]);
});

test("those who once held an office and all others speak for themselves", () => {
  expect(bodies("Ostrow", person("former president", "France"))).toEqual([]);
  expect(bodies("Ostrow", person("engineer", "Orsen Works"))).toEqual([]);
});
