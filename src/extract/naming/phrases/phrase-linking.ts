import type { TokenRange } from "../../../doc/layers.js";
import type { BodyClusters } from "../bodies/cluster-bodies.js";
import type { Mentions } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { Names } from "../names/collect-names.js";
import type { Sayings } from "../saying.js";
import type { NounPhrase } from "./noun-phrases.js";

/** What a phrase without a name may need to find or make its entity. */
export interface PhraseLinking {
  readonly context: EntityContext;
  readonly names: Names;
  readonly mentions: Mentions;
  readonly bodies: BodyClusters;
  readonly sayings: Sayings;
}

/** How many tokens back a phrase can refer. */
export const far = 3000;

/** Words that tell two holders of an office apart no more than an article does. */
export const idle =
  /^(?:former|new|newly|senior|top|current|late|old|young|own|same|then|now|other|first|second|last|one|elected|outgoing|incoming|acting|veteran|long|longtime|retired|embattled|two|three|four)$/;

/** What the phrase adds to its noun and to whose it is: "defense" of "the Iraqi defense minister". */
export function detailsOf({ words, lexicons, plain }: EntityContext, phrase: NounPhrase): readonly string[] {
  const { range, head, owner, noun } = phrase;
  const found: string[] = [];
  for (let i = owner ? owner.end + 1 : range.first; i < head; i++) {
    if (noun.kind === "person" && i >= noun.title.range.first) continue;
    const word = plain({ first: i, end: i + 1 });
    const country = lexicons.countryAdjectives.has(word) || lexicons.countryNames.has(word);
    if (/^(?:ADJ|NOUN|PROPN|VERB)$/.test(words.upos(i)) && word !== "" && !country && !idle.test(word))
      found.push(word);
  }
  return found;
}

/** The first name in the phrase before its noun, not one of which only a part of the noun is: "Iran-backed militias" are not Iran's. */
export function ownerName(context: EntityContext, names: Names, { range, head }: NounPhrase): TokenRange | null {
  const [named] = names.within({ first: range.first, end: head });
  return named === undefined || context.words.text(named.end) === "-" ? null : named;
}

/** The phrase without its article or possessive pronoun, for print. */
export function withoutArticle({ words }: EntityContext, { range }: NounPhrase): string {
  const article = /^(?:the|a|an|this|that|these|those|another|some|my|your|his|her|its|our|their)$/i.test(
    words.text(range.first),
  );
  return words.slice({ first: range.first + (article && range.end - range.first > 1 ? 1 : 0), end: range.end });
}
