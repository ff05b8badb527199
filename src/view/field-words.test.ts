import { expect, test } from "vitest";
import { plainField } from "./field-words.js";

const words = [{ text: "pilots of Vell", span: [0, 14] as const }];

test.each([
  ["speaker", "named", ""],
  ["speaker", "collective", "as a group"],
  ["speaker", "Irena Sulk (en_2), named", "Irena Sulk"],
  ["channel", "other", ""],
  ["channel", "Vell Radio (en_3), other", "Vell Radio"],
  ["channel", "Vell Radio (en_3), broadcast", "Vell Radio, broadcast"],
])("the %s “%s” reads “%s”", (field, value, plain) => {
  expect(plainField("statement", { field, value, words }).plain).toBe(plain);
});
