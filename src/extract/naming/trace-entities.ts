import type { FullyAnnotated } from "../../doc/document.js";
import type { Entity } from "../../record/entity.js";
import { type Span, spansOverlap } from "../../text/span.js";
import { wordsOf } from "../grammar/words.js";
import type { Trace } from "../provenance.js";

/** Tells of each entity which of its mentions are names that the names layer has, and which the rules linked: titles, descriptions, pronouns. */
export function traceEntities(document: FullyAnnotated, entities: readonly Entity[], trace: Trace): void {
  const words = wordsOf(document);
  const names = document.layers.names.names.map((name) => ({ ...name, span: words.span(name) }));
  const kindOf = (mention: Span): string => {
    const name = names.find(({ span }) => spansOverlap(span, mention));
    if (name !== undefined) return `a name that the names layer calls ${name.type} (${name.score.toFixed(2)})`;
    const range = words.range(mention);
    const pronoun = range !== null && range.end - range.first === 1 && words.upos(range.first) === "PRON";
    return pronoun ? "a pronoun that the rules link" : "a title or description that the rules link";
  };
  for (const { id, mentions } of entities) {
    const notes = mentions.map((span) => `“${document.text.slice(...span)}” ${span[0]}–${span[1]}: ${kindOf(span)}`);
    trace(id, { rule: "names, titles and pronouns that stand for the same", row: null, trigger: null, notes });
  }
}
