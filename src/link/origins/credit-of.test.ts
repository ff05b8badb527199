import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import { creditOf, isAnnouncedBy } from "./credit-of.js";

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

/** An article with one statement and one action; only their spans are looked at. */
function told(
  text: string,
  said: readonly [speaker: string, cue: string, content: string],
  trigger: string,
  actor = trigger,
) {
  const sentenceOf = ([start]: Span): Span => {
    const first = Math.max(text.lastIndexOf(". ", start) + 2, text.lastIndexOf("\n\n", start) + 2, 0);
    const ends = [text.indexOf(". ", start), text.indexOf("\n\n", start), text.length].filter((end) => end >= 0);
    return [first < 3 ? 0 : first, Math.min(...ends)];
  };
  const [speaker, cue, content] = said.map((words) => spanIn(text, words)) as [Span, Span, Span];
  const statement = {
    ...{ id: idOf("st", 1), speaker: { text: said[0], span: speaker }, cue: { text: said[1], span: cue } },
    ...{ content: { text: said[2], spans: [content] }, evidence: [sentenceOf(cue)] },
  } as unknown as Statement;
  const at = spanIn(text, trigger);
  const action = {
    ...{
      type: "ASSAULT",
      trigger: { text: trigger, span: at, lemma: trigger.replace(/s$|(?:p?ed)$/, "") },
      actors: [{ text: actor, span: spanIn(text, actor) }],
    },
    ...{ accordingTo: null, evidence: [sentenceOf(at)], recipients: [] },
  } as unknown as Action;
  const record = { article: { text }, statements: [statement], actions: [action], postures: [] };
  return { action, record: record as unknown as ArticleRecord, statement };
}

test("who ends a sentence vouches for all that stands before", () => {
  const { action, record, statement } = told(
    "The bus was hit near the bridge; two drivers saw it, she claimed.",
    ["she", "claimed", "two drivers saw it"],
    "was hit",
  );
  expect(creditOf(action, record)).toBe(statement);
});

test("who only begins a clause behind does not", () => {
  const { action, record } = told(
    "The bus was hit near the bridge, and the mayor said that nobody was hurt.",
    ["the mayor", "said", "that nobody was hurt"],
    "was hit",
  );
  expect(creditOf(action, record)).toBeNull();
});

test("a headline is told on the word of whoever tells the same in the first sentence below", () => {
  const { action, record, statement } = told(
    "Militia shells harbour of Karsk\n\nThe militia had shelled the harbour since dawn, the mayor said.",
    ["the mayor", "said", "The militia had shelled the harbour since dawn"],
    "shells",
  );
  expect(creditOf(action, record)).toBe(statement);
});

test("and is the article's own where that sentence tells something else", () => {
  const { action, record } = told(
    "Militia shells harbour of Karsk\n\nPrices of grain had never been as high, the mayor said.",
    ["the mayor", "said", "Prices of grain had never been as high"],
    "shells",
  );
  expect(creditOf(action, record)).toBeNull();
});

test.each([
  ["Norland later announced the same.", true],
  ["Norland has closed its port.", false],
])("%s is told by the doer: %s", (text, is) => {
  const { action, record } = told(text, ["Norland", "Norland", "Norland"], "Norland");
  expect(isAnnouncedBy(action, record)).toBe(is);
});

test("an act that others are only after or about is nobody's word, but what somebody is blamed for is", () => {
  const word = (text: string, content: string): Statement | null => {
    const { action, record } = told(text, ["the minister", "said", content], "raid");
    return creditOf({ ...action, accordingTo: idOf("st", 1) }, record);
  };
  const after = "talks go on after the raid";
  expect(word(`Then the minister said ${after}.`, after)).toBeNull();
  const main = "a raid is under way";
  expect(word(`Then the minister said ${main}.`, main)).not.toBeNull();
  const blame = "it blames Norland for the raid";
  expect(word(`Then the minister said ${blame}.`, blame)).not.toBeNull();
});

test("an act that only tells who is meant is nobody's word but the article's", () => {
  const kidnapped = (text: string, content: string, pupils: string): Statement | null => {
    const { action, record } = told(text, ["the minister", "said", content], "kidnapped");
    const recipients = [{ text: pupils, span: spanIn(text, pupils) }] as unknown as Action["recipients"];
    return creditOf({ ...action, accordingTo: idOf("st", 1), recipients }, record);
  };
  const deal = "the deal frees the kidnapped pupils";
  expect(kidnapped(`Then the minister said ${deal}.`, deal, "the kidnapped pupils")).toBeNull();
  const behind = "the deal frees pupils kidnapped by rebels";
  expect(kidnapped(`Then the minister said ${behind}.`, behind, "pupils")).toBeNull();
  const apart = "the deal frees a teacher of the pupils, who were kidnapped";
  expect(kidnapped(`Then the minister said ${apart}.`, apart, "a teacher of the pupils")).toBeNull();
  const whole = "rebels kidnapped the pupils";
  expect(kidnapped(`Then the minister said ${whole}.`, whole, "the pupils")).not.toBeNull();
});
