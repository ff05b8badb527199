import { isPassive, isPredicate, joined, nestedObliquesOf, obliquesOf, patientOf, prepositionOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import {
  type ActionKind,
  type ActionLexicon,
  type ActionNoun,
  strictnessOf,
  toneOf,
  type VerbPattern,
} from "./action-lexicon.js";
import { isAboutWords } from "./find-framed-acts.js";
import type { Nouns } from "./nouns.js";
import { concerning, doersOf, mutual, orElse, partiesOf, partnersOf } from "./parties.js";
import { recipientsBesides } from "./recipients.js";

/**
 * The acts that verbs tell of, in reading order: plain verbs, verbs with particles, light verbs with the noun in their object, and what
 * somebody is ("was critical of", "is on strike").
 */
export function findVerbActs(words: Words, nouns: Nouns, lexicon: ActionLexicon): Act[] {
  return Array.from({ length: words.length }, (_, token) => token).flatMap((token) => {
    const found = matchAt(token, words, nouns, lexicon);
    return found === null ? [] : [actOf(found, words, nouns)];
  });
}

function matchAt(token: number, words: Words, nouns: Nouns, lexicon: ActionLexicon): VerbMatch | null {
  if (words.upos(token) === "VERB" && !isAboutWords(token, words)) {
    const found = matchVerb(token, words, nouns, lexicon);
    if (found?.kind.type === "CONSULT" && isNaming(token, words)) return null;
    if (found !== null) return found;
  }
  return isPredicate(token, words) ? bestMatch(token, beingFronts(token, words, nouns), words, nouns, lexicon) : null;
}

/** Whether somebody is only called something: "called him one of the best sailors". */
function isNaming(verb: number, words: Words): boolean {
  if (words.lemma(verb) !== "call") return false;
  const behind = words.children(verb).filter((one) => one > verb && words.upos(one) !== "VERB");
  return behind.some((one) => /^[xc]comp$/.test(words.deprel(one)) && words.upos(one) !== "PROPN");
}

/** A verb with the pattern that fits it. */
interface VerbMatch {
  readonly verb: number;
  readonly particle: number | null;
  readonly object: number | null;
  /** Whether the object only says what was done. */
  readonly light: boolean;
  readonly kind: ActionKind;
  /** Whether its pattern asks for an object. */
  readonly sure: boolean;
}

function matchVerb(verb: number, words: Words, nouns: Nouns, lexicon: ActionLexicon): VerbMatch | null {
  const phrases = words.forms(verb).flatMap((form) => phrasesAt(verb, lexicon.verbPhrases.get(form) ?? [], words));
  return bestMatch(verb, [...phrases, ...frontsOf(verb, words, nouns)], words, nouns, lexicon);
}

/** The pattern that asks most of the object; of equals the one with a particle, then the first in the table. */
function bestMatch(
  verb: number,
  fronts: readonly Front[],
  words: Words,
  nouns: Nouns,
  lexicon: ActionLexicon,
): VerbMatch | null {
  let best: { readonly match: VerbMatch | null; readonly strictness: number } | null = null;
  for (const { particle, object, phrase } of fronts) {
    for (const form of phrase === null ? words.forms(verb) : [""]) {
      const key = phrase ?? (particle === null ? form : `${form} ${words.lower(particle)}`);
      for (const pattern of lexicon.verbs.get(key) ?? []) {
        const strictness = strictnessOf(pattern.object);
        const found: TestedObject | null =
          best !== null && best.strictness >= strictness ? null : tested(pattern, object, words, nouns, lexicon);
        if (found === null) continue;
        const kind: ActionKind | null = pattern.kind === "noun" ? found.noun : pattern.kind;
        best = {
          match: kind && { verb, particle, object: found.object, light: found.light, kind, sure: strictness > 1 },
          strictness,
        };
      }
    }
  }
  return best?.match ?? null;
}

/** A verb with what goes with it, and what is its object then; `phrase` where the table names them as they stand in the text. */
interface Front {
  readonly particle: number | null;
  readonly object: number | null;
  readonly phrase: string | null;
}

/** What somebody is: "be critical of" with what stands behind the preposition, "be on" with the noun itself. */
function beingFronts(token: number, words: Words, nouns: Nouns): readonly Front[] {
  const mark = words.children(token).find((one) => words.deprel(one) === "case" && one < token);
  if (mark !== undefined) return [{ particle: null, object: token, phrase: `be ${words.lower(mark)}` }];
  const obliques = nestedObliquesOf(token, words).filter((one) => one.token > token && nouns.isParty(one.token));
  return words.forms(token).flatMap((form) => [
    ...obliques.map((one) => ({
      particle: words.children(one.token).find((mark) => words.deprel(mark) === "case") ?? null,
      object: one.token,
      phrase: `be ${form} ${one.preposition}`,
    })),
    { particle: null, object: null, phrase: `be ${form}` },
  ]);
}

/** The phrases that stand in the text from the verb on, whatever the parser makes of them: "opened fire on", "threw its weight behind"; longest first. */
function phrasesAt(verb: number, phrases: readonly (readonly string[])[], words: Words): readonly Front[] {
  return phrases
    .flatMap((phrase): (Front & { readonly length: number })[] => {
      const last = endOfPhrase(verb, phrase, words);
      // The "no" of "said no such step" belongs to the step.
      if (last === null || (words.deprel(last) === "det" && words.head(last) > last)) return [];
      const object = behindPhrase(verb, last, words);
      return [{ particle: last, object, phrase: phrase.join(" ").replaceAll(" - ", "-"), length: phrase.length }];
    })
    .sort((a, b) => b.length - a.length);
}

/** Where the phrase ends that starts with the verb; what only qualifies a noun may stand within. */
function endOfPhrase(verb: number, [, ...rest]: readonly string[], words: Words): number | null {
  let at = verb;
  for (const word of rest) {
    at++;
    while (
      at < verb + 8 &&
      at > verb + 1 &&
      /^(?:DET|PRON|ADJ)$/.test(words.upos(at)) &&
      !words.forms(at).includes(word)
    )
      at++;
    if (!words.forms(at).includes(word)) return null;
  }
  return at;
}

/** The noun that the phrase's last preposition leads to, or else the verb's object behind it or before its end. */
function behindPhrase(verb: number, last: number, words: Words): number | null {
  const head = words.head(last);
  if (words.deprel(last) === "case" && head > last) return head;
  const patient = patientOf(verb, words);
  return patient !== null && patient > verb && patient <= last ? nounBehind(last, words) : patient;
}

function nounBehind(token: number, words: Words): number | null {
  const { end } = words.sentence(token);
  for (let i = token + 1; i < Math.min(end, token + 7); i++) {
    if (/^(?:PUNCT|VERB|AUX|SCONJ|CCONJ)$/.test(words.upos(i))) return null;
    if (/^(?:NOUN|PROPN|PRON)$/.test(words.upos(i)) && (words.head(i) <= token || words.head(i) >= i + 7)) return i;
  }
  return null;
}

/** The verb with each particle or preposition that it may go with, and then alone; each with what is its object then. */
function frontsOf(verb: number, words: Words, nouns: Nouns): readonly Front[] {
  const object = patientOf(verb, words) ?? objectOfNext(verb, words);
  const particles = words
    .children(verb)
    .filter((one) => /^(?:compound:prt|advmod|xcomp)$/.test(words.deprel(one)) && one > verb && one < verb + 8)
    .map((particle) => ({ particle, object, phrase: null }));
  // What is said of the object may hang on it: "warned Oslo of sanctions", "accused the minister of fraud".
  const below = object === null || object < verb ? [] : words.children(object).filter((one) => one > object);
  const prepositions = [...words.children(verb), ...below].flatMap((one) => {
    if (!/^(?:obl|nmod|advcl|obj|xcomp)/.test(words.deprel(one)) || one < verb || !nouns.isParty(one)) return [];
    const mark = words.children(one).find((mark) => words.deprel(mark) === "case" && mark < one);
    return mark === undefined ? [] : [{ particle: mark, object: one, phrase: null }];
  });
  // What is given may look like a measure, and what somebody is called like a clause: "gave the firm two days", "called him a liar".
  const measures = words
    .children(verb)
    .filter((one) => one > verb && /^(?:obl:unmarked|xcomp)$/.test(words.deprel(one)) && words.upos(one) !== "VERB")
    .map((measure) => ({ particle: null, object: measure, phrase: null }));
  return [...particles, ...prepositions, { particle: null, object, phrase: null }, ...measures];
}

/** The object that two verbs share: "attacked and looted the convoy". */
function objectOfNext(verb: number, words: Words): number | null {
  const next = words
    .children(verb)
    .find((one) => words.deprel(one) === "conj" && words.upos(one) === "VERB" && one < verb + 4);
  return next === undefined ? null : patientOf(next, words);
}

/** How an object passes a test: the noun in it that does, whether it only says what was done, and its own action. */
interface TestedObject {
  readonly object: number | null;
  readonly light: boolean;
  readonly noun: ActionNoun | null;
}

function tested(
  { object: test, kind }: VerbPattern,
  object: number | null,
  words: Words,
  nouns: Nouns,
  lexicon: ActionLexicon,
): TestedObject | null {
  if (test.kind === "any") return { object, light: test.topic, noun: null };
  if (test.kind === "party") {
    return object !== null && nouns.isSomebody(object) ? { object, light: false, noun: null } : null;
  }
  if (test.kind === "place") {
    const place = object !== null && (nouns.isPlace(object) || nouns.isKnown(object));
    return place ? { object, light: false, noun: null } : null;
  }
  if (test.kind === "none") return object === null ? { object, light: false, noun: null } : null;
  for (const one of object === null ? [] : contentsOf(object, words)) {
    const acting = lexicon.nounPhrases.at(one, words);
    if (test.kind === "words") {
      const match = test.words.at(one, words);
      // An "air strike" is no "strike".
      const other = acting !== null && lexicon.nouns.get(acting.phrase)?.type !== (kind === "noun" ? null : kind?.type);
      const longer = other && match !== null && acting.end - acting.first > match.end - match.first;
      if (match !== null && !longer) return { object: one, light: !test.suffers, noun: null };
      continue;
    }
    const noun = lexicon.nouns.get(acting?.phrase ?? "") ?? null;
    if (noun !== null && (test.tone === null || toneOf(noun.type) === test.tone))
      return { object: one, light: true, noun };
  }
  return null;
}

/** Nouns that only count or wrap what stands behind their "of". */
const transparent =
  /^(?:round|series|wave|string|number|lot|spate|batch|shipment|delivery|package|provision|supply|million|billion|percent|%|dozen|hundred|thousand|total|amount|part|portion|worth|share|variety|group|team|kind|form|act|measure|all|some|most|half|majority|set|range|expansion|increase|ton|tonne|kilogram|kilo|litre|liter|barrel|gallon|box|crate|sack|bag|pallet|truckload|planeload|shipload|boatload|container|consignment|convoy|load|dose|pair|piece|dollar|euro|pound|yen|yuan|ruble|rouble|dlrs|flotilla|squadron|fleet|column|contingent|formation|tranche|instalment|installment|handful|couple|score|type|array|volley|salvo|barrage|stage|phase|hour|day|week|month|raft|slew|flurry|spike|surge|cut|rise|stream)$/;

/** The object, those joined to it, and what its "of" tells where it is a mere measure: "a series of attacks". */
function contentsOf(object: number, words: Words): readonly number[] {
  return joined(object, words).flatMap((one) => {
    if (!transparent.test(words.lemma(one))) return [one];
    return [
      one,
      ...obliquesOf(one, words)
        .filter(({ preposition }) => preposition === "of" || preposition === "in")
        .map(({ token }) => token),
    ];
  });
}

function actOf({ verb, particle, object, light, kind, sure }: VerbMatch, words: Words, nouns: Nouns): Act {
  const actors = orElse(doersOf(verb, words, nouns), authorityOf(verb, kind, words, nouns));
  const together =
    actors.length > 1 &&
    (/^(?:AGREE|CONSULT|COOPERATE)$/.test(kind.type) || kind.cameo === signing) &&
    (light || object === null);
  const ofOthers = (list: readonly number[]) => list.filter((one) => nouns.isParty(one) && !actors.includes(one));
  const told = together
    ? partnersOf(verb, object, words, nouns)
    : recipientsOf({ verb, particle, object, light, kind, sure }, words, nouns);
  const besides = together ? [] : recipientsBesides(verb, object, kind.type, words, nouns);
  // Of "the army and the rebels agreed to a ceasefire" the thing agreed on tells less than that they are two.
  const isThing = (one: number) => one === object && kind.mode === "ceasefire" && actors.length > 1;
  const others = orElse(ofOthers(told), ofOthers(besides)).filter((one) => !isThing(one));
  // Who "faces criticism from" somebody is criticised.
  const isUndergoing = undergoing.test(words.lemma(verb)) || (particle !== null && words.lower(particle) === "under");
  const [doers, sufferers] =
    light && isUndergoing ? [others.filter((one) => isSource(one, words)), actors] : [actors, others];
  const last = Math.max(
    verb,
    particle !== null && particle < verb + 8 ? particle : verb,
    light && object !== null && object < verb + 8 ? object : verb,
  );
  return {
    kind,
    head: verb,
    theme: light ? object : null,
    trigger: { first: verb, end: last + 1 },
    lemma: [verb, ...(particle === null ? [] : [particle]), ...(light && object !== null ? [object] : [])]
      .map((token) => words.lemma(token))
      .join(" "),
    ...concerning(verb, mutual(doers, sufferers, kind), words, nouns),
    sure,
    status: null,
  };
}

/** The verb's own object where the pattern's object is another: "asked *Oslo* for help", "found *the general* guilty". */
function besidesPhrase(verb: number, particle: number | null, object: number, words: Words): number | null {
  const led = particle !== null && words.deprel(particle) === "case";
  if (!led && !/^(?:xcomp|obl:unmarked)$/.test(words.deprel(object))) return null;
  const direct = patientOf(verb, words);
  const within =
    direct !== null && particle !== null && direct > verb && direct < particle && isBareObject(direct, words);
  return direct === object || within ? null : direct;
}

/** Whether the noun belongs to a set phrase, without anything of its own: the "part" of "take part in". */
function isBareObject(noun: number, words: Words): boolean {
  return words.upos(noun) === "NOUN" && words.children(noun).every((one) => words.deprel(one) === "case");
}

/** Whether the act comes from the one: not from the place that it is "near". */
function isSource(noun: number, words: Words): boolean {
  return /^(?:from|by|at|over|of)$/.test(prepositionOf(noun, words) ?? "from");
}

/** The country whose authorities must have done what a passive leaves without an agent: "was arrested in Niger", "were expelled from Oman". */
function authorityOf(verb: number, { type, mode }: ActionKind, words: Words, nouns: Nouns): readonly number[] {
  const official = /^(?:COERCE|SANCTION)$/.test(type) && /^(?:arrest|deport|expel|seize|ban)$/.test(mode ?? "");
  if (!official || !isPassive(verb, words)) return [];
  const scene = nestedObliquesOf(verb, words).find(
    ({ token, preposition }) => /^(?:in|from)$/.test(preposition) && nouns.isPlace(token) && nouns.isName(token),
  );
  return scene === undefined ? [] : [scene.token];
}

/** CAMEO's code of signing an agreement. */
const signing = "057";

const undergoing = /^(?:face|receive|suffer|sustain|draw|undergo|get|win|incur|attract)$/;

function recipientsOf(
  { verb, particle, object, light, kind, sure }: VerbMatch,
  words: Words,
  nouns: Nouns,
): readonly number[] {
  const besides = () => recipientsBesides(verb, object, kind.type, words, nouns);
  if (object === null) return besides();
  // "Dismissed it as a chart": what stands behind "as" says what the thing is held to be.
  if (particle !== null && words.lower(particle) === "as" && !sure) {
    const held = patientOf(verb, words);
    return held === null || held === object ? [] : partiesOf(held, words, nouns);
  }
  // "Held two hundred civilians as shields": whom the verb has beside what its preposition leads to.
  const direct = besidesPhrase(verb, particle, object, words);
  if (direct !== null && nouns.isParty(direct) && (light || (!sure && nouns.isSomebody(direct))))
    return partiesOf(direct, words, nouns);
  if (!light)
    return kind.type === "AID" && !nouns.isKnown(object)
      ? orElse(besides(), partiesOf(object, words, nouns))
      : partiesOf(object, words, nouns);
  const thing =
    /^(?:REJECT|CONCEDE|SANCTION|AID|COERCE|RETREAT)$/.test(kind.type) && !isPassive(verb, words)
      ? partiesOf(object, words, nouns)
      : [];
  return orElse(besides(), thing);
}
