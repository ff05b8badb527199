import { expect, test } from "vitest";
import { toldArticle } from "../../test/link/told-article.js";
import { lineFacts } from "./line-facts.js";

const text = "The navy denied it at once. The mayor promised a new bridge. The guard shouted “Stop!”";
const { record } = toldArticle("mail", {
  text,
  said: [
    { speaker: "The navy", content: "it", act: "deny", sentence: "The navy denied it at once." },
    { speaker: "The mayor", content: "a new bridge", act: "promise", sentence: "The mayor promised a new bridge." },
    { speaker: "The guard", content: "Stop!", sentence: "The guard shouted “Stop!”" },
  ],
});
const at = text.indexOf("Stop!");
const statements = record.statements.map((one) =>
  one.content.text === "Stop!" ? { ...one, content: { ...one.content, quoted: [[at, at + 5] as const] } } : one,
);
const wordsOf = (id: string): string => lineFacts({ ...record, statements }, "statement", id).words;

test("of a word or two that say nothing alone the sentence is told, unless they are somebody's own", () => {
  expect(["st_1", "st_2", "st_3"].map(wordsOf)).toEqual(["The navy denied it at once.", "a new bridge", "Stop!"]);
});

test("the word for what was said has the particle that makes it another", () => {
  const told = "Piet Arlo ruled out a pact.";
  const [statement] = toldArticle("post", {
    text: told,
    said: [{ speaker: "Piet Arlo", content: "a pact", act: "deny", sentence: told }],
  }).record.statements;
  const cue = (phrase: string) => {
    const at = told.indexOf("ruled");
    return {
      text: "ruled",
      span: [at, at + 5] as const,
      lemma: "rule out",
      phrase: { text: phrase, span: [at, at + phrase.length] as const },
    };
  };
  const wordOf = (phrase: string) => {
    const article = { ...record.article, text: told };
    const own = { ...statement, cue: cue(phrase) } as (typeof statements)[number];
    return lineFacts({ ...record, article, statements: [own] }, "statement", own.id).word;
  };
  expect(wordOf("ruled out")).toBe("ruled out");
  expect(wordOf("ruled")).toBe("ruled");
});
