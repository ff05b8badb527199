import { rangeAt } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import type { Channel } from "../../record/statement.js";
import { nounPhrase, phraseFrom } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import type { EntityTable } from "../naming/resolve-entities.js";
import type { ReadCue } from "./cue.js";
import { contains, overlaps } from "./draft.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** To whom something was said, and what carried it to the reader. */
export interface Hearers {
  readonly addressee: TokenRange | null;
  readonly channel: { readonly range: TokenRange; readonly kind: Channel["kind"] } | null;
}

/** Verbs whose object is the one spoken to. */
const toldVerbs =
  /^(?:tell|inform|brief|ask|assure|remind|warn|urge|notify|advise|order|instruct|promise|beg|implore|reassure|caution|text|email|command|direct|invite|encourage|persuade|alert|question|lecture)$/;
const channelPrepositions = /^(?:in|on|at|via|during|over|through|by|from|with)$/;
const speakingVerbs = /^(?:speak|talk|write|testify|appear|address|comment|tweet|post)$/;

/**
 * The addressee and the channel of a saying, from the objects and prepositional phrases of its cue and of a verb of speaking
 * beside it ("Speaking to reporters in Oslo, she said"). An outlet or an event that is told something is the channel.
 */
export function hearersOf(
  cue: ReadCue,
  kept: readonly TokenRange[],
  words: Words,
  lexicon: StatementLexicon,
  table: EntityTable,
): Hearers {
  const speaking = words
    .children(cue.head)
    .filter((child) => words.deprel(child).startsWith("advcl") && speakingVerbs.test(words.lemma(child)));
  let addressee: TokenRange | null = null;
  let channel: Hearers["channel"] = null;
  for (const verb of [cue.head, ...speaking]) {
    const tells = toldVerbs.test(words.lemma(verb));
    // A parser led astray by a quotation in front takes the object for something else, or hangs it on another verb.
    const within = verb + 1 < words.sentence(verb).end && words.upos(verb + 1) !== "PUNCT";
    const behind = tells && within ? phraseFrom(verb + 1, words, (token) => isDate(token, words)) : null;
    const object = behind && words.top(behind);
    const others = words.children(verb).filter((child) => child !== object);
    for (const child of object === null ? others : [object, ...others]) {
      const phrase = child === object && behind ? behind : withoutDate(child, words);
      if (kept.some((range) => overlaps(range, phrase))) continue;
      const relation = words.deprel(child);
      const preposition = words.children(child).find((one) => words.deprel(one) === "case");
      const told = tells && (child === object || /^(?:i?obj|nsubj:pass)$/.test(relation));
      const reached = relation.startsWith("obl") && preposition !== undefined && words.lower(preposition) === "to";
      const kind = channelKind(child, phrase, words, lexicon, table);
      const carried =
        relation.startsWith("obl") && preposition !== undefined && channelPrepositions.test(words.lower(preposition));
      if (kind !== null && (told || reached || carried)) channel ??= { range: phrase, kind };
      else if (told || (reached && isSomebody(child, words))) addressee ??= phrase;
    }
  }
  return { addressee, channel };
}

/** The noun's phrase: "a statement" of "in a statement on Monday". */
function withoutDate(noun: number, words: Words): TokenRange {
  return nounPhrase(noun, words, (child) => isDate(child, words) && !isDate(noun, words));
}

function isDate(token: number, words: Words): boolean {
  return /^(?:DATE|TIME)$/.test(rangeAt(words.layers.names.names, token)?.type ?? "");
}

function channelKind(
  head: number,
  phrase: TokenRange,
  words: Words,
  lexicon: StatementLexicon,
  table: EntityTable,
): Channel["kind"] | null {
  const { entity } = table.resolve(phrase);
  if (entity !== null && table.entities.find(({ id }) => id === entity)?.kind === "outlet") return "outlet";
  const name = rangeAt(words.layers.names.names, head);
  if (name && contains(phrase, name)) {
    if (name.type === "PERSON" || name.type === "GPE") return null;
  }
  return lexicon.channels.get(words.lemma(head)) ?? lexicon.channels.get(words.text(head)) ?? null;
}

/** Whether the noun or pronoun stands for people or a body of people, as far as its name or its form tells. */
export function isSomebody(token: number, words: Words): boolean {
  const name = rangeAt(words.layers.names.names, token);
  if (name) return /^(?:PERSON|ORG|NORP|GPE)$/.test(name.type);
  if (words.upos(token) === "PRON") return /^(?:me|him|her|us|them|you|reporters)$/i.test(words.text(token));
  return /(?:er|or|ist|ian|ant|man|men|woman|women|people|crowd|police|parliament|congress|press|public|media|mps?|lawmaker|official|colleague|friend|staff|member|ally|aide|leader|relative|family|troop|soldier|voter|minister|ambassador|diplomat|council|committee)s?$/i.test(
    words.lemma(token),
  );
}
