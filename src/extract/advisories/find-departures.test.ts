import { expect, test } from "vitest";
import { findDepartures } from "./find-departures.js";

/** "value whose by" for each departure of a sentence that stands somewhere in a text. */
function departuresIn(sentence: string): readonly string[] {
  const text = `Before. ${sentence}`;
  const words = (span: readonly [number, number] | null): string => (span === null ? "-" : text.slice(...span));
  return findDepartures(sentence, 8).map(({ value, whose, by }) => `${value} | ${words(whose)} | ${words(by)}`);
}

test.each([
  [
    "On May 2, the Department of State ordered the departure of U.S. government employees due to unrest.",
    "ordered_departure | U.S. government employees | the Department of State",
  ],
  [
    "The Department ordered non-emergency staff and their families to leave Tarvenia.",
    "ordered_departure | non-emergency staff and their families | The Department",
  ],
  [
    "The Department of State authorized the voluntary departure of families from the U.S. Embassy in Ostrel.",
    "authorized_departure | the U.S. Embassy in Ostrel | The Department of State",
  ],
  [
    "The Government of Canada allowed the departure of dependants of its staff.",
    "authorized_departure | dependants of its staff | The Government of Canada",
  ],
  ["Family members remain under ordered departure.", "ordered_departure | Family members | -"],
  ["On May 2, family members were ordered to leave.", "ordered_departure | family members | -"],
  ["On June 1, the Department lifted the ordered departure.", "restored | - | the Department"],
  ["The authorized departure of family members ended on June 1.", "restored | family members | -"],
  [
    "The Department lifted the order for non-emergency staff to depart.",
    "restored | non-emergency staff | The Department",
  ],
])("%s", (sentence, expected) => {
  expect(departuresIn(sentence)).toEqual([expected]);
});

test("two orders that end at once are two postures", () => {
  expect(
    departuresIn("Updated to reflect the end of ordered departure of families and authorized departure for staff."),
  ).toEqual(["restored | families | -", "restored | staff | -"]);
});

test.each([
  "Review your departure plans.",
  "Travelers are robbed after leaving the airport.",
  "The authorities may delay your departure until a case has ended.",
  "The government ordered residents to leave their houses.",
])("no departure: %s", (sentence) => {
  expect(departuresIn(sentence)).toEqual([]);
});
