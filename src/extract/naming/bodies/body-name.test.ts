import { expect, test } from "vitest";
import { shippedNames } from "../../../../test/link/shipped-tables.js";
import { kindOfBody } from "./body-name.js";

test.each([
  ["UN Karsk Council", "organization"],
  ["Karsk Council", "government"],
  ["Karsk Carrier Strike Group", "military"],
  ["Islamic Resistance", "armed_group"],
  ["Pancake House", null],
])("%s is by its words: %s", (name, kind) => expect(kindOfBody(name, shippedNames)).toBe(kind));
