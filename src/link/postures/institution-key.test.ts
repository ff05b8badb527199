import { expect, test } from "vitest";
import { institutionName, isWholeInstitution } from "./institution-key.js";

test.each([
  ["in_mission:GB:SD", "United Kingdom · embassy in Sudan"],
  ["in_mission:US:IQ:Erbil", "United States · consulate in Erbil"],
  ["of_mission:GB", "United Kingdom · embassy"],
  ["in_ties:FR:ML", "France and Mali · ties"],
  ["in_advice:CA:HT", "Canada · travel advice on Haiti"],
  ["in_airspace:QA", "Qatar · airspace"],
])("%s is called %s", (key, name) => expect(institutionName(key)).toBe(name));

test("what is known in part means one institution within a story alone, and other keys name none", () => {
  expect(isWholeInstitution("in_mission:GB:SD")).toBe(true);
  expect(isWholeInstitution("of_mission:GB")).toBe(false);
  expect(institutionName("wh_28f3a0d5b1c94e67")).toBeNull();
  expect(institutionName("of the embassy: staff")).toBeNull();
});
