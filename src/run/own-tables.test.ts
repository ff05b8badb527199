import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { recordedEffects } from "../../test/recorded-effects.js";
import { nameKey } from "../extract/places/name-key.js";
import { checkOwnTables } from "./check-own-tables.js";
import { countryCode } from "./country-code.js";
import { readGazetteer } from "./gazetteer/shipped-gazetteer.js";
import { readEntityLexicons, readLexicons } from "./lexicon-files.js";
import { readLinkLexicons } from "./link-lexicons.js";

const folder = "/desk/tables";
const tables = {
  countries:
    "# Ours\nXQ\tQuillia\tthe Quills\tQuillian\tQuillians\tPort Quill\nBE\tBelgium\tBelgica\tBelgian\tBelgians\tBrussels\n",
  "country-places": "XQ\tQuillia\t\t-30\t70\t2000000\n",
  regions: "XQ.01\tLow Quill\t-30.4\t70.2\t\t\n",
  areas:
    "Port Quill\tQuill\tcapital\tXQ.01\t-30.5\t70.1\nAntwerp Roads\t\twater\tBE\t51.3\t4.2\nParis\t\ttown\tXQ\t-31\t70\n",
  organizations: "Foreign Bureau\tname\tgovernment\tXQ\n",
  metonyms: "Downing Street\tXQ\tgovernment\tDowning Street\n",
};

function own(given: Readonly<Record<string, string>>) {
  vi.stubEnv("SITREP_TABLES", folder);
  const files = Object.entries(given).map(([name, rows]) => [join(folder, `${name}.tsv`), rows] as const);
  return recordedEffects({ files: Object.fromEntries(files) }).effects;
}

afterEach(() => void vi.unstubAllEnvs());

test("countries of one's own are countries, and a row of one's own stands in place of the program's", async () => {
  const effects = own(tables);
  const { countryNames, countryByCode, bodies } = await readEntityLexicons(effects);
  expect(countryNames.get("quillia")?.code).toBe("XQ");
  expect(countryNames.get("belgica")?.code).toBe("BE");
  expect(countryByCode.get("FR")?.name).toBe("France");
  expect(bodies.get("foreign bureau")).toMatchObject({ kind: "government", country: "XQ" });
  expect(bodies.get("downing street")?.country).toBe("XQ");
  expect(await countryCode("quillian", effects)).toBe("XQ");
  expect((await readLinkLexicons(effects)).countries.get("XQ")).toBe("Quillia");
});

test("institutions are named as newspapers name countries, territories too", async () => {
  const { countries } = await readLinkLexicons(own({}));
  expect(["CD", "MM", "CI", "GL"].map((code) => countries.get(code))).toEqual([
    "Democratic Republic of the Congo",
    "Myanmar",
    "Ivory Coast",
    "Greenland",
  ]);
});

test("places of one's own lie where their rows say, in their country, and their names mean no other place", async () => {
  const effects = own(tables);
  const { gazetteer, demonyms } = (await readLexicons(effects, await readGazetteer(effects))).places;
  const only = (name: string) => {
    const [found, ...others] = gazetteer.find(nameKey(name));
    if (found === undefined) throw new Error(`${name} is in the tables`);
    return { place: found.place, others: others.length };
  };
  const [capital, country, roads] = [only("Port Quill").place, only("Quillia").place, only("Antwerp Roads").place];
  expect(capital).toMatchObject({ feature: "capital", country: "XQ", lat: -30.5 });
  expect(gazetteer.around(capital).map(({ name }) => name)).toEqual(["Low Quill", "Quillia"]);
  expect(gazetteer.isWithin(capital, country)).toBe(true);
  expect(gazetteer.around(roads).map(({ name }) => name)).toEqual(["Belgium"]);
  expect(only("Paris")).toMatchObject({ place: { country: "XQ" }, others: 0 });
  expect(only("Kathmandu").place.country).toBe("NP");
  expect(demonyms.get("quillian")).toBe("quillia");
});

test.each([
  ["no folder", {}, "Found no folder /desk/tables"],
  [
    "a table that nobody may give",
    { country: "XQ\tQuillia" },
    "Found /desk/tables/country.tsv, which is no table of yours to give; expected countries,",
  ],
  [
    "a code that is none",
    { countries: "# Ours\nQuillia\tXQ" },
    '/desk/tables/countries.tsv, line 2: found "Quillia" as code; expected two capital letters.',
  ],
  [
    "a place without a latitude",
    { "country-places": "XQ\tQuillia" },
    "/desk/tables/country-places.tsv, line 1: found nothing as latitude; expected a number from -90 to 90.",
  ],
  [
    "a kind that is none",
    { areas: "Quill\t\tvillage\tXQ\t1\t2" },
    '/desk/tables/areas.tsv, line 1: found "village" as kind; expected one of water, region, other, capital, town.',
  ],
])("%s is told in one sentence", async (_, given, message) => {
  await expect(checkOwnTables(folder, own(given as Record<string, string>))).rejects.toThrow(message);
});

test("tables without a fault are taken", async () => {
  await expect(checkOwnTables(folder, own(tables))).resolves.toBeUndefined();
});
