import { describe, expect, test } from "vitest";
import { casesOf, knownFailures, suites } from "./suites.js";

for (const { name, check } of suites) {
  describe(name, () => {
    test.each(casesOf(name).map((one) => [one.name, one] as const))("%s", async (_, {
      input,
      expected,
      withoutAvx512,
      failsBecause,
    }) => {
      const found = await check(input);
      if (failsBecause === null) expect(found).toBe(found === withoutAvx512 ? withoutAvx512 : expected);
      else expect(found, "passes now: take it off test/golden/known-failures.txt").not.toBe(expected);
    });
  });
}

test("every known failure is a case, and says why", () => {
  const names = suites.flatMap((suite) => casesOf(suite.name)).map((one) => one.name);
  expect(names).toEqual(expect.arrayContaining([...knownFailures().keys()]));
  for (const reason of knownFailures().values()) expect(reason).not.toBe("");
});
