import { expect, test } from "vitest";
import { toldTime } from "./told-time.js";

test.each([
  ["2031-03-04", "on 2031-03-04"],
  ["2031-03-04TNI", "on 2031-03-04, night"],
  ["2031-03-04T16:15", "on 2031-03-04 16:15"],
  ["2031-01", "in 2031-01"],
  ["2031-W10", "in the week of 2031-03-03"],
  ["2031-W10-WE", "on the weekend of 2031-03-03"],
  ["XXXX-WXX-2", "“last Tuesday”"],
  [null, "“last Tuesday”"],
])("%s reads as %s", (value, told) => {
  expect(toldTime({ text: "last\nTuesday", value, from: "2031-03-03" })).toBe(told);
});
