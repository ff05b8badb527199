import type { EntityKind } from "../../../record/entity.js";
import { type DraftEntity, draftEntity } from "../draft-entity.js";
import { countryOfWords } from "../people/read-role.js";
import { plainWords } from "../plain.js";
import type { NounPhrase } from "./noun-phrases.js";
import { detailsOf, far, ownerName, type PhraseLinking, withoutArticle } from "./phrase-linking.js";

const numbers = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/;

/** The group that a plural phrase stands for: the one called so before; one of its own where `speaks`, or where the phrase says of which country, or which fighters. */
export function linkGroup(
  linking: PhraseLinking,
  phrase: NounPhrase,
  kind: EntityKind,
  speaks: boolean,
): DraftEntity | null {
  const { context, mentions, names } = linking;
  const { words } = context;
  const noun = words.lower(phrase.head);
  const name = withoutArticle(context, phrase);
  const back = phrase.determiner === "definite" || phrase.determiner === "demonstrative";
  const adds = detailsOf(context, phrase);
  const called = plainWords(name);
  const counted = called.find((word) => numbers.test(word));
  for (const entity of mentions.entitiesBefore(phrase.range.first, far)) {
    if (entity.noun !== noun || !entity.plural) continue;
    const known = plainWords(entity.name);
    const again = phrase.determiner !== "counted" || called.length > 2;
    if (again && known.join(" ") === called.join(" ")) return entity;
    const more = counted === undefined || known.includes(counted);
    if (back && more && adds.every((word) => known.includes(word))) return entity;
  }
  const owner = ownerName(context, names, phrase);
  const country = owner === null ? null : countryOfWords(words.slice(owner), context.lexicons);
  const armed = kind === "armed_group" && /\p{Lu}/u.test(words.slice(phrase.range));
  if (!speaks && country === null && !armed) return null;
  return draftEntity({ kind, name, named: false, plural: true, noun, country });
}
