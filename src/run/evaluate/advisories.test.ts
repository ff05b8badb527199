import { describe, expect, test } from "vitest";
import { emptyRecord } from "../../../test/empty-record.js";
import { recordedEffects } from "../../../test/recorded-effects.js";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { adviceFound, namedCountries, namedCountry, readAdvisories, scoreAdvisories } from "./advisories.js";

const countries = namedCountries(
  "NO\tNorland\tNordania|Republic of Norland\tNorish\n",
  "NO\tNorland\t1\t2\nOR\tOrsen Isles\t3\t4\n",
);
const norland = namedCountry("Norland", countries);

type Value = Extract<Posture, { aspect: "travel_advice" }>["value"];

/** A record that advises on `subject`. */
function advising(
  ...advice: readonly (readonly [subject: string, value: Value, status?: Posture["status"]])[]
): ArticleRecord {
  const postures = advice.map(([text, value, status = "happened"], index) => {
    const institution = { kind: "advice", of: null, in: null } as const;
    const shared = { institution, by: null, since: null, until: null, accordingTo: null, evidence: [[0, 9]] } as const;
    const subject = { text, span: [0, text.length], entity: idOf("en", 1) } as const;
    return {
      ...shared,
      id: idOf("po", index + 1),
      confidence: 1,
      aspect: "travel_advice",
      value,
      status,
      subject,
    } as const;
  });
  return { ...emptyRecord, postures };
}

describe("adviceFound", () => {
  const found = (record: ArticleRecord, level = 2) =>
    adviceFound({ id: "no", country: "Norland", level }, record, norland);

  test("the level's value of the whole country is told, that of another level is too many", () => {
    expect(found(advising(["Norland", "increased_caution"]))).toEqual({ told: true, others: [] });
    expect(found(advising(["Norland", "increased_caution"]), 4)).toEqual({
      told: false,
      others: ["increased_caution"],
    });
    expect(found(advising(["Norland", "increased_caution"], ["Norland", "do_not_travel"]))).toEqual({
      told: true,
      others: ["do_not_travel"],
    });
  });

  test("a part of the country, another country and what is only possible do not count", () => {
    const nothing = { told: false, others: [] };
    expect(found(advising(["northern Norland", "increased_caution"]))).toEqual(nothing);
    expect(found(advising(["Orsen Isles", "increased_caution"]))).toEqual(nothing);
    expect(found(advising(["Norland", "increased_caution", "possible"]))).toEqual(nothing);
  });

  test("to leave now is the advice of no level", () => {
    expect(found(advising(["Norland", "do_not_travel"], ["Norland", "leave_now"]), 4)).toEqual({
      told: true,
      others: [],
    });
  });

  test.each([
    "the Republic of Norland",
    "Nordania",
    "mainland Norland",
    "the Norland Special Administrative Region (SAR)",
  ])("%j is the whole country", (name) => {
    expect(found(advising([name, "increased_caution"])).told).toBe(true);
  });

  test("so is what stands for its government, or for a place that is this country", () => {
    const record = advising(["the country", "increased_caution"]);
    const entity = { id: idOf("en", 1), name: "the state", country: "NO", roles: [], mentions: [] } as const;
    const place = { id: idOf("pl", 1), span: [0, 11], text: "the country", name: "Norland", country: "NO" } as const;
    const unplaced = { lat: null, lon: null, geonames: null, precision: "country" } as const;
    expect(found(record).told).toBe(false);
    expect(found({ ...record, entities: [{ ...entity, kind: "government" }] }).told).toBe(true);
    expect(found({ ...record, entities: [{ ...entity, kind: "facility" }] }).told).toBe(false);
    expect(found({ ...record, entities: [{ ...entity, kind: "other", name: "Nordania" }] }).told).toBe(true);
    expect(found({ ...record, places: [{ ...place, ...unplaced, kind: "country", text: "country" }] }).told).toBe(true);
    expect(found({ ...record, places: [{ ...place, ...unplaced, kind: "region", text: "country" }] }).told).toBe(false);
  });
});

test("namedCountry takes both names and those of the tables", () => {
  expect(namedCountry("Norland (Old Norland)", countries)).toEqual({
    code: "NO",
    names: new Set(["norland", "old norland", "nordania", "republic of norland"]),
  });
  expect(namedCountry("Orsen Isles", countries).code).toBe("OR");
  expect(namedCountry("Vell", countries)).toEqual({ code: null, names: new Set(["vell"]) });
});

test("every twelfth by id is set aside and never listed", async () => {
  const ids = Array.from({ length: 13 }, (_, index) => `no-${String.fromCharCode(109 - index)}`);
  const lines = ids.map((id) => JSON.stringify({ id, country: "Norland", level: 2, text: "Norland: be careful." }));
  const { effects } = recordedEffects({ files: { "gold/advisories/us-a-m.jsonl": lines.join("\n") } });
  const analyse = async ({ id }: { readonly id: string }) =>
    id === "no-a" ? advising(["Norland", "increased_caution"]) : advising(["Norland", "normal_precautions"]);
  const advisories = await readAdvisories("gold", effects);
  const report = await scoreAdvisories(advisories, countries, { analyse }, { misses: true });
  const rows = report.split("\n").map((line) => line.split(/\s{2,}/));
  expect(rows).toContainEqual(["set aside", "0", "1", "0.00", "0", "1"]);
  expect(rows).toContainEqual(["the rest", "1", "12", "8.33", "1", "11"]);
  expect(report).toContain("no-b: missed increased_caution, too many normal_precautions of Norland\n");
  expect(report).not.toContain("no-l:");
  expect(report).not.toContain("no-a:");
  expect(await scoreAdvisories(advisories, countries, { analyse }, { misses: false })).not.toContain("no-b:");
});
