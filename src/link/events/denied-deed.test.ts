import { expect, test } from "vitest";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { deniesItself, isDeedDenied } from "./denied-deed.js";

const deed = (word: string, who: string | null, whom: string | null = null) => ({ word, who, whom });

test.each([
  ["the Vane Front had seized the harbour", deed("seizure", "Vane Front", "the harbour"), true],
  ["the VFM had seized the harbour", deed("seized", "Vane Front Movement", "the harbour"), true],
  ["the Vane Front had seized the harbour", deed("has taken", "Vane Front", "the harbour"), true],
  ["the Norland consul was shot in Karsk", deed("shot", null, "the Norland consul"), true],
])("“%s” denied is this act: %j", (clause, told, expected) => {
  expect(isDeedDenied(clause, told)).toBe(expected);
});

test.each([
  ["another's part in it", "the Vane Front helped to evacuate Norland’s envoys", deed("evacuated", "Norland")],
  ["another act", "the Vane Front had seized the harbour", deed("took", "Vane Front", "the ferries")],
  ["what the clause mentions", "the navy escorted ships that had shelled Karsk", deed("shelled", "navy", "Karsk")],
  ["another's death", "the Norland consul was shot in Karsk", deed("shot", "Vane Front", "the Norland cook")],
])("an act is not denied by a denial of %s", (_, clause, told) => {
  expect(isDeedDenied(clause, told)).toBe(false);
});

test.each([
  ["Orsen denies that the Norland mission has left.", "the Norland mission", true],
  ["The Norland mission has not left, Orsen said.", "The Norland mission", true],
  ["Orsen denies fear behind the Norland mission leaving.", "the Norland mission", false],
  ["No danger makes it right to recall the Norland mission.", "the Norland mission", false],
  ["The envoys have not left, Orsen said.", "The envoys", false],
])("“%s” denies the state itself: %s", (text, subject, expected) => {
  const at = text.indexOf(subject);
  const posture = {
    ...{ status: "denied", evidence: [[0, text.length]], institution: { kind: "mission", of: "NO", in: "SE" } },
    subject: { text: subject, span: [at, at + subject.length], entity: null },
  } as unknown as Posture;
  const other = { institution: { kind: "mission", of: "FI", in: "SE" } };
  const record = { article: { text }, postures: [posture, other] } as unknown as ArticleRecord;
  expect(deniesItself(posture, record)).toBe(expected);
});
