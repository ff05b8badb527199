import type { Article } from "../src/doc/article.js";
import type { Action } from "../src/record/action.js";
import type { Entity } from "../src/record/entity.js";
import { idOf } from "../src/record/id.js";
import type { Posture } from "../src/record/posture.js";
import type { ArticleRecord } from "../src/record/record.js";
import type { Statement } from "../src/record/statement.js";
import { sha256 } from "../src/text/hash.js";
import type { Span } from "../src/text/span.js";

/** An article for tests of the store, with what the test tells of it. */
export function simpleArticle(text: string, facts: Partial<Article> = {}): Article {
  const hash = sha256(text);
  return {
    id: `art_${hash.slice(0, 16)}`,
    url: null,
    title: null,
    outlet: null,
    authors: [],
    published: null,
    publishedFrom: facts.published == null ? null : "option",
    language: "en",
    sha256: hash,
    text,
    messages: [],
    ...facts,
  };
}

/**
 * A sound record of an article, made without a model: "Ada Lenz said …." is a statement, "Norland shelled Orsen." an action, "The Vell embassy
 * closed." a posture.
 */
export function simpleRecord({ messages, ...article }: Article, version = "1.0.0"): ArticleRecord {
  const said = [...article.text.matchAll(/(\p{Lu}\p{L}+ \p{Lu}\p{L}+) (said) ([^.]+)\./gu)];
  const shelled = [...article.text.matchAll(/(\p{Lu}\p{L}+) (shelled) (\p{Lu}\p{L}+)\./gu)];
  const closed = [...article.text.matchAll(/(The \p{Lu}\p{L}+ embassy) (closed)\./gu)];
  return {
    format: "sitrep.record/1",
    producer: { name: "sitrep", version, model: null },
    article,
    entities: said.map(entityOf),
    places: shelled.map((match, index) => ({
      id: idOf("pl", index + 1),
      ...wordsOf(match, 3),
      name: match[3] ?? null,
      kind: "city",
      country: null,
      lat: null,
      lon: null,
      geonames: null,
      precision: null,
    })),
    times: [],
    statements: said.map(statementOf),
    actions: shelled.map(actionOf),
    postures: closed.map(postureOf),
    stances: [],
    messages,
  };
}

type Match = RegExpMatchArray;

function entityOf(match: Match, index: number): Entity {
  const { span, text } = wordsOf(match, 1);
  return { id: idOf("en", index + 1), name: text, kind: "person", country: null, roles: [], mentions: [span] };
}

function statementOf(match: Match, index: number): Statement {
  const content = wordsOf(match, 3);
  return {
    id: idOf("st", index + 1),
    confidence: 1,
    speaker: { ...wordsOf(match, 1), entity: idOf("en", index + 1), naming: "named" },
    addressee: null,
    channel: null,
    cue: { ...wordsOf(match, 2), lemma: "say", phrase: wordsOf(match, 2) },
    act: "say",
    content: { spans: [content.span], quoted: [], text: content.text, form: "indirect" },
    hedge: null,
    negated: false,
    time: null,
    place: null,
    within: null,
    chain: [match[1] ?? ""],
    evidence: [sentenceOf(match)],
  };
}

function actionOf(match: Match, index: number): Action {
  return {
    id: idOf("ac", index + 1),
    confidence: 1,
    type: "ASSAULT",
    mode: null,
    cameo: null,
    actors: [{ ...wordsOf(match, 1), entity: null }],
    recipients: [{ ...wordsOf(match, 3), entity: null }],
    trigger: { ...wordsOf(match, 2), lemma: "shell" },
    status: "happened",
    time: null,
    place: idOf("pl", index + 1),
    accordingTo: null,
    evidence: [sentenceOf(match)],
  };
}

function postureOf(match: Match, index: number): Posture {
  return {
    id: idOf("po", index + 1),
    confidence: 1,
    institution: { kind: "mission", of: null, in: null },
    aspect: "operations",
    value: "closed",
    subject: { ...wordsOf(match, 1), entity: null },
    by: null,
    since: null,
    until: null,
    status: "happened",
    accordingTo: null,
    evidence: [sentenceOf(match)],
  };
}

function sentenceOf(match: Match): Span {
  const start = match.index ?? 0;
  return [start, start + match[0].length];
}

/** The words of a group; groups follow one another with one space between. */
function wordsOf(match: Match, group: number): { readonly text: string; readonly span: Span } {
  const before = match.slice(1, group).reduce((length, words) => length + words.length + 1, 0);
  const text = match[group] ?? "";
  const start = (match.index ?? 0) + before;
  return { text, span: [start, start + text.length] };
}
