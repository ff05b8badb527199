import { expect, test } from "vitest";
import type { Entity } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { ArticleRecord } from "../../record/record.js";
import { countryAround, countrySpokenFor } from "./country-around.js";

function entity(kind: Entity["kind"], country: string | null, at = 0): Entity {
  return { id: idOf("en", at + 1), name: "x", kind, country, roles: [], mentions: [[at, at + 23]] };
}

const record = (parts: object): ArticleRecord =>
  ({ places: [], entities: [], statements: [], postures: [], ...parts }) as unknown as ArticleRecord;

test("a body is of the country of the place in its name", () => {
  const place = { span: [0, 5], country: "NL", lat: 1 };
  expect(countryAround(entity("government", null), record({ places: [place] }))).toBe("NL");
  expect(countryAround(entity("armed_group", null), record({ places: [place] }))).toBeNull();
  expect(countryAround(entity("government", null), record({ places: [{ ...place, span: [40, 45] }] }))).toBeNull();
});

test("a government's body is of the country that all others of the article are of", () => {
  const others = [entity("government", "NL", 30), entity("military", "NL", 60)];
  expect(countryAround(entity("government", null), record({ entities: others }))).toBe("NL");
  expect(countryAround(entity("organization", null), record({ entities: others }))).toBeNull();
  const several = [...others, entity("government", "SE", 90)];
  expect(countryAround(entity("government", null), record({ entities: several }))).toBeNull();
});

test("who tells of one country's mission speaks for that country", () => {
  const statements = [{ id: idOf("st", 1), speaker: { entity: idOf("en", 1) } }];
  const of = (country: string) => ({ accordingTo: idOf("st", 1), institution: { kind: "mission", of: country } });
  const told = (...countries: string[]) => record({ statements, postures: countries.map(of) });
  expect(countrySpokenFor(entity("person", null), told("NL", "NL"))).toBe("NL");
  expect(countrySpokenFor(entity("person", null), told("NL", "SE"))).toBeNull();
  expect(countrySpokenFor(entity("person", null), told())).toBeNull();
});
