import { expect, test } from "vitest";
import { sha256 } from "./hash.js";

test("the hash of the empty text is the one in FIPS 180-4's examples", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("a text hashes as its UTF-8 bytes", () => {
  expect(sha256("Straße")).toBe(sha256(new TextEncoder().encode("Straße")));
});
