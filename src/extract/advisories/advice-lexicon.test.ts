import { expect, test } from "vitest";
import { adviceLexicon } from "./advice-lexicon.js";
import { findAdvice } from "./find-advice.js";
import { textLinesOf } from "./lines.js";

const rows =
  "issuer\tTV\tTarvenian Foreign Ministry|travel.example\ntitle\t-\ttravel advice\nlabel\t-\tadvice (level)\naside\t-\tsee below\nsign\t-\tRegister\nadvice\tleave_now\tgo home now\nadvice\tdo_not_travel\tstay away\n";
const countries = "TV\tTarvenia\tRepublic of Tarvenia\tTarvenian\t\tOstrel\n";

test("a line that is added is found, in any letter case and with any white space", () => {
  const lexicon = adviceLexicon(`${rows}advice\tincreased_caution\tkeep your eyes open\n`, countries);
  const found = findAdvice(textLinesOf("KEEP YOUR  EYES OPEN IN OSTREL.\n\nAdvice (level): Stay away"), lexicon);
  expect(found.map(({ value, form }) => [value, form])).toEqual([
    ["increased_caution", "sentence"],
    ["do_not_travel", "bare"],
  ]);
  expect(lexicon.wordingOf("stay away")?.row).toMatchObject({ table: "advisories.tsv", line: 7 });
});

test("countries have their codes by all of their names", () => {
  const { countryOf } = adviceLexicon(rows, countries);
  expect(["Tarvenia", "REPUBLIC OF TARVENIA", "Ostrel"].map(countryOf)).toEqual(["TV", "TV", null]);
});

test.each([
  ["a value that the record has not", "advice\tstay_home\tstay home\n", /stay_home.*do_not_travel/],
  ["a kind that nothing reads", "country\t-\tTarvenia\n", /"country".*issuer/],
  ["a field too few", "issuer\tTarvenia\n", /2 fields.*expected 3/],
])("%s is refused", (_, row, message) => {
  expect(() => adviceLexicon(`${rows}${row}`, countries)).toThrow(message);
});
