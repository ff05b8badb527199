import { expect, test } from "vitest";
import { institutionName, isWholeInstitution } from "./institution-key.js";

test.each([
  ["in_mission:United Kingdom:Sudan", "United Kingdom · embassy in Sudan"],
  ["in_mission:United States:Iraq:Erbil", "United States · consulate in Erbil"],
  ["of_mission:United Kingdom", "United Kingdom · embassy"],
  ["in_ties:France:Mali", "France and Mali · ties"],
  ["in_advice:Canada:Haiti", "Canada · travel advice on Haiti"],
  ["in_airspace:Qatar", "Qatar · airspace"],
])("%s is called %s", (key, name) => expect(institutionName(key)).toBe(name));

test("what is known in part means one institution within a story alone, and other keys name none", () => {
  expect(isWholeInstitution("in_mission:United Kingdom:Sudan")).toBe(true);
  expect(isWholeInstitution("of_mission:United Kingdom")).toBe(false);
  expect(institutionName("wh_28f3a0d5b1c94e67")).toBeNull();
  expect(institutionName("of the embassy: staff")).toBeNull();
});
