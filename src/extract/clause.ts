import type { Words } from "./words.js";

/** A noun beside a verb or another noun, with the preposition before it. */
export interface Oblique {
  readonly token: number;
  readonly preposition: string;
}

/** Who does the verb's deed: its subject, the agent of a passive, or whoever a clause without a subject borrows; `null` where nobody is told. */
export function agentOf(verb: number, words: Words, depth = 0): number | null {
  if (isPassive(verb, words)) return agentOfPassive(verb, words);
  return surfaceSubject(verb, words, depth);
}

/** Whom or what the deed is done to: the object, or the subject of a passive; `null` where there is none. */
export function patientOf(verb: number, words: Words): number | null {
  if (isPassive(verb, words)) return surfaceSubject(verb, words, 0);
  return (
    child(verb, words, /^obj$/) ?? child(verb, words, /^iobj$/) ?? strayObject(verb, words) ?? phraseBehind(verb, words)
  );
}

/** A noun behind the verb without a preposition: whatever the parser calls it, there is no better object. */
function strayObject(verb: number, words: Words): number | null {
  return (
    words
      .children(verb)
      .find((one) => one > verb && one < verb + 8 && stray.test(words.deprel(one)) && isBareNoun(one, words)) ?? null
  );
}

/** The noun of the phrase that starts right behind the verb and that the parser hung elsewhere. */
function phraseBehind(verb: number, words: Words): number | null {
  const { end } = words.sentence(verb);
  let last: number | null = null;
  for (let i = verb + 1; i < Math.min(end, verb + 8); i++) {
    if (/^(?:NOUN|PROPN)$/.test(words.upos(i))) last = i;
    else if (!/^(?:DET|ADJ|NUM)$/.test(words.upos(i)) && !/^(?:['’]s|['’]|its|his|her|their)$/i.test(words.text(i)))
      break;
  }
  // What hangs on a word before the verb or on the verb itself has been looked at.
  return last !== null && words.head(last) > last && words.deprel(last) !== "nsubj" ? last : null;
}

/** Whether the verb stands in the passive: "was arrested", "arrested by", "two editors arrested in March". */
export function isPassive(verb: number, words: Words): boolean {
  const children = words.children(verb);
  if (children.some((one) => /^(?:aux:pass|nsubj:pass|obl:agent)$/.test(words.deprel(one)))) return true;
  // A headline's "Tourists told to leave": who tells has somebody to tell.
  if (toldTo.test(words.lower(verb)) && words.lower(verb + 1) === "to")
    return !/^(?:have|has|had)$/.test(words.lower(verb - 1));
  if (/ing$/i.test(words.text(verb)) || children.some((one) => words.deprel(one) === "obj")) return false;
  if (isParticipleAside(verb, words)) return true;
  if (words.deprel(verb) === "acl") return !children.some((one) => words.lower(one) === "to");
  if (words.deprel(verb) !== "conj" || children.some((one) => /^(?:nsubj|aux)/.test(words.deprel(one)))) return false;
  const head = words.head(verb);
  return head !== verb && words.upos(head) === "VERB" && isPassive(head, words);
}

/** "The embassy, cut to a team of six, …", "Asked about the order, she …", "when asked". */
function isParticipleAside(verb: number, words: Words): boolean {
  if (words.deprel(verb) !== "advcl" || !/Tense=Past.*VerbForm=Part/.test(words.feats(verb))) return false;
  if (words.children(verb).some((one) => /^(?:nsubj|aux|cop|iobj)/.test(words.deprel(one)))) return false;
  if (/^(?:when|if|once|though|although)$/.test(words.lower(verb - 1))) return true;
  return words.upos(verb - 1) === "PUNCT" || words.sentence(verb).first === verb;
}

/** "The official, asked whether that was so, said", "Asked about the order, she said": whoever is asked, asks nothing. */
export function isAskedAside(verb: number, words: Words): boolean {
  if (words.lower(verb) !== "asked") return false;
  const opens = words.sentence(verb).first === verb || /^(?:,|when|if|once)$/i.test(words.text(verb - 1));
  return opens && /^(?:about|whether|if|by|how|why|what|when|where|to)$/.test(words.lower(verb + 1));
}

const toldTo = /^(?:told|urged|ordered|advised|instructed|forced|allowed|warned|invited)$/;

/** Whether the word says what somebody is: "was critical", "are on strike". */
export function isPredicate(token: number, words: Words): boolean {
  return words.children(token).some((one) => words.deprel(one) === "cop" && words.lemma(one) === "be");
}

/** The nouns that hang on a verb or noun by a preposition. */
export function obliquesOf(token: number, words: Words): readonly Oblique[] {
  return words.children(token).flatMap((one) => {
    const preposition = /^(?:obl|nmod|obj|appos|dep)(?::agent)?$/.test(words.deprel(one))
      ? prepositionOf(one, words)
      : null;
    return preposition === null ? [] : [{ token: one, preposition }];
  });
}

/** The same with what hangs on those, nearest first: of "a halt of aid to Egypt" the aid, then Egypt. */
export function nestedObliquesOf(token: number, words: Words): readonly Oblique[] {
  const own = obliquesOf(token, words);
  // Behind "according to" stands who says so, and whatever hangs on that.
  const inner = own
    .filter(({ preposition }) => preposition !== "according")
    .flatMap((one) => obliquesOf(one.token, words));
  return [...own, ...inner, ...inner.flatMap((one) => obliquesOf(one.token, words))];
}

/** The preposition that marks the noun, "because of" as "because"; `null` where there is none. */
export function prepositionOf(noun: number, words: Words): string | null {
  // The parser may hang the preposition of "with former president Ana Ruiz" on the name.
  const marked = [
    noun,
    ...words.children(noun).filter((one) => /^(?:compound|flat|appos|nmod:desc)$/.test(words.deprel(one))),
  ];
  for (const one of marked) {
    const mark = child(one, words, /^case$/);
    if (mark !== null && mark < noun && mark < one) return words.lower(mark);
  }
  return null;
}

/** The noun and those joined to it: "Turkey, Russia and Iran". */
export function joined(noun: number, words: Words): readonly number[] {
  const others = words.children(noun).filter((one) => words.deprel(one) === "conj" && isNominal(one, words));
  return [noun, ...others.flatMap((one) => joined(one, words))];
}

export function isNominal(token: number, words: Words): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM|X)$/.test(words.upos(token));
}

/** The first dependent whose relation fits. */
export function child(token: number, words: Words, relation: RegExp): number | null {
  return words.children(token).find((one) => relation.test(words.deprel(one))) ?? null;
}

/** Words whose infinitive is the deed of their object: "ordered the staff to leave". */
const objectControl =
  /^(?:order|urge|tell|ask|force|allow|permit|enable|help|instruct|command|direct|advise|warn|persuade|convince|encourage|invite|require|compel|request|want|press|pressure|lead|cause|send|authorize|appoint|let|make|give|call|beg|implore|dispatch|deploy|expect)$/;

/** Relations that the parser gives to a subject or an object that it does not recognise. */
const stray =
  /^(?:appos|vocative|nmod|nmod:poss|nmod:desc|compound|dep|ccomp|xcomp|obl|nsubj|nsubj:pass|parataxis|list|flat)$/;

function isBareNoun(token: number, words: Words): boolean {
  if (!/^(?:NOUN|PROPN|PRON)$/.test(words.upos(token)) || prepositionOf(token, words) !== null) return false;
  return !words.children(token).some((one) => /^(?:cop|aux|mark|nsubj)/.test(words.deprel(one)));
}

function surfaceSubject(verb: number, words: Words, depth: number): number | null {
  const found = grammaticalSubject(verb, words, depth);
  const { first } = words.sentence(verb);
  const start = depth === 0 ? datelineEnd(first, verb, words) : first;
  if (found !== null && found >= start) return found;
  return depth === 0 && !isInfinitive(verb, words) && !/ing$/i.test(words.text(verb))
    ? nounBefore(verb, start, words)
    : null;
}

/** Where the sentence goes on behind a dateline ("KABUL, Afghanistan — "), as far as it lies before the verb; its start where it has none. */
export function datelineEnd(first: number, verb: number, words: Words): number {
  const shouted = /^\p{Lu}{3,}$/u.test(words.text(first));
  for (let i = first + 1; i < Math.min(verb, first + 14); i++) {
    const word = words.text(i);
    if (shouted && word === ":") return i + 1;
    if (/^(?:-+|[–—])$/.test(word)) return isSpaced(i, words) ? i + 1 : first;
    // "(Coastal Wire) - " goes on to the dash.
    if (word === ")" && !/^(?:-+|[–—])$/.test(words.text(i + 1))) return isAgency(i, words) ? i + 1 : first;
    if (!shouted && !/^(?:[\p{Lu}\p{N}]|[,(.)])/u.test(word)) return first;
  }
  return first;
}

/** Whether the bracket closes an agency's letters before a clause of its own: "(AP) The union", and not "the Libyan army (LNA) agreed". */
function isAgency(bracket: number, words: Words): boolean {
  if (!/^[(]\p{Lu}{2,}[)]$/u.test(words.slice({ first: bracket - 2, end: bracket + 1 }))) return false;
  return /^(?:DET|PROPN|NOUN|ADJ|NUM|PRON)$/.test(words.upos(bracket + 1));
}

/** Whether a dash stands between two words and not within one: "Harare, Zimbabwe - The leader". */
function isSpaced(dash: number, words: Words): boolean {
  return (
    words.span({ first: dash - 1, end: dash + 1 })[1] - words.text(dash).length >
    words.span({ first: dash - 1, end: dash })[1]
  );
}

/** The noun right before the verb and its auxiliaries, or the one that its preposition hangs it on: "police in Lagos have arrested". */
function nounBefore(verb: number, start: number, words: Words): number | null {
  let at = verb - 1;
  const passable = (token: number) =>
    /^(?:AUX|ADV|PART)$/.test(words.upos(token)) || words.deprel(token).endsWith(":unmarked");
  while (at > start && passable(at)) at--;
  for (let step = 0; step < 4 && at >= start; step++) {
    if (!/^(?:NOUN|PROPN|PRON)$/.test(words.upos(at))) return null;
    const top = topOfName(at, start, words);
    if (prepositionOf(top, words) === null) return top;
    const head = words.head(top);
    if (head < top && head >= start && isNominal(head, words)) at = head;
    else {
      const mark = child(top, words, /^case$/);
      if (mark === null || mark > at) return null;
      at = mark - 1;
    }
  }
  return null;
}

/** The token that governs the name or phrase which ends with the token. */
function topOfName(token: number, start: number, words: Words): number {
  let top = token;
  while (
    /^(?:flat|compound|appos|nmod:desc)$/.test(words.deprel(top)) &&
    words.head(top) < top &&
    words.head(top) >= start
  )
    top = words.head(top);
  return top;
}

function grammaticalSubject(verb: number, words: Words, depth: number): number | null {
  if (depth > 6) return null;
  const own =
    child(verb, words, /^nsubj(?::pass|:outer)?$/) ??
    words.children(verb).find((one) => one < verb && stray.test(words.deprel(one)) && isBareNoun(one, words)) ??
    null;
  const head = words.head(verb);
  if (own !== null) {
    const relative = /^(?:who|which|that|whom)$/.test(words.lower(own)) && words.deprel(verb).startsWith("acl");
    return relative ? head : own;
  }
  if (head === verb) return null;
  // "Gave two envoys a day to leave": they leave.
  const given = words.lemma(head) === "give" && isInfinitive(verb, words) ? child(head, words, /^iobj$/) : null;
  if (given !== null) return given;
  const blamed = isGroundOfBlame(verb, words) ? patientOf(head, words) : null;
  if (blamed !== null && blamed < verb) return blamed;
  const up = () => surfaceSubject(head, words, depth + 1);
  switch (words.deprel(verb)) {
    case "conj":
    case "parataxis":
    case "advcl":
    case "aux":
      return isNominal(head, words) ? child(head, words, /^nsubj$/) : up();
    case "xcomp":
    case "ccomp": {
      const object = isPassive(head, words) ? null : patientOf(head, words);
      if (object !== null && object < verb && objectControl.test(words.lemma(head))) return object;
      return words.deprel(verb) === "xcomp" || isInfinitive(verb, words) ? up() : null;
    }
    case "acl:relcl":
      return null;
    case "acl":
      return isInfinitive(verb, words) ? ownerOrSubject(head, words, depth) : head;
    default:
      return null;
  }
}

/** "Punished Kenya for sending troops", "accused the ship of ramming a boat": who is punished or accused did it. */
function isGroundOfBlame(verb: number, words: Words): boolean {
  if (!/^(?:advcl|ccomp|xcomp)$/.test(words.deprel(verb)) || !/ing$/i.test(words.text(verb))) return false;
  const marked = (form: RegExp) =>
    words.children(verb).some((one) => words.deprel(one) === "mark" && form.test(words.lower(one)));
  const blame = words.lemma(words.head(verb));
  return (blaming.test(blame) && marked(/^for$/)) || (accusing.test(blame) && marked(/^(?:of|with)$/));
}

const accusing = /^(?:accuse|suspect|convict|acquit|charge)$/;

const blaming =
  /^(?:punish|blame|criticise|criticize|condemn|denounce|rebuke|reprimand|censure|fault|thank|praise|applaud|sanction|penalise|penalize|attack|slam|blast|chide|scold|fine|reward)$/;

/** Whose "plan to attack" it is: the owner of the noun, else the subject of the verb that has it as its object. */
function ownerOrSubject(noun: number, words: Words, depth: number): number | null {
  const owner = child(noun, words, /^nmod:poss$/);
  if (owner !== null) return owner;
  const verb = words.head(noun);
  // "Gave two envoys a day to leave": whoever is given it leaves.
  const given = child(verb, words, /^iobj$/);
  if (given !== null && words.deprel(noun) === "obj") return given;
  return /^(?:obj|obl|nsubj:pass)/.test(words.deprel(noun)) ? surfaceSubject(verb, words, depth + 1) : null;
}

export function isInfinitive(verb: number, words: Words): boolean {
  return words.children(verb).some((one) => words.deprel(one) === "mark" && words.lower(one) === "to");
}

function agentOfPassive(verb: number, words: Words): number | null {
  const agent = child(verb, words, /^obl:agent$/);
  if (agent !== null) return agent;
  const by = words
    .children(verb)
    .find(
      (one) =>
        words.deprel(one) === "obl" &&
        prepositionOf(one, words) === "by" &&
        /^(?:NOUN|PROPN|PRON)$/.test(words.upos(one)),
    );
  return by ?? null;
}
