import { expect, test } from "vitest";
import { shippedEngine } from "./shipped-engine.js";

const facts = { id: "a", url: null, title: null, outlet: null, authors: [], published: null, publishedFrom: null };

/** The countries of the governments and places that a text names, as the shipped tables and model read it. */
async function countriesIn(text: string): Promise<readonly (string | null)[]> {
  const engine = await shippedEngine();
  const record = await engine.analyse({ ...facts, language: "en", sha256: "", text, messages: [] });
  const states = record.entities.filter(({ kind }) => kind === "government").map(({ country }) => country);
  return [...new Set([...states, ...record.places.map(({ country }) => country)])];
}

test("of countries that share a name the one is meant where the article's other places lie", async () => {
  expect(await countriesIn("Congo shut the port of Pointe-Noire, the government said in Brazzaville.")).toEqual(["CG"]);
  expect(await countriesIn("Congo shut the airport of Goma, the government said in Kinshasa.")).toEqual(["CD"]);
  expect(await countriesIn("Congo shut its borders, a minister said.")).toEqual(["CD"]);
});
