import { expect, test } from "vitest";
import type { Correction, CorrectionDetail, LineAnchor } from "../link/corrections/correction.js";
import { heldBefore } from "../link/corrections/held-before.js";
import { beforeWords } from "./before-words.js";
import { correctionChanges } from "./correction-changes.js";
import { correctionView } from "./correction-view.js";

const line = (at: number): LineAnchor => ({
  ...{ article: "pier", kind: "action", label: "AID", span: [at, at + 4], words: "sent", evidence: "Sulk sent tugs." },
});
const why = null;

function made(...details: readonly CorrectionDetail[]): readonly Correction[] {
  return details.map((detail, at) => ({ key: at + 1, at: "2031-05-05", by: "ana", subject: "pier/ac_1", detail }));
}

function changesIn(...details: readonly CorrectionDetail[]) {
  const all = made(...details);
  return all.map((one) => correctionChanges(one, heldBefore(all)));
}

test("what is confirmed, rejected, assigned and graded is told with what held of it before", () => {
  const lines = [line(5)];
  expect(
    changesIn(
      ...[{ kind: "confirm", lines, why } as const, { kind: "hide", lines: [line(5), line(20)], why } as const],
      ...[{ kind: "assign", lines, text: "Ben", why } as const, { kind: "assign", lines, text: "Eva", why } as const],
      ...[{ kind: "grade", outlet: "Pier Post", grade: "B", why } as const],
      ...[{ kind: "grade", outlet: "Pier Post", grade: "D", why } as const],
      { kind: "note", lines, text: "see the log", why },
    ).flat(),
  ).toEqual([
    { field: "review", before: "not reviewed", after: "confirmed" },
    { field: "review", before: "confirmed, not reviewed", after: "rejected" },
    { field: "assigned", before: null, after: "Ben" },
    { field: "assigned", before: "Ben", after: "Eva" },
    { field: "grade", before: null, after: "B" },
    { field: "grade", before: "B", after: "D" },
    { field: "note", before: null, after: "see the log" },
  ]);
});

test("what was taken back no longer holds, holds again once that is undone, and undoing is the way back", () => {
  const lines = [line(5)];
  const [, undone, again, undoneAgain, last] = changesIn(
    ...[{ kind: "confirm", lines, why } as const, { kind: "undo", correction: 1, why } as const],
    ...[{ kind: "hide", lines: [line(20)], why } as const, { kind: "undo", correction: 2, why } as const],
    { kind: "hide", lines, why },
  );
  expect(undone).toEqual([{ field: "review", before: "confirmed", after: "not reviewed" }]);
  expect(again).toEqual([{ field: "review", before: "not reviewed", after: "rejected" }]);
  expect(undoneAgain).toEqual([{ field: "review", before: "not reviewed", after: "confirmed" }]);
  expect(last).toEqual([{ field: "review", before: "confirmed", after: "rejected" }]);
});

test("a corrected field is told with what it held, unless that was not kept", () => {
  const fields = (was: boolean) => [
    {
      ...{ field: "status", written: "denied", value: { form: "word", value: "denied" } as const },
      ...(was ? { was: { form: "word", value: "claimed" } as const } : {}),
    },
  ];
  const all = made(
    { kind: "relabel", line: line(5), fields: fields(true), why },
    { kind: "relabel", line: line(5), fields: fields(false), why },
  );
  const [kept, old] = all.map((correction) =>
    correctionView({ correction, undone: null, lost: [], before: heldBefore(all) }),
  );
  expect(kept?.changes).toEqual([{ field: "status", before: "claimed", after: "denied" }]);
  expect(old?.changes).toEqual([{ field: "status", before: null, after: "denied" }]);
  expect([kept, old].map((view) => (view === undefined ? null : beforeWords(view)))).toEqual(["claimed", null]);
});

test("what the sentence of a correction has is not told again beside it", () => {
  const entity = { id: "wh_1", name: "Sulk", members: [] };
  const all = made({ kind: "rename-entity", entity, name: "Irena Sulk", why });
  const [view] = all.map((correction) =>
    correctionView({ correction, undone: null, lost: [], before: heldBefore(all) }),
  );
  expect(view).toMatchObject({ changes: [{ field: "name", before: "Sulk", after: "Irena Sulk" }] });
  expect(view && beforeWords(view)).toBeNull();
});
