import { expect, test } from "vitest";
import { citationText } from "./citation-view.js";

const article = {
  ...{ id: "art_1", title: null, outlet: "Vell Courier", published: "2031-05-04T08:00:00+02:00" },
  url: "https://courier.example/quay",
};
const at = (text: string) => [{ text, span: [0, text.length] as const }];
const none = { said: [], own: [], negated: false };

test("somebody's own words are cited by their name, all else as the sentence of the outlet", () => {
  const words = at('"The quay is safe," Irena Sulk said on\nSunday.');
  const own = at("The quay is safe,");
  expect(citationText({ article, words, said: own, own, by: "Irena Sulk", negated: false })).toBe(
    "“The quay is safe” — Irena Sulk, via Vell Courier, 4 May 2031, https://courier.example/quay",
  );
  const said = at("the quay was safe and would stay open");
  expect(citationText({ ...{ article, words, said }, own: at("safe"), by: "Irena Sulk", negated: false })).toBe(
    '“"The quay is safe," Irena Sulk said on Sunday.” — Vell Courier, reporting Irena Sulk, 4 May 2031, https://courier.example/quay',
  );
});

test("what somebody denied is not cited as what they said", () => {
  const words = at('Owen Tarrant denied that there was "any split".');
  const own = at("any split");
  expect(citationText({ article, words, said: own, own, by: "Owen Tarrant", negated: true })).toBe(
    '“Owen Tarrant denied that there was "any split".” — Vell Courier, reporting Owen Tarrant, 4 May 2031, https://courier.example/quay',
  );
});

test("an article without an outlet, a date or an address of the web goes by its id", () => {
  const unknown = { ...article, outlet: null, published: null, url: "javascript:alert(1)" };
  expect(citationText({ ...none, article: unknown, words: at("The “quay” is shut."), by: null })).toBe(
    "“The ‘quay’ is shut.” — an unnamed outlet, art_1",
  );
});
