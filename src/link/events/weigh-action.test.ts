import { expect, test } from "vitest";
import { idOf } from "../../record/id.js";
import { linkId } from "../link-id.js";
import type { TellingFacts } from "./group-events.js";
import { weighAction } from "./weigh-action.js";

const told = (article: string, day: string | null, facts: Partial<TellingFacts> = {}): TellingFacts => ({
  ...{
    article,
    line: idOf("ac", 1),
    day,
    status: "happened",
    date: day,
    dated: "published",
    by: "speaker",
    confidence: 1,
  },
  ...{ origin: linkId("or", [article]), ...facts },
});
const agency = { origin: linkId("or", ["agency"]) };

test("voices are counted, not articles", () => {
  const copied = weighAction("ASSAULT", [told("a", "2031-03-03", agency), told("b", "2031-03-04", agency)]);
  expect(copied).toMatchObject({ origins: 1, articles: 2, confirmed: null });
  const heard = weighAction("ASSAULT", [told("a", "2031-03-03"), told("b", "2031-03-04"), told("c", "2031-03-05")]);
  expect(heard).toMatchObject({ origins: 3, articles: 3, confirmed: "2031-03-04" });
});

test("a second voice of the same day confirms nothing later, and of an unknown day neither", () => {
  expect(weighAction("ASSAULT", [told("a", "2031-03-03"), told("b", "2031-03-03")]).confirmed).toBeNull();
  expect(weighAction("ASSAULT", [told("a", "2031-03-03"), told("b", null)]).confirmed).toBeNull();
});

test("violence before force before hard words before talk", () => {
  const severities = ["ASSAULT", "SANCTION", "THREATEN", "CONSULT"].map(
    (what) => weighAction(what, [told("a", "2031-03-03")]).severity,
  );
  expect(severities).toEqual([3, 2, 1, 0]);
});

test("the surest telling gives certainty and day", () => {
  const plan = told("a", "2031-03-03", { status: "announced", date: "2031-03-09", dated: "told" });
  expect(weighAction("ASSAULT", [plan])).toMatchObject({ certainty: 1, date: "2031-03-09" });
  const done = told("b", "2031-03-10");
  expect(weighAction("ASSAULT", [plan, done])).toMatchObject({ certainty: 2, date: "2031-03-10" });
  expect(weighAction("ASSAULT", [told("a", "2031-03-03", { status: "denied" })]).certainty).toBe(0);
});
