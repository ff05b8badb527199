import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../test/temporary-folder.js";
import { bindable, NotBindable } from "./bindable.js";
import { openSqliteFile } from "./sqlite-file.js";

const path = temporaryFolder();

// libsql 0.5 aborts the process at a boolean or a lone Buffer: what these tests ask is also that they come to their end.
test("what ends libsql's process comes through the file's own statements", () => {
  const file = openSqliteFile(path("values.db"), { patience: 0 });
  const echo = (value: unknown): unknown => file.rows("select ? as value", value)[0];
  expect(echo(true)).toEqual({ value: 1 });
  expect(echo(false)).toEqual({ value: 0 });
  expect(echo(Buffer.from([1, 0, 2]))).toEqual({ value: Uint8Array.of(1, 0, 2) });
  expect(echo(Uint8Array.of(7, 8, 9).subarray(1))).toEqual({ value: Uint8Array.of(8, 9) });
  expect(echo(null)).toEqual({ value: null });
  expect(echo("words")).toEqual({ value: "words" });
  expect(file.rows("select typeof(?) as whole, typeof(?) as part", 2 ** 40, 0.5)).toEqual([
    { whole: "integer", part: "real" },
  ]);
  file.close();
  file.close();
});

test.each([
  [new Date(0)],
  [undefined],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [{ name: "x" }],
  [["x"]],
  [Symbol("x")],
])("%s is refused before it reaches the database", (value) => {
  expect(() => bindable(value)).toThrow(NotBindable);
});
