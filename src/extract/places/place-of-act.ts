import type { Action } from "../../record/action.js";
import type { PlaceId } from "../../record/id.js";
import type { Place } from "../../record/place.js";
import { isNominal, type Oblique, obliquesOf } from "../clause.js";
import type { TellingClause } from "../telling-clause.js";
import type { Words } from "../words.js";
import type { PlaceTable } from "./extract-places.js";

/** The clause of an act whose place is asked for. */
export interface ActClause extends TellingClause {
  readonly kind: Pick<Action, "type" | "mode">;
  /** The nouns for those to whom it is done. */
  readonly recipients: readonly number[];
}

/** Prepositions that tell where something is; "from" and "to" tell of ways. */
const where = /^(?:in|at|near|outside|inside|across|throughout|around|off|along|within|under)$/;

/** "Took to the streets of Tbilisi", "marched through the square". */
function isStreet(noun: number, preposition: string, words: Words): boolean {
  return (
    /^(?:to|onto|into|through|on)$/.test(preposition) && /^(?:street|square|avenue|boulevard)$/.test(words.lemma(noun))
  );
}

/** What moves about: "ships of Norland" tells whose they are, "the port of Orsen" where it is. */
const movable =
  /^(?:ship|vessel|boat|tanker|frigate|destroyer|fleet|plane|aircraft|jet|helicopter|drone|tank|vehicle|convoy|truck|troop|soldier|sailor|force|army|fighter|citizen|national|people)$/;

/** What acts elsewhere than where it stands: an embassy in a town condemns and is called wherever the act is done. */
const institution =
  /^(?:embassy|consulate|mission|ministry|office|headquarters|government|court|bank|company|university|agency|bureau|council|parliament|command|authority|church|delegation|representative|ambassador|envoy|consul)$/;

/**
 * Where an act's own clause says that it was done, `null` where it does not: a place behind "in", "at" or "near" that hangs on the act, or, for
 * deeds of force and meetings, on those to whom they are done; or else the place that is itself attacked or visited.
 */
export function placeOfAct(act: ActClause, words: Words, places: PlaceTable): PlaceId | null {
  const sites = [...sitesOf(act, words), ...sitesOfRecipients(act, words)]
    .filter(({ token, preposition }) => where.test(preposition) || isStreet(token, preposition, words))
    .filter(({ token }) => act.admits({ first: token, end: token + 1 }))
    .map(({ token }) => token);
  const targets = targetsOf(act, words).map((target) => placeIn(target, words, places));
  const found = [
    ...sites.map((site) => placeIn(site, words, places)),
    // "If Norland is attacked": a country that is attacked is a government as often as a place.
    ...targets.filter((place) => place?.kind !== "country" || act.kind.type === "CONSULT"),
  ];
  return found.find((place) => place !== null)?.id ?? null;
}

/** What hangs on the act, and what stands right behind its noun; not what stands right behind another act or an institution. */
function sitesOf(act: ActClause, words: Words): readonly Oblique[] {
  const hanging = act.anchors.flatMap((anchor) => obliquesOf(anchor, words));
  return [...hanging, ...behindNoun(act, words)].filter(({ token }) => {
    const before = beforePhrase(token, words);
    if (act.anchors.includes(before)) return true;
    return !act.isOther(before) && (!institution.test(words.lemma(before)) || isDoneToBuildings(act.kind));
  });
}

/** "Attacks in Goma", whatever the parser hangs the place on. */
function behindNoun({ anchors: [head] }: ActClause, words: Words): readonly Oblique[] {
  if (!/^(?:NOUN|PROPN)$/.test(words.upos(head)) || !where.test(words.lower(head + 1))) return [];
  const noun = words.head(head + 1);
  return noun > head + 1 && isNominal(noun, words) ? [{ token: noun, preposition: words.lower(head + 1) }] : [];
}

/** Two editors in Karachi are arrested in Karachi; they may be condemned from anywhere. */
function sitesOfRecipients({ kind, anchors, recipients, isOther }: ActClause, words: Words): readonly Oblique[] {
  if (!isDoneInPerson(kind, anchors[0], words)) return [];
  return recipients
    .filter((one) => !isOther(one) && (!institution.test(words.lemma(one)) || isDoneToBuildings(kind)))
    .flatMap((one) => obliquesOf(one, words));
}

/** "Discussed security in the east" and "phoned officials in the capital" were done wherever the speakers were. */
function isDoneInPerson({ type }: ActClause["kind"], head: number, words: Words): boolean {
  return /^(?:ASSAULT|COERCE|PROTEST|MOBILIZE)$/.test(type) || (type === "CONSULT" && meeting.test(words.lemma(head)));
}

const meeting = /^(?:meet|meeting|hold|host|visit|receive|welcome|greet|talk|summit)$/;

function isDoneToBuildings({ type }: ActClause["kind"]): boolean {
  return type === "ASSAULT" || type === "PROTEST";
}

/** What is attacked or visited, where it hangs on the act itself and is not only whose the target is. */
function targetsOf({ kind, recipients, anchors, admits }: ActClause, words: Words): readonly number[] {
  const visited = kind.type === "CONSULT" && (kind.mode === "visit" || visiting.test(words.lemma(anchors[0])));
  if (kind.type !== "ASSAULT" && !visited) return [];
  return recipients.filter(
    (one) =>
      anchors.includes(words.head(one)) &&
      /^(?:obj|obl|nmod|nsubj:pass)$/.test(words.deprel(one)) &&
      admits({ first: one, end: one + 1 }),
  );
}

const visiting = /^(?:visit|tour|arrive|travel|fly)$/;

/** The last word before a noun's preposition. */
function beforePhrase(noun: number, words: Words): number {
  const mark = words.children(noun).find((one) => words.deprel(one) === "case" && one < noun);
  return (mark ?? noun) - 1;
}

const deepest = 3;

/** The place that a noun names, or the one that its own words lead to: "a village near Goma", "the town of Goma". */
function placeIn(noun: number, words: Words, places: PlaceTable, depth = 0): Place | null {
  const own = places.at(noun);
  if (own !== null || depth === deepest) return own;
  for (const { token, preposition } of obliquesOf(noun, words)) {
    const around = where.test(preposition) ? placeIn(token, words, places, depth + 1) : null;
    const whole = preposition === "of" && !movable.test(words.lemma(noun)) ? places.at(token) : null;
    const inner = around ?? whole;
    if (inner !== null) return inner;
  }
  const beside = words.children(noun).find((one) => words.deprel(one) === "appos" && places.at(one) !== null);
  return beside === undefined ? null : places.at(beside);
}
