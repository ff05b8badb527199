import type { TokenRange } from "../../doc/layers.js";
import type { EntityId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Institution, Posture } from "../../record/posture.js";
import type { ClaimContext } from "./claim-context.js";

/** What kind of institution an aspect is a state of. */
const kindOf: Readonly<Record<Posture["aspect"], Institution["kind"]>> = {
  staffing: "mission",
  consular: "mission",
  operations: "mission",
  travel_advice: "advice",
  relations: "relations",
  airspace: "airspace",
  border: "border",
  alert: "alert",
  forces: "force",
};

/** The words of a state that tell whose institution it is. */
export interface ToldState {
  readonly aspect: Posture["aspect"];
  /** The words for what is in the state, and for what sets it off. */
  readonly subject: TokenRange;
  readonly trigger: TokenRange;
  readonly who: Mention;
  readonly by: Mention | null;
}

/**
 * The institution whose state it is, whatever words stand for it: a mission or force is its sender's, in the country where it stands; airspace and border
 * are of the country that has them; advice is the issuer's, on the country that it is about. What no words tell is `null`.
 */
export function institutionOf(state: ToldState, context: ClaimContext): Institution {
  const kind = kindOf[state.aspect];
  const own = countryOfEntity(state.who.entity, context) ?? ownerIn(state.subject, context);
  const hand = countryOfEntity(state.by?.entity ?? null, context);
  switch (kind) {
    case "airspace":
    case "border":
      return { kind, of: own ?? countryNamedIn(state.subject, context) ?? hand, in: null };
    case "advice":
      return { kind, of: hand, in: countryNamedIn(state.subject, context) ?? own };
    default: {
      // "Norland ordered its staff home": staff without an owner is that of whoever orders it, unless a host sends guests away.
      const of = own ?? (state.aspect === "relations" ? null : hand);
      return { kind, of, in: hostOf(state, of, context) };
    }
  }
}

function countryOfEntity(id: EntityId | null, { table }: ClaimContext): string | null {
  return id === null ? null : (table.entities.find((entity) => entity.id === id)?.country ?? null);
}

/** The country of a body named within the words, "the US embassy" as "US staff". */
function ownerIn({ first, end }: TokenRange, { words, table, places }: ClaimContext): string | null {
  for (let token = first; token < end; token++) {
    const place = places.at(token);
    if (place?.kind === "facility" && place.country !== null) return place.country;
    const { entity } = table.resolve({ first: token, end: token + 1 });
    const found = table.entities.find(({ id }) => id === entity);
    if (
      found?.country &&
      /^(?:government|military|facility|organization)$/.test(found.kind) &&
      words.upos(token) !== "VERB"
    )
      return found.country;
  }
  return null;
}

function countryNamedIn({ first, end }: TokenRange, { places }: ClaimContext): string | null {
  for (let token = first; token < end; token++) {
    const place = places.at(token);
    if (place !== null && place.kind !== "facility" && place.country !== null) return place.country;
  }
  return null;
}

/**
 * Where it stands: the place named in its own words or right behind them, else the nearest in the sentence, then in what the article tells before,
 * the headline last; never in the country whose it is.
 */
function hostOf(
  { subject, trigger }: ToldState,
  of: string | null,
  { words, places, document }: ClaimContext,
): string | null {
  const abroad = (token: number): string | null => {
    const place = places.at(token);
    return place === null || place.kind === "facility" || place.country === of ? null : place.country;
  };
  const nearest = (first: number, end: number): string | null => {
    let best: { readonly country: string; readonly distance: number } | null = null;
    for (let token = first; token < end; token++) {
      const country = abroad(token);
      const distance = Math.min(Math.abs(token - subject.end), Math.abs(token - trigger.end));
      if (country !== null && (best === null || distance < best.distance)) best = { country, distance };
    }
    return best?.country ?? null;
  };
  const sentence = words.sentence(trigger.first);
  const { paragraphs } = document.layers.sentences;
  const paragraph = paragraphs.find(({ first, end }) => first <= trigger.first && trigger.first < end) ?? sentence;
  const title = paragraphs[0] ?? sentence;
  return (
    nearest(subject.first, Math.min(subject.end + 4, sentence.end)) ??
    nearest(sentence.first, sentence.end) ??
    nearest(paragraph.first, paragraph.end) ??
    nearest(title.first, title.end) ??
    nearest(0, trigger.first)
  );
}
