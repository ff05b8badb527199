import fc from "fast-check";
import { expect, test } from "vitest";
import { correctGroups, type Group, type GroupCorrection } from "./correct-groups.js";

const groups: readonly Group<string>[] = [
  { id: "A", members: ["a1", "a2"] },
  { id: "B", members: ["b1"] },
  { id: "C", members: ["c1", "c2"] },
];
const merge = (to: string, ids: readonly string[], members: readonly string[] = []): GroupCorrection<string> => ({
  kind: "merge",
  to,
  ids: new Set(ids),
  holds: (member) => members.includes(member),
});
const split = (to: string, members: readonly string[]): GroupCorrection<string> => ({
  kind: "split",
  to,
  holds: (member) => members.includes(member),
});

const shown = (result: readonly Group<string>[]): readonly string[] =>
  result.map(({ id, members }) => `${id}: ${members.join(" ")}`);

test("groups that are one by id have one id", () => {
  expect(shown(correctGroups(groups, [merge("A", ["A", "C"])]))).toEqual(["A: a1 a2 c1 c2", "B: b1"]);
});

test("a group that goes by another id now is known by a member", () => {
  expect(shown(correctGroups(groups, [merge("Z", ["Y"], ["b1", "c2"])]))).toEqual(["A: a1 a2", "Z: b1 c1 c2"]);
});

test("members go to a group of their own, which is there but once", () => {
  expect(shown(correctGroups(groups, [split("N", ["a2", "c1"])]))).toEqual(["A: a1", "N: a2 c1", "B: b1", "C: c2"]);
  expect(shown(correctGroups(groups, [split("N", ["b1"])]))).toEqual(["A: a1 a2", "N: b1", "C: c1 c2"]);
});

test("corrections apply in the order in which they were made", () => {
  const both = [merge("A", ["A", "B"]), split("N", ["b1"])];
  expect(shown(correctGroups(groups, both))).toEqual(["A: a1 a2", "N: b1", "C: c1 c2"]);
  expect(shown(correctGroups(groups, [split("N", ["a2"]), merge("A", ["A", "N"])]))).toEqual([
    "A: a1 a2",
    "B: b1",
    "C: c1 c2",
  ]);
});

test("no member is lost or doubled, and doing it again changes nothing for one correction", () => {
  const names = fc.constantFrom("a1", "a2", "b1", "c1", "c2");
  const ids = fc.constantFrom("A", "B", "C", "N", "M");
  const any = fc.oneof(
    fc.tuple(ids, fc.array(ids), fc.array(names)).map(([to, own, members]) => merge(to, own, members)),
    fc.tuple(ids, fc.array(names)).map(([to, members]) => split(to, members)),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (corrections) => {
      const result = correctGroups(groups, corrections);
      expect(result.flatMap(({ members }) => members).sort()).toEqual(["a1", "a2", "b1", "c1", "c2"]);
      expect(new Set(result.map(({ id }) => id)).size).toBe(result.length);
      const [first] = corrections;
      if (first === undefined) return;
      const once = correctGroups(groups, [first]);
      const sorted = (all: readonly Group<string>[]) =>
        all.map(({ id, members }) => `${id}: ${members.toSorted().join(" ")}`).sort();
      expect(sorted(correctGroups(once, [first]))).toEqual(sorted(once));
    }),
  );
});
