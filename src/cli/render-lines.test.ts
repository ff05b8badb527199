import { expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import { storedAs } from "../../test/stored-record.js";
import type { ArticleRecord } from "../record/record.js";
import { linesOfRecord } from "../store/lines-of-record.js";
import { type LineView, lineView } from "../view/line-view.js";
import { renderLines } from "./render-lines.js";
import { plainStyle } from "./style.js";

const facts = { outlet: "Orsen Mail", published: "2031-03-04", title: "Quay shut" };
const one = simpleRecord(
  simpleArticle("Ada Lenz said the quay was shut. Norland shelled Orsen. The Vell embassy closed.", {
    id: "one",
    ...facts,
  }),
);
const two = simpleRecord(simpleArticle("Bo Marsh said no.", { id: "two@2" }));

function viewsOf(record: ArticleRecord): readonly LineView[] {
  const stored = storedAs(record);
  return linesOfRecord(record).map(({ id, kind }) => lineView({ stored, id, kind }));
}

test("lines stand under their articles, and each ends in its id", () => {
  const lines = [...viewsOf(one), ...viewsOf(two)];
  expect(renderLines(lines, { style: plainStyle, width: 80 })).toBe(`4 Mar 2031 · Orsen Mail · Quay shut one
  Ada Lenz · said
    the quay was shut one/st_1
  Norland → Orsen · attack “shelled” · at Orsen
    Norland shelled Orsen. one/ac_1
  The Vell embassy · closed
    The Vell embassy closed. one/po_1

date unknown · (no title) two@2
  Bo Marsh · said
    Bo Marsh said no. two@2/st_1
`);
});

test("a hedge, a status and who says so stand behind the facts", () => {
  const [statement] = viewsOf(one);
  if (statement === undefined) throw new Error("the record has no statement");
  const told: LineView = {
    ...statement,
    type: "threaten",
    word: "said",
    status: "negated",
    hedge: "reportedly",
    accordingTo: ["Orsen Mail", "two officers"],
    when: "2031-03-03",
    whom: "reporters",
  };
  expect(renderLines([told], { style: plainStyle, width: 120 })).toContain(
    "  Ada Lenz · said (threatened) · to reporters · not said · hedged “reportedly” · 3 March 2031 · according to Orsen Mail\n",
  );
});

test.each([
  ["deny", "denied", "denied"],
  ["other", "noted", "noted"],
  ["warn", "cautioned", "cautioned (warned)"],
  ["order", null, "ordered"],
])("an act of %s by the word %s reads %s", (type, word, shown) => {
  const [statement] = viewsOf(one);
  if (statement === undefined) throw new Error("the record has no statement");
  expect(renderLines([{ ...statement, type, word }], { style: plainStyle, width: 80 })).toContain(
    `  Ada Lenz · ${shown}\n`,
  );
});

test("no lines are no page", () => {
  expect(renderLines([], { style: plainStyle, width: 80 })).toBe("");
});
