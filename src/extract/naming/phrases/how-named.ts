import type { TokenRange } from "../../../doc/layers.js";
import type { Naming } from "../../../record/statement.js";
import { acting } from "../bodies/link-body.js";
import type { DraftEntity } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { NounPhrase } from "./noun-phrases.js";

/** Plural words for persons who are kept from the reader, however many. */
const hidden = /^(?:sources?|insiders?|informants?|whistleblowers?|pair|trio|duo|couple)$/;
const small = /^(?:number|handful|couple|pair|trio|few)$/;
const quantity =
  /^(?:group|groups|number|handful|majority|minority|chorus|dozens|scores|hundreds|thousands|millions|percent|per cent|half|third|quarter|share|crowd|coalition|series|range|variety)$/;
const personal = /(?:ers?|ors?|ists?|ians?|ants?|ees?|men|women|crats?)$/;

/**
 * How a phrase tells who is meant: `named` where the article names the entity, and for every institution and thing; `unnamed` for persons the
 * reader cannot identify, counted or hidden; `collective` for a group as such.
 */
export function namingOfPhrase(
  context: EntityContext,
  phrase: NounPhrase,
  entity: DraftEntity | null,
  source: TokenRange,
): Naming {
  const { words } = context;
  const noun = words.lower(phrase.head);
  switch (phrase.noun.kind) {
    case "name":
      if (phrase.noun.name.type !== "NORP") return "named";
      if (entity && entity.kind !== "people") return entity.named ? "named" : "unnamed";
      return phrase.plural ? ofGroup(phrase, noun, false) : "unnamed";
    case "person":
      if (entity?.named) return "named";
      return phrase.plural ? ofGroup(phrase, noun, isConfidant(context, source)) : "unnamed";
    case "group":
      return ofGroup(phrase, noun, isConfidant(context, source));
    case "body":
      if (phrase.plural && !entity?.named) return ofGroup(phrase, noun, false);
      if (phrase.determiner === "indefinite") return "unnamed";
      // "Her ministry" is known by hers, "its operator" is not.
      return entity?.named !== false || (phrase.owner !== null && !acting.test(noun)) ? "named" : "unnamed";
    case "thing":
      if (quantity.test(noun)) return small.test(noun) ? "unnamed" : "collective";
      if (!personal.test(noun) || words.upos(phrase.head) === "PROPN") return "named";
      if (phrase.plural) return ofGroup(phrase, noun, false);
      return phrase.determiner === "indefinite" ? "unnamed" : "named";
  }
}

/** How a word that stands alone for persons tells who is meant: "one of them" is somebody, "many" is everybody. */
export function namingOfQuantity(word: string): Naming {
  if (/^(?:this|that|these|those|it|you|your|yours|what|whoever)$/i.test(word)) return "pronoun";
  return /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|another|other|somebody|someone|few|\d{1,2})$/i.test(
    word,
  )
    ? "unnamed"
    : "collective";
}

function ofGroup({ determiner }: NounPhrase, noun: string, confidants: boolean): Naming {
  return determiner === "counted" || hidden.test(noun) || confidants ? "unnamed" : "collective";
}

/** "people familiar with the talks", who are few and known to the reporter. */
function isConfidant({ words }: EntityContext, { first, end }: TokenRange): boolean {
  return /\b(?:familiar with|with (?:direct )?knowledge|close to|briefed on|who (?:asked|spoke|declined))\b/i.test(
    words.slice({ first, end }),
  );
}
