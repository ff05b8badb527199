import { expect, test } from "vitest";
import { isOfLibrary } from "./stray-faults.js";

function faultAt(...calls: readonly string[]): Error {
  const fault = new Error("no such page");
  fault.stack = ["Error: no such page", ...calls.map((call) => `    at ${call}`)].join("\n");
  return fault;
}

const library = "getPage (file:///app/node_modules/unpdf/dist/pdfjs.mjs:1:6994)";
const ours = "textOf (file:///app/dist/read/pdf/read-pdf.js:70:9)";

test("only what arose in the PDF library itself is kept from ending the process", () => {
  expect(isOfLibrary(faultAt(library, ours))).toBe(true);
  expect(isOfLibrary(faultAt("C:\\app\\node_modules\\unpdf\\dist\\pdfjs.mjs:1:6994", ours))).toBe(true);
  expect(isOfLibrary(faultAt(ours, library))).toBe(false);
  expect(isOfLibrary(faultAt(ours))).toBe(false);
  expect(isOfLibrary(new Error("of this test"))).toBe(false);
  expect(isOfLibrary("a word")).toBe(false);
  expect(isOfLibrary(undefined)).toBe(false);
});
