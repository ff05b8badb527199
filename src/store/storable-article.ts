import type { Article } from "../doc/article.js";
import { sha256 } from "../text/hash.js";
import type { Message } from "../text/message.js";

/**
 * The article in characters that a database can keep: a lone surrogate, which UTF-8 has no bytes for, and a zero character, at which SQLite's
 * libraries end a text, become U+FFFD each. That is one unit for one, so spans stay where they are. Nearly every article comes back as it is;
 * one whose text was changed has a new hash and a message that says so.
 */
export function storableArticle(article: Article): Article {
  const text = storableText(article.text);
  const facts = {
    ...article,
    id: storableText(article.id),
    url: storableOrNull(article.url),
    title: storableOrNull(article.title),
    outlet: storableOrNull(article.outlet),
    authors: article.authors.map(storableText),
  };
  if (text === article.text) return facts;
  return { ...facts, text, sha256: sha256(text), messages: [...article.messages, replaced] };
}

const replaced: Message = {
  code: "bytes-replaced",
  severity: "warning",
  span: null,
  reason: "The text has characters that a database cannot keep; each stands as U+FFFD.",
};

function storableOrNull(text: string | null): string | null {
  return text === null ? null : storableText(text);
}

function storableText(text: string): string {
  return text.replace(unstorable, "\ufffd");
}

const unstorable = /\0|\p{Surrogate}/gu;
