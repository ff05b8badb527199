import type { TokenRange } from "../../doc/layers.js";
import type { Place } from "../../record/place.js";
import { few, inSentenceOf, linkOf, tieOf } from "../grammar/tie-features.js";
import type { Words } from "../grammar/words.js";
import type { ActClause } from "./place-of-act.js";

/** A place that an article names, and the tokens of its words. */
export interface PlaceMention extends TokenRange {
  readonly place: Place;
}

/** An act, and the places that may be where it was done. */
export interface PlaceChoice {
  readonly act: ActClause;
  readonly mentions: readonly PlaceMention[];
  readonly words: Words;
}

/** What tells for or against a place being the one where the act was done. */
export function placeFeatures(mention: PlaceMention, choice: PlaceChoice): readonly string[] {
  const { act, words } = choice;
  const isHere = inSentenceOf(act.anchors[0], [mention], words).length > 0;
  return isHere ? featuresHere(mention, choice) : featuresAway(mention, choice);
}

/** What tells for the act having no place. */
export function noPlaceFeatures({ act, mentions, words }: PlaceChoice): readonly string[] {
  const { type } = act.kind;
  const [head] = act.anchors;
  return [
    "none",
    `none ${type}`,
    `none ${words.upos(head)}`,
    `none word ${words.lemma(head)}`,
    `none here ${few(inSentenceOf(head, mentions, words).length, 3)}`,
  ];
}

/** A place in the act's own sentence. */
function featuresHere(mention: PlaceMention, { act, mentions, words }: PlaceChoice): readonly string[] {
  const { type } = act.kind;
  const { kind } = mention.place;
  const [head] = act.anchors;
  const token = words.top(mention);
  const [link, relation] = [linkOf(token, words), words.deprel(token)];
  const { meeting, down, path, features } = tieOf(token, act, words);
  const rivals = inSentenceOf(head, mentions, words);
  const nearer = rivals.filter((other) => Math.abs(other.first - head) < Math.abs(mention.first - head)).length;
  const holder = holderOf(token, act, words);
  const next = words.text(mention.end);
  return [
    "here",
    ...features,
    `kind ${kind} ${type}`,
    `kind ${kind} ${link}`,
    `link ${link}`,
    `link ${link} ${type}`,
    `link ${link} ${meeting}`,
    `link ${link} ${down}`,
    `link ${link} ${path}`,
    `${meeting} ${type}`,
    `holder ${holder} ${type}`,
    `holder ${holder} ${link}`,
    `holder ${holder} ${kind}`,
    `relation ${relation} ${kind}`,
    `relation ${relation} ${link}`,
    `under ${words.lemma(words.head(token)).toLowerCase()}`,
    `behind ${words.upos(mention.first - 1)}`,
    `before ${/^[,.(]$/.test(next) ? next : words.upos(mention.end)}`,
    `nearer ${few(nearer, 2)}`,
    `alone ${rivals.length === 1}`,
    // "Goma, Congo": the town is told by its country.
    ...(rivals.some((other) => other.first === mention.end + 1 && next === ",") ? ["held"] : []),
    ...(rivals.some((other) => other.end === mention.first - 1 && words.text(other.end) === ",") ? ["holding"] : []),
    ...(act.admits(mention) ? [] : ["not admitted"]),
    ...(mention.first - words.sentence(head).first < 4 ? ["fronted"] : []),
  ];
}

/** A place elsewhere in the act's paragraph. */
function featuresAway(mention: PlaceMention, { act, mentions, words }: PlaceChoice): readonly string[] {
  const { type } = act.kind;
  const [head] = act.anchors;
  const token = words.top(mention);
  const link = linkOf(token, words);
  const side = mention.first < head ? "back" : "on";
  const later = mentions.filter(({ first }) => first > mention.first && first < head).length;
  return [
    "away",
    `away kind ${mention.place.kind} ${type}`,
    `away kind ${mention.place.kind} ${link}`,
    `away ${words.deprel(token)}`,
    `away ${side} ${type}`,
    `away ${side} link ${link}`,
    `away ${side} later ${few(later, 3)}`,
    `away ${side} alone ${inSentenceOf(head, mentions, words).length === 0}`,
  ];
}

/** Which noun of the act's clause the place is or is told with: one of those to whom it is done, or the act's own. */
function holderOf(token: number, { recipients, anchors }: ActClause, words: Words): string {
  if (recipients.includes(token)) return "recipient";
  let at = token;
  for (let step = 0; step < farthest; step++) {
    const above = words.head(at);
    if (above === at) return "root";
    if (recipients.includes(above)) return `of recipient ${few(step, 2)}`;
    if (anchors.includes(above)) return step === 0 ? "own" : `own ${words.deprel(at)}`;
    if (words.upos(above) === "VERB") return `verb ${words.deprel(at)}`;
    at = above;
  }
  return "far";
}

const farthest = 6;
