import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.js";

const NOW = Date.parse("2031-03-04T09:00:00Z");

test("takes seconds and dates, and nothing else", () => {
  expect(retryAfter("120", NOW)).toBe(NOW + 120_000);
  expect(retryAfter("Tue, 04 Mar 2031 09:01:00 GMT", NOW)).toBe(NOW + 60_000);
  expect(retryAfter("Tue, 04 Mar 2031 08:00:00 GMT", NOW)).toBe(NOW);
  for (const odd of [null, "", "soon", "-5", "1.5", "99999999999"]) expect(retryAfter(odd, NOW)).toBeNull();
});
