import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { recordedEffects } from "../../test/recorded-effects.js";
import { nothingKnown } from "../read/known-facts.js";
import { openInputs } from "./open-inputs.js";
import { uploadName, withUploads } from "./uploads.js";

test.each([
  ["report.pdf", "report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\notes\\a.txt", "a.txt"],
  ["https://mail.example/a", "a"],
  ["official:us-advisories", "official_us-advisories"],
  ["-", "file"],
  ["sitrep.json", "file"],
  ["a\u202e\u0007b.txt", "ab.txt"],
  ["", "file"],
])("a file that calls itself %j is told of as %j", (given, name) => {
  expect(uploadName(given)).toBe(name);
});

test("a file that was handed over is read, and what lies beside a file of its name on the disk is not", async () => {
  const facts = JSON.stringify({ "note.txt": { outlet: "Somebody else" } });
  const { effects } = recordedEffects({ files: { "sitrep.json": facts, "note.txt": "Not this one." } });
  const world = withUploads([{ name: "note.txt", bytes: Buffer.from("The quay is shut.") }], effects);
  const readings = await allOf(openInputs(["note.txt"], { ...nothingKnown, published: "2031-03-04" }, world));
  expect(readings).toMatchObject([
    { kind: "article", article: { text: "The quay is shut.", outlet: null, published: "2031-03-04" } },
  ]);
});
