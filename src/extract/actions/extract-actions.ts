import type { FullyAnnotated } from "../../doc/document.js";
import type { Action } from "../../record/action.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Statement } from "../../record/statement.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { nounPhrase } from "../statements/sources.js";
import { statusIn, toldIn } from "../told-in.js";
import { type Words, wordsOf } from "../words.js";
import type { ActionLexicon } from "./action-lexicon.js";
import { child } from "./clause.js";
import { factualityOf } from "./factuality.js";
import { asAnnounced, findDuties, findFramedActs, servingPurpose } from "./find-framed-acts.js";
import { findNounActs } from "./find-noun-acts.js";
import { findVerbActs } from "./find-verb-acts.js";
import { nounsOf } from "./nouns.js";

/** Who did what to whom, in reading order; `time` and `place` are left open. */
export function extractActions(
  document: FullyAnnotated,
  statements: readonly Statement[],
  table: EntityTable,
  lexicon: ActionLexicon,
): Action[] {
  const words = wordsOf(document);
  const nouns = nounsOf(document, words, table);
  const verbActs = findVerbActs(words, nouns, lexicon);
  const found = [...verbActs, ...findNounActs(verbActs, words, nouns, lexicon)];
  const plain = found.map((act) => servingPurpose(act, found, words));
  const framed = findFramedActs(plain, words, nouns, lexicon);
  const framing = new Set(framed.map(({ head }) => head));
  const own = plain.filter(({ head }) => !framing.has(head));
  const acts = [...[...own, ...framed].map((act) => asAnnounced(act, words)), ...findDuties(words, nouns)];
  const nextId = idCounter("ac");
  return acts
    .filter(
      ({ actors, recipients, kind }) =>
        actors.length + recipients.length > 0 || /^(?:ASSAULT|PROTEST)$/.test(kind.type),
    )
    .sort((a, b) => a.trigger.first - b.trigger.first)
    .flatMap((act) => {
      const evidence = evidenceOf([words.span(words.sentence(act.head))]);
      if (evidence === null) return [];
      const span = words.span(act.trigger);
      const statement = toldIn(span, statements);
      return [
        {
          id: nextId(),
          ...act.kind,
          actors: act.actors.map((noun) => actorOf(noun, statement, words, table)),
          recipients: act.recipients.map((noun) => mentionOf(noun, words, table)),
          trigger: { text: words.slice(act.trigger), span, lemma: act.lemma },
          status: statusIn(statement, act.status ?? factualityOf(act.head, words, lexicon)),
          time: null,
          place: null,
          accordingTo: statement?.id ?? null,
          evidence,
        },
      ];
    });
}

/** The actor; a pronoun that stands for nobody known is the one who says it: "the union said it would strike". */
function actorOf(noun: number, statement: Statement | null, words: Words, table: EntityTable): Mention {
  const mention = mentionOf(noun, words, table);
  if (mention.entity !== null || !/^(?:it|they|he|she|we|i)$/i.test(mention.text)) return mention;
  const speaker = statement?.speaker ?? null;
  if (speaker !== null) return { text: speaker.text, span: speaker.span, entity: speaker.entity };
  const sayer = sayerOf(noun, words);
  return sayer === null ? mention : mentionOf(sayer, words, table);
}

/** The subject of the verb whose clause the pronoun stands in, where no statement tells it. */
function sayerOf(pronoun: number, words: Words): number | null {
  let verb = words.head(pronoun);
  for (let step = 0; step < 4; step++) {
    const head = words.head(verb);
    const subject = words.deprel(verb) === "ccomp" ? child(head, words, /^nsubj$/) : null;
    if (subject !== null) return words.upos(subject) === "PRON" ? null : subject;
    if (head === verb) return null;
    verb = head;
  }
  return null;
}

/** The noun with what belongs to it, without those joined to it and without clauses. */
function mentionOf(noun: number, words: Words, table: EntityTable): Mention {
  const range = nounPhrase(noun, words, (one) => /^(?:conj|acl|advcl|cc|list)/.test(words.deprel(one)));
  return { text: words.slice(range), span: words.span(range), entity: table.resolve(range).entity };
}
