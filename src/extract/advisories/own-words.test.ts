import { expect, test } from "vitest";
import { shippedTable } from "../../../test/entity-tables.js";
import { adviceLexicon } from "./advice-lexicon.js";
import { textLinesOf } from "./lines.js";
import { hasSigns, isMinistry, isUnderTitles } from "./own-words.js";

const lexicon = adviceLexicon(shippedTable("advisories"), shippedTable("countries"));
const heading = "Tarvenia - Level 4: Do Not Travel";
const page = `Tarvenia Travel Advisory\n\n${heading}\n\nRead the entire Travel Advisory.`;

function isOwn(text: string, facts: { outlet?: string; url?: string } = {}): boolean {
  const advice = text.indexOf(heading);
  const { outlet = null, url = null } = facts;
  const isPage = hasSigns(text, lexicon) && isUnderTitles(advice === -1 ? null : advice, textLinesOf(text));
  return isMinistry({ outlet, url }, lexicon) ?? isPage;
}

test.each([
  "US Department of State",
  "u.s. department of state",
  "FCDO",
  "Global Affairs Canada",
  "Global Affairs Canada (Travel Advice)",
  "smartraveller.gov.au",
])("the outlet %s gives its own advice", (outlet) => {
  expect(isOwn(heading, { outlet })).toBe(true);
});

test("other outlets do not, whatever stands in the text", () => {
  expect(isOwn(page, { outlet: "The Harbour Herald" })).toBe(false);
  expect(isOwn(page, { outlet: "Blue Heron Tours", url: "https://travel.state.gov/tarvenia" })).toBe(false);
});

test("an address tells where no outlet does", () => {
  expect(isOwn(heading, { url: "https://travel.state.gov/tarvenia" })).toBe(true);
  expect(isOwn(heading, { url: "https://tv.usembassy.gov/alert" })).toBe(true);
  expect(isOwn(page, { url: "https://ostrel.gov.uk/news" })).toBe(false);
  expect(isOwn(page, { url: "https://travel.state.gov.example.org/tarvenia" })).toBe(false);
});

test("a text without either has a page's form", () => {
  expect(isOwn(page)).toBe(true);
  expect(isOwn(heading)).toBe(false);
  expect(isOwn("Read the entire Travel Advisory.")).toBe(false);
  expect(isOwn(`${page}\n\nThe State Department said on Monday that it would be read again.`)).toBe(false);
  expect(isOwn(`${page}\n\nThat is so according to the FCDO.`)).toBe(false);
  expect(isOwn(`${"Agents were surprised by what had changed overnight ".repeat(4)}\n\n${page}`)).toBe(false);
});
