import { expect, test } from "vitest";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { asWorded } from "./as-worded.js";

function told(text: string, value: string, by: string | null, countries: Readonly<Record<string, string>>) {
  const entities = Object.entries(countries).map(([name, country], at) => {
    const first = text.indexOf(name);
    return { id: `en_${at}`, name, country, mentions: [[first, first + name.length]] };
  });
  const posture = {
    ...{ aspect: /^d/.test(value) ? "relations" : "airspace", value, evidence: [[0, text.length]] },
    by: by === null ? null : { text: by, entity: entities.find(({ name }) => name === by)?.id ?? null },
  } as unknown as Posture;
  return { posture, record: { article: { text }, entities, places: [] } as unknown as ArticleRecord };
}

test("guests are expelled by the country where they are", () => {
  const { posture, record } = told("Karsk has expelled three.", "diplomats_expelled", "Karsk", { Karsk: "KA" });
  expect(asWorded({ kind: "relations", of: "NL", in: "OR" }, posture, record)).toMatchObject({ of: "NL", in: "KA" });
  expect(asWorded({ kind: "relations", of: "KA", in: "OR" }, posture, record)).toMatchObject({ of: "KA", in: "OR" });
});

test.each([
  ["No plane of Norland may use the airspace of Karsk.", "KA"],
  ["Karsk's airspace is shut to Norland.", "KA"],
  ["Planes of Norland may not cross it, says Karsk.", "NL"],
  ["The airspace of Karsk and the skies of Norland are shut.", "NL"],
])("%s", (text, of) => {
  const { posture, record } = told(text, "closed", null, { Norland: "NL", Karsk: "KA" });
  expect(asWorded({ kind: "airspace", of: "NL", in: null }, posture, record).of).toBe(of);
});
