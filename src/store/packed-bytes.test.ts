import fc from "fast-check";
import { expect, test } from "vitest";
import { packBytes, unpackBytes } from "./packed-bytes.js";

test("bytes come back as they were", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(Buffer.from(unpackBytes(packBytes(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
});

test("a page is packed, and what would only grow is not", () => {
  const page = Buffer.from("<p>The quay at Orsen was shut on Monday.</p>".repeat(100));
  expect(packBytes(page)).toMatchObject({ coding: "br" });
  expect(packBytes(page).bytes.length).toBeLessThan(page.length / 20);
  expect(packBytes(Uint8Array.of(1, 2, 3)).coding).toBe("identity");
});

test("broken bytes and a coding of another version are refused", () => {
  expect(() => unpackBytes({ bytes: Uint8Array.of(1, 2, 3), coding: "br" })).toThrow();
  expect(() => unpackBytes({ bytes: Uint8Array.of(1), coding: "zstd" })).toThrow("Found the coding zstd");
});
