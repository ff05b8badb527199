import { expect, test } from "vitest";
import { shippedTable } from "../../../test/entity-tables.js";
import { adviceLexicon } from "./advice-lexicon.js";
import { findAdvice } from "./find-advice.js";
import { textLinesOf } from "./lines.js";

const lexicon = adviceLexicon(shippedTable("advisories"), shippedTable("countries"));

/** "value place" for each advice that a text gives, "-" where it names no place. */
function adviceIn(text: string): readonly string[] {
  return findAdvice(textLinesOf(text), lexicon).map(
    ({ value, place }) => `${value} ${place === null ? "-" : text.slice(...place)}`,
  );
}

test.each([
  ["Tarvenia - Level 4: Do Not Travel", "do_not_travel Tarvenia"],
  ["TARVENIA – LEVEL 3: RECONSIDER TRAVEL", "reconsider_travel TARVENIA"],
  ["Level 4: Do Not Travel - Border with Tarvenia", "do_not_travel Border with Tarvenia"],
  ["Ostrel Province – Level 4:  Do Not TravelArmed groups are active.", "do_not_travel Ostrel Province"],
  ["St. Orvin Parish – Level 2: Exercise Increased Caution", "increased_caution St. Orvin Parish"],
  ["Tarvenia - AVOID NON-ESSENTIAL TRAVEL (with regional advisories)", "reconsider_travel Tarvenia"],
  ["## Ostrel – Take normal security precautions", "normal_precautions Ostrel"],
  ["Security status: High degree of caution", "increased_caution -"],
  ["Level 1: Exercise Normal Precautions", "normal_precautions -"],
  ["Do not travel to Tarvenia due tocrime, unrest and floods.", "do_not_travel Tarvenia"],
  [
    "Reissued with new links.Exercise normal precautions in Tarvenia.The islands are safe.",
    "normal_precautions Tarvenia",
  ],
  ["Exercise increased caution when traveling to Tarvenia.", "increased_caution Tarvenia"],
  [
    "U.S. citizens should reconsider travel within 10 miles of the U.S. base in Ostrel.",
    "reconsider_travel within 10 miles of the U.S. base in Ostrel",
  ],
  ["We currently advise against all but essential travel to Ostrel (see map).", "reconsider_travel Ostrel"],
  [
    "Avoid all travel to Ostrel (the old town, the port) and Melk due to shelling.",
    "do_not_travel Ostrel (the old town, the port) and Melk",
  ],
  ["If you are in Tarvenia, leave now while commercial flights operate.", "leave_now Tarvenia"],
  ["Leave Tarvenia immediately.", "leave_now Tarvenia"],
  ["You should leave the country now.", "leave_now -"],
])("%s", (line, expected) => {
  expect(adviceIn(line)).toEqual([expected]);
});

test.each([
  "If you decide to travel to Tarvenia:",
  "Do not travel alone at night.",
  "Do not travel in convoys after dark.",
  "Do not travel to these areas for any reason.",
  "Updated to reflect a change in the Do Not Travel section.",
  "Updated to reflect a shift to Level 2 “Exercise increased caution” for Tarvenia.",
  "Tarvenia's neighbour is Level 4: Do Not Travel, and was last year.",
  "Specific areas of Tarvenia – Level 4: Do Not Travel",
  "The State Department warned Americans on Monday not to travel to Tarvenia.",
  "The ministry told Irish citizens last week that they should not travel to Tarvenia.",
  "Be ready to leave immediately.",
  "Do not leave valuables in your car now.",
  "Guests who leave early should depart by commercial means.".replace("should ", ""),
])("no advice on a place: %s", (line) => {
  expect(adviceIn(line)).toEqual([]);
});

test("a list's places go as far as the blank line, or as its bullets", () => {
  const ends = "Country Summary: Crime is common.";
  const ministries = `Do Not Travel to the areas below due to crime:\n\n Ostrel and Melk\n The lake due to pirates\n\n${ends}`;
  expect(adviceIn(ministries)).toEqual(["do_not_travel Ostrel and Melk", "do_not_travel The lake"]);
  expect(adviceIn(`Reconsider travel to:\n- Ostrel\n\n- Melk, because of floods\n\n${ends}`)).toEqual([
    "reconsider_travel Ostrel",
    "reconsider_travel Melk",
  ]);
});

test("a list of reasons has no places", () => {
  expect(adviceIn("Do not travel to Ostrel due to:\n\n Crime\n Floods")).toEqual(["do_not_travel Ostrel"]);
});

test("an area that stands above is the one meant, unless its own advice stands there", () => {
  expect(adviceIn("Ostrel Valley:\nDo not travel to this area due to mines.")).toEqual(["do_not_travel Ostrel Valley"]);
  expect(adviceIn("Ostrel – Level 4: Do Not Travel\nDo not travel to this area.")).toEqual(["do_not_travel Ostrel"]);
});

test("a sentence broken at some width is one, lines of a list are not", () => {
  const broken = "Because of the fighting of the last weeks: do not travel to the border with\nTarvenia due to mines.";
  expect(adviceIn(broken)).toEqual(["do_not_travel the border with\nTarvenia"]);
  expect(
    adviceIn("Do not travel to:\n\nThe border region between the two northern provinces of Tarvenia\nMelk"),
  ).toEqual(["do_not_travel The border region between the two northern provinces of Tarvenia", "do_not_travel Melk"]);
});

test("whoever gives the advice is told where it names itself", () => {
  const text = "FCDO advises against all travel to Ostrel. We advise against all travel to Melk.";
  const by = findAdvice(textLinesOf(text), lexicon).map((one) => (one.by === null ? null : text.slice(...one.by)));
  expect(by).toEqual(["FCDO", null]);
});
