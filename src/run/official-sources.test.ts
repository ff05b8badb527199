import { expect, test } from "vitest";
import { shippedTable } from "../../test/entity-tables.js";
import { adviceLexicon } from "../extract/advisories/advice-lexicon.js";
import { ministryCountry } from "../extract/advisories/own-words.js";
import { parseOfficialSources } from "./official-sources.js";

const shipped = parseOfficialSources(shippedTable("official-sources"));

test("each that ships has a name of its own and an address of its own", () => {
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
  expect(new Set(shipped.map(({ address }) => address)).size).toBe(shipped.length);
});

test("the ministries that ship are known as such by those who read advice", () => {
  const lexicon = adviceLexicon(shippedTable("advisories"), shippedTable("countries"));
  const ministries = shipped.filter(({ country }) => country !== null);
  expect(new Set(ministries.map(({ country }) => country))).toEqual(
    new Set(["US", "GB", "CA", "AU", "IE", "NZ", "DE", "FR"]),
  );
  for (const { issuer, country } of ministries)
    expect(ministryCountry({ outlet: issuer, url: null }, lexicon)).toBe(country);
});

const row = "orsen-port\tOrsen Port\t-\tnotices\thttps://port.example/feed\tfeed\n";

test("a row that is added is a source", () => {
  expect(parseOfficialSources(row)).toEqual([
    {
      id: "orsen-port",
      issuer: "Orsen Port",
      country: null,
      what: "notices",
      address: "https://port.example/feed",
      kind: "feed",
    },
  ]);
});

test.each([
  ["an id of other letters", row.replace("orsen-port", "Orsen Port"), /Orsen Port.*small letters/],
  ["another address", row.replace("https:", "ftp:"), /ftp:.*http/],
  ["a kind that nobody follows", row.replace("\tfeed\n", "\tfile\n"), /file.*feed, page/],
])("%s is refused", (_name, table, message) => {
  expect(() => parseOfficialSources(table)).toThrow(message);
});
