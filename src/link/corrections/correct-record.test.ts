import { describe, expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import type { ArticleRecord } from "../../record/record.js";
import { correctRecord, hiddenLines, withoutHidden } from "./correct-record.js";
import { type Correction, inEffect, type LineCorrection, undoneBy } from "./correction.js";
import { anchorOf, correctableLines } from "./find-anchored.js";
import { readField, relabelled } from "./relabel.js";

const text =
  "Ada Lenz said the quay was shut. Bo Marsh said Ada Lenz lied. Norland shelled Orsen. The Vell embassy closed.";
const record = simpleRecord(simpleArticle(text, { id: "one" }));

function claim(id: string, of: ArticleRecord = record) {
  const found = correctableLines(of).find(({ line }) => line.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function correction(detail: LineCorrection["detail"], key = 1): LineCorrection {
  return { key, at: "2031-03-07T12:00:00Z", by: "ana", subject: "one/x", detail };
}

const hide = (id: string, key = 1): LineCorrection =>
  correction({ kind: "hide", lines: [anchorOf(claim(id), record)], why: null }, key);

function relabel(id: string, fields: readonly string[], key = 1): LineCorrection {
  const values = fields.map((field) => {
    const read = readField(field, claim(id), record);
    if (read.kind === "refused") throw new Error(read.reason);
    return read.value;
  });
  return correction({ kind: "relabel", line: anchorOf(claim(id), record), fields: values, why: null }, key);
}

describe("hide", () => {
  test("marks the line, and what is shown has it no more", () => {
    const { record: corrected, marks, lost } = correctRecord(record, [hide("ac_1")]);
    expect(marks).toEqual([
      { line: "ac_1", correction: 1, kind: "hide", by: "ana", at: "2031-03-07T12:00:00Z", why: null },
    ]);
    expect(lost).toEqual([]);
    expect(corrected).toEqual(record);
    expect(withoutHidden(corrected, hiddenLines(marks)).actions).toEqual([]);
  });

  test("a hidden statement stays in the record where an action is told in it", () => {
    const told = { ...record, actions: record.actions.map((one) => ({ ...one, accordingTo: claim("st_1").line.id })) };
    const shown = withoutHidden(told as ArticleRecord, new Set(["st_1", "st_2"]));
    expect(shown.statements.map(({ id }) => id)).toEqual(["st_1"]);
  });

  test("finds its line by its words, whatever its id and however its ends moved", () => {
    const [action] = record.actions;
    if (action === undefined) throw new Error("an action is needed");
    const [start, end] = action.trigger.span;
    const moved = {
      ...record,
      actions: [
        { ...action, id: "ac_7", trigger: { ...action.trigger, span: [start, end + 2] } },
        { ...action, id: "ac_1", trigger: { ...action.trigger, span: [0, 3] } },
      ],
    } as unknown as ArticleRecord;
    expect(correctRecord(moved, [hide("ac_1")]).marks.map(({ line }) => line)).toEqual(["ac_7"]);
  });

  test("of a later version it hides the line over the same words in the same sentence, and misses none that is gone", () => {
    const edited = simpleRecord(simpleArticle(`New. ${text}`, { id: "one@2" }));
    expect(correctRecord(edited, [hide("st_2")]).marks.map(({ line }) => line)).toEqual(["st_2"]);
    const other = simpleRecord(simpleArticle("Bo Marsh said nobody lied.", { id: "one@2" }));
    expect(correctRecord(other, [hide("st_2")])).toEqual({ record: other, marks: [], lost: [] });
  });

  test("where no line is over its words any more it is lost, and says so", () => {
    const without = { ...record, actions: [] };
    const { marks, lost } = correctRecord(without, [hide("ac_1")]);
    expect(marks).toEqual([]);
    expect(lost).toEqual([{ correction: 1, reason: 'no line is over the words "shelled" any more' }]);
  });

  test("has nothing to do with other articles", () => {
    const other = simpleRecord(simpleArticle(text, { id: "two" }));
    expect(correctRecord(other, [hide("st_1")]).marks).toEqual([]);
  });
});

describe("relabel", () => {
  test("gives fields their new values, the later correction over the earlier", () => {
    const corrections = [
      relabel("ac_1", ["status=denied", "type=COERCE"]),
      relabel("ac_1", ["status=possible", "place=none"], 2),
    ];
    const { record: corrected, marks, lost } = correctRecord(record, corrections);
    expect(lost).toEqual([]);
    expect(marks.map(({ correction: key }) => key)).toEqual([1, 2]);
    expect(corrected.actions[0]).toMatchObject({ status: "possible", type: "COERCE", place: null });
    expect(corrected.statements).toEqual(record.statements);
  });

  test("a statement by somebody else has their words, and its chain ends with them", () => {
    const { record: corrected } = correctRecord(record, [
      relabel("st_2", ["who=Ada Lenz", "act=deny", "negated=true"]),
    ]);
    expect(corrected.statements[1]).toMatchObject({ act: "deny", negated: true });
    // Her name does not stand in that sentence under her own entity, so the words there stay and are read as her.
    expect(corrected.statements[1]?.speaker).toEqual({
      text: "Bo Marsh",
      span: [33, 41],
      entity: "en_1",
      naming: "named",
    });
    expect(corrected.statements[1]?.chain).toEqual(["Bo Marsh"]);
  });

  test("nobody: a statement without a speaker", () => {
    const { record: corrected } = correctRecord(record, [relabel("st_1", ["who=none"])]);
    expect(corrected.statements[0]).toMatchObject({ speaker: null, chain: [] });
  });

  test.each<readonly [string, string, RegExp]>([
    ["st_1", "status=denied", /the field of the statement being one of act, negated/],
    ["st_1", "who=Nobody Here", /who: found "Nobody Here"; expected none or one of en_1 \(Ada Lenz\), en_2/],
    ["st_1", "negated=maybe", /negated: found "maybe"; expected true or false/],
    ["ac_1", "time=ti_4", /time: found "ti_4"; expected none/],
    ["ac_1", "status", /expected field=value/],
  ])("%s %s is refused", (id, field, reason) => {
    expect(readField(field, claim(id), record)).toEqual({ kind: "refused", reason: expect.stringMatching(reason) });
  });

  test.each<readonly [string, readonly string[]]>([
    ["ac_1", ["status=perhaps"]],
    ["ac_1", ["type=none"]],
    ["po_1", ["value=recalled"]],
    ["po_1", ["aspect=border", "value=evacuated"]],
    ["st_1", ["naming=well-known"]],
  ])("%s %s is nothing that a record can have", (id, fields) => {
    const { detail } = relabel(id, fields);
    if (detail.kind !== "relabel") throw new Error("a relabelling is needed");
    expect(relabelled(claim(id), detail.fields, record)).toMatchObject({ kind: "refused" });
    expect(correctRecord(record, [relabel(id, fields)])).toMatchObject({
      record,
      marks: [],
      lost: [{ correction: 1 }],
    });
  });

  test("aspect and value together", () => {
    const { record: corrected } = correctRecord(record, [relabel("po_1", ["aspect=border", "value=reopened"])]);
    expect(corrected.postures[0]).toMatchObject({ aspect: "border", value: "reopened" });
  });
});

test("what is taken back is not in effect, and what takes back can be taken back", () => {
  const undo = (key: number, of: number): Correction => ({
    ...correction({ kind: "hide", lines: [], why: null }, key),
    detail: { kind: "undo", correction: of, why: null },
  });
  const keys = (all: readonly Correction[]): readonly number[] => inEffect(all).map(({ key }) => key);
  const made = [hide("st_1", 1), hide("ac_1", 2)];
  expect(keys([...made, undo(3, 1)])).toEqual([2]);
  expect(keys([...made, undo(3, 1), undo(4, 3)])).toEqual([1, 2]);
  expect(keys([...made, undo(3, 1), undo(4, 3), undo(5, 4)])).toEqual([2]);
  expect([...undoneBy([...made, undo(3, 1), undo(4, 3)]).keys()]).toEqual([3]);
});
