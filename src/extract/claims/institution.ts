import type { TokenRange } from "../../doc/layers.js";
import type { EntityId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Institution, Posture } from "../../record/posture.js";
import { datelineEnd } from "../grammar/clause.js";
import { bodyNamed, type EntityLexicons } from "../naming/entity-lexicons.js";
import { plain } from "../naming/plain.js";
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
  readonly value: string;
  /** The words for what is in the state, and for what sets it off. */
  readonly subject: TokenRange;
  readonly trigger: TokenRange;
  readonly who: Mention;
  readonly by: Mention | null;
}

/** An article's claims, and the names of countries, their people and what is theirs. */
export type InstitutionContext = ClaimContext & { readonly entities: EntityLexicons };

/**
 * The institutions whose state it is: one for each of several senders or hosts that the words list ("Norland and Tarvenia closed their embassies", "staff
 * may leave Karsk and Norland").
 */
export function institutionsOf(state: ToldState, context: InstitutionContext): readonly Institution[] {
  const one = institutionOf(state, context);
  if (one.kind !== "mission" && one.kind !== "relations") {
    const listed = one.kind === "airspace" || one.kind === "border" ? sendersIn(state, context) : [];
    return listed.length > 1 && listed.includes(one.of ?? "") ? listed.map((of) => ({ ...one, of })) : [one];
  }
  const senders = sendersIn(state, context);
  if (senders.length > 1) {
    const host = one.in !== null && senders.includes(one.in) ? articleHost(senders, context) : one.in;
    return senders.filter((of) => of !== host).map((of) => ({ ...one, of, in: host }));
  }
  const hosts = hostsIn(state, one, context);
  return hosts.length > 1 ? hosts.map((host) => ({ ...one, in: host })) : [one];
}

/** The countries that a list of senders names: in the words for what is theirs, or as those who act on what is "theirs" or nobody's by name. */
function sendersIn({ subject, by, aspect }: ToldState, context: InstitutionContext): readonly string[] {
  const { words } = context;
  const within = listFrom(subject.first, context);
  if (within.length > 1) return within;
  const hand = by === null ? null : words.range(by.span);
  if (hand === null || isLocated(hand.first, context) || adjectiveIn(subject, context) !== null) return [];
  const plural = /Number=Plur/.test(words.feats(words.top(subject))) || words.lower(subject.first).startsWith("their");
  return plural || aspect === "airspace" || aspect === "border" ? listFrom(hand.first, context) : [];
}

/** The countries that the words list in which the host is told, "in Norland, Tarvenia and Karsk", or that act on a guest of each. */
function hostsIn(
  { subject, by, aspect }: ToldState,
  { of, in: host }: Institution,
  context: InstitutionContext,
): readonly string[] {
  const { words, places } = context;
  const hand = by === null || aspect !== "relations" ? null : words.range(by.span);
  const acting = hand === null ? [] : listFrom(hand.first, context);
  if (acting.includes(host ?? "")) return acting.includes(of ?? "") ? [] : acting;
  const { first, end } = words.sentence(subject.first);
  for (let token = first; host !== null && token < end; token++) {
    if (places.at(token) === null || !isLocated(token, context)) continue;
    const listed = listFrom(token, context);
    if (listed.includes(host)) return listed.includes(of ?? "") ? [] : listed;
  }
  return [];
}

/** The countries of a list that starts at a token: "Norland, the Tarvenians and Karsk"; empty where no list does. */
function listFrom(first: number, context: InstitutionContext): readonly string[] {
  const { words, places } = context;
  const found = new Set<string>();
  const { end } = words.sentence(first);
  for (let token = first; token < end; token++) {
    if (/^(?:,|and|&|or|the|both)$/.test(words.lower(token))) continue;
    const country = countryAt(token, context);
    if (country === null) break;
    found.add(country);
    const place = places.at(token);
    while (place !== null && places.at(token + 1) === place) token++;
  }
  return found.size > 1 ? [...found] : [];
}

/** The country that a word names, or whose people or adjective it is. */
function countryAt(token: number, { words, places, entities }: InstitutionContext): string | null {
  const place = places.at(token);
  if (place !== null && place.kind !== "facility" && place.country !== null) return place.country;
  const key = plain(words.text(token));
  return (
    (entities.countryAdjectives.get(key) ?? entities.countryPeople.get(key) ?? entities.countryNames.get(key))?.code ??
    null
  );
}

/**
 * The institution whose state it is, whatever words stand for it: a mission or force is its sender's, in the country where it stands; airspace and border
 * are of the country that has them; advice is the issuer's, on the country that it is about. What no words tell is `null`.
 */
function institutionOf(state: ToldState, context: InstitutionContext): Institution {
  const kind = kindOf[state.aspect];
  const hand = handOf(state, context);
  const own = ownerOf(state, hand, context);
  switch (kind) {
    case "airspace":
    case "border":
      return { kind, of: own ?? placeRuled(state, hand, context) ?? ruler(state, hand, context), in: null };
    case "advice": {
      const people = peopleIn(state.subject, context);
      const adviser =
        hand ?? people ?? adviserIn(state.subject, context) ?? (isPeople(state.subject, context) ? own : null);
      const of = adviser ?? sentCountry(state, null, context);
      const about = adviser === own || people !== null ? null : (countryWithin(state.subject, context) ?? own);
      return { kind, of, in: (about === of ? null : about) ?? hostOf(state, of, null, context) };
    }
    default: {
      // A host sends guests away: who acts is then the other side and not the sender.
      const isHosts = kind === "relations" || hostsWithin(state.subject, context).has(hand ?? "");
      const sender = isHosts ? null : hand;
      const hands = state.by === null ? null : context.words.range(state.by.span);
      const isNobodys =
        own === null && [state.subject, hands].some((one) => one !== null && isOfNoCountry(one, context));
      const of = own ?? sender ?? (isNobodys ? null : sentCountry(state, hand, context));
      return { kind, of, in: hostOf(state, of, hand, context) };
    }
  }
}

/** The country of whoever puts it in the state. */
function handOf({ by }: ToldState, context: InstitutionContext): string | null {
  if (by === null) return null;
  const range = context.words.range(by.span);
  // "In Norland staff may leave": who lets them is not told.
  if (range !== null && context.places.at(range.first) !== null && isLocated(range.first, context)) return null;
  const told = countryOfEntity(by.entity, context) ?? (range && adjectiveIn(range, context));
  if (told !== null || range === null) return told;
  // "The delegation in Norland" is a guest there.
  const isGuest = guestNoun.test(context.words.lower(context.words.top(range)));
  const within = countryWithin(range, context);
  return isGuest && within !== null && hostsWithin(range, context).has(within) ? null : within;
}

/** The country within the words for what is shut; of a border with another that is not whose it is where somebody else shuts it. */
function placeRuled({ subject }: ToldState, hand: string | null, context: InstitutionContext): string | null {
  const within = countryWithin(subject, context);
  const isShared = hand !== null && hand !== within && /\b(?:with|to)\b/.test(context.words.slice(subject));
  return isShared ? null : within;
}

/**
 * Whose the air and borders are that somebody shuts: their own, but of a mission that tells of it the country where it stands. Where nobody shuts them, "the
 * airspace" is that of the country that the article is about.
 */
function ruler({ by, subject, trigger }: ToldState, hand: string | null, context: InstitutionContext): string | null {
  if (by !== null && /\b(?:embassy|consulate|mission)\b/i.test(by.text)) return articleHost([hand], context);
  const isNamed = context.words.forms(context.words.top(subject)).some((form) => shuttable.test(form));
  const about = isNamed ? articleHost([], context, 2) : null;
  return by !== null && isBeside(trigger, by, context) ? (about ?? hand) : (hand ?? about);
}

/** Whether somebody does something else than what a noun tells: "in view of the closure of the airspace, Norland sends a plane". */
function isBeside(trigger: TokenRange, by: Mention, { words }: InstitutionContext): boolean {
  const noun = words.top(trigger);
  const range = words.range(by.span);
  if (range === null || words.upos(noun) !== "NOUN") return false;
  const actor = words.top(range);
  const verb = words.head(noun);
  return words.head(actor) !== verb && words.head(actor) !== noun && words.head(actor) !== words.head(verb);
}

const shuttable = /^(?:airspace|space|sky|border|frontier|crossing|gate|it|they)$/;

/** An outlet only tells of a mission, in whichever country it is. */
function countryOfEntity(id: EntityId | null, { table }: ClaimContext): string | null {
  const entity = id === null ? undefined : table.entities.find((one) => one.id === id);
  return entity === undefined || entity.kind === "outlet" ? null : entity.country;
}

/**
 * Whose the words say it is: "the US embassy", "British staff", "Iran's ambassador"; "its embassy" is that of whoever acts, and "Yemen embassy" in
 * another's hand only stands there.
 */
function ownerOf({ subject, who }: ToldState, hand: string | null, context: InstitutionContext): string | null {
  // Who has another "close its embassy in Karsk" and is Karsk does not own it.
  const isHands = hand !== null && !hostsWithin(subject, context).has(hand);
  if (isHands && /^(?:its|their|theirs|his|her|our)$/.test(context.words.lower(subject.first))) return hand;
  const adjective = adjectiveIn(subject, context);
  if (adjective !== null) return adjective;
  const host = compoundHost(subject, context);
  const own = countryOfEntity(who.entity, context) ?? ownerIn(subject, context);
  return own !== null && (hostsWithin(subject, context).has(own) || (own === host && hand !== null && hand !== own))
    ? null
    : own;
}

/** The countries that the words tell as places: "staff in Norland", "posts in Karsk and Norland". */
function hostsWithin({ first, end }: TokenRange, context: InstitutionContext): ReadonlySet<string> {
  const found = new Set<string>();
  for (let token = first; token < end; token++) {
    const place = context.places.at(token);
    if (place !== null && place.kind !== "facility" && place.country !== null && isLocated(token, context))
      found.add(place.country);
  }
  return found;
}

/** The country of a body named within the words. */
function ownerIn({ first, end }: TokenRange, { words, table, places }: ClaimContext): string | null {
  for (let token = first; token < end; token++) {
    const place = places.at(token);
    if (place?.kind === "facility" && place.country !== null) return place.country;
    const { entity } = table.resolve({ first: token, end: token + 1 });
    const found = table.entities.find(({ id }) => id === entity);
    if (
      found?.country &&
      /^(?:government|military|facility|organization)$/.test(found.kind) &&
      words.upos(token) !== "VERB" &&
      !isLocated(token, { words, places })
    )
      return found.country;
  }
  return null;
}

/** The country whose adjective or possessive stands within the words: "British", "U.S.", "Iran's". */
function adjectiveIn({ first, end }: TokenRange, { words, places, entities }: InstitutionContext): string | null {
  for (let token = first; token < end; token++) {
    const adjective = entities.countryAdjectives.get(plain(words.text(token)));
    const isMissions = missionNoun.test(words.lower(token + 1));
    if (adjective !== undefined && (isMissions || !isLocated(token, { words, places }))) return adjective.code;
    const place = places.at(token);
    if (place !== null && place.kind !== "facility" && /^['’]s?$/.test(words.text(token + 1))) return place.country;
  }
  return null;
}

/** Of what country the people are whom the words mean: "Britons", "UK citizens", "all French nationals". */
function peopleIn({ first, end }: TokenRange, context: InstitutionContext): string | null {
  const { words, entities } = context;
  for (let token = first; token < end; token++) {
    const people = entities.countryPeople.get(plain(words.text(token)));
    if (people !== undefined) return people.code;
  }
  return isPeople({ first, end }, context)
    ? (adjectiveIn({ first, end }, context) ?? countryWithin({ first, end }, context))
    : null;
}

function isPeople(range: TokenRange, { words }: ClaimContext): boolean {
  return /^(?:citizen|national|subject|traveller|traveler|resident|tourist)s?$/.test(words.lower(words.top(range)));
}

/** The country that a place within the words lies in or is. */
function countryWithin({ first, end }: TokenRange, { places }: Pick<ClaimContext, "places">): string | null {
  for (let token = first; token < end; token++) {
    const place = places.at(token);
    if (place !== null && place.kind !== "facility" && place.country !== null) return place.country;
  }
  return null;
}

/** Of what country the words are that act and are no people: "Norland asked its citizens to leave", "Norland's minister". */
function adviserIn(subject: TokenRange, context: InstitutionContext): string | null {
  const acts = context.words.deprel(context.words.top(subject)) === "nsubj";
  return adjectiveIn(subject, context) ?? (acts ? countryWithin(subject, context) : null);
}

const missionNoun = /^(?:embass(?:y|ies)|consulates?|missions?|ambassadors?|diplomats?|staff|personnel)$/;

const guestNoun = /^(?:embassy|consulate|mission|delegation|legation|office)$/;

/** The country of a place that stands right before the word for a mission, as "Yemen embassy" and "Tehran embassies" have it. */
function compoundHost({ first, end }: TokenRange, { words, places, entities }: InstitutionContext): string | null {
  for (let token = first + 1; token < end; token++) {
    const key = plain(words.text(token - 1));
    if (!missionNoun.test(words.lower(token)) || entities.countryAdjectives.has(key)) continue;
    const country = entities.countryNames.get(key)?.code ?? entities.countrySeats.get(key)?.code;
    if (country !== undefined) return country;
    const place = places.at(token - 1);
    if (place !== null && place.kind !== "facility") return place.country;
  }
  return null;
}

/** The word of the sentence before a place and its article; -1 where none is. */
function wordBefore(token: number, { words, places }: Pick<ClaimContext, "words" | "places">): number {
  const place = places.at(token);
  const { first } = words.sentence(token);
  let before = token - 1;
  while (before >= first && (words.upos(before) === "DET" || (place !== null && places.at(before) === place))) before--;
  return before < first ? -1 : before;
}

/** Whether the words before a place say that something is there or goes from there: "in Karsk", "out of Tarvenia", "leave Norland". */
function isLocated(token: number, { words, places }: Pick<ClaimContext, "words" | "places">): boolean {
  let before = wordBefore(token, { words, places });
  // "In Norland and Tarvenia".
  while (/^(?:and|or|,)$/.test(words.lower(before)) && places.at(before - 1) !== null) {
    const listed = places.at(before - 1);
    while (before > 0 && places.at(before - 1) === listed) before--;
    before--;
  }
  if (/^(?:leav|left$|quit|exit|flee|fled$)/.test(words.lower(before))) return true;
  if (!/^(?:in|at|from|of|inside|within|throughout|across)$/.test(words.lower(before))) return false;
  if (words.lower(before) === "of") return words.lower(before - 1) === "out";
  // "The ministry in Rome" is who speaks and not where something is.
  if (
    /^(?:ministry|government|parliament|officials?|authorities|spokes\p{L}+|lawmakers|court)$/u.test(
      words.lower(before - 1),
    )
  )
    return false;
  return true;
}

/** Whether a place is where something is brought: "to a base in Norland". */
function isGoal(token: number, { words, places }: Pick<ClaimContext, "words" | "places">): boolean {
  for (let before = wordBefore(token, { words, places }) - 1; before > token - 8 && before >= 0; before--) {
    if (words.lower(before) === "to") return true;
    if (/^(?:VERB|AUX|PUNCT|ADP|CCONJ)$/.test(words.upos(before))) return false;
  }
  return false;
}

/**
 * Whose it is where neither its own words nor a hand tell: the one country that the sentence tells of as acting and not as a place; of the
 * sentences before it the nearest that tells, the headline's last.
 */
function sentCountry(state: ToldState, hand: string | null, context: InstitutionContext): string | null {
  const { words, document } = context;
  if (/^(?:several|many|other|foreign|western|various|two|three|both)$/.test(words.lower(state.subject.first)))
    return null;
  // Forces may be the host's own.
  const host = state.aspect === "forces" ? null : (hand ?? articleHost([], context));
  const { paragraphs, sentences } = document.layers.sentences;
  const at = sentences.findIndex(({ first, end }) => first <= state.trigger.first && state.trigger.first < end);
  const before = sentences.slice(Math.max(0, at - 2), at + 1).reverse();
  for (const range of [...before, ...paragraphs.slice(0, 1)]) {
    const acting = actingIn(range, context).filter((country) => country !== host);
    if (acting.length > 0) return acting.length === 1 ? (acting[0] ?? null) : null;
    if (isOfNoCountry(range, context)) return null;
  }
  return null;
}

/** Whether the words name a body that is no country's: "the European Union", "the EU delegation in Karsk". */
function isOfNoCountry({ first, end }: TokenRange, { table, entities }: InstitutionContext): boolean {
  for (let token = first; token < end; token++) {
    const { entity } = table.resolve({ first: token, end: token + 1 });
    const body = table.entities.find(({ id }) => id === entity);
    if (body === undefined || body.country !== null || !/^(?:organization|military)$/.test(body.kind)) continue;
    const known = bodyNamed(body.name, entities);
    if (known !== undefined && known.country === null) return true;
  }
  return false;
}

/** The countries that stand in the words as somebody, each once. */
function actingIn({ first, end }: TokenRange, context: InstitutionContext): readonly string[] {
  const { places, table, words } = context;
  const located = hostsWithin({ first, end }, context);
  const found = new Set<string>();
  // Where an article was written acts no more than where something is.
  for (let token = datelineEnd(first, end, words); token < end; token++) {
    if (isLocated(token, context) || (places.at(token) !== null && isGoal(token, context))) continue;
    const { entity } = table.resolve({ first: token, end: token + 1 });
    const body = table.entities.find(({ id, kind }) => id === entity && kind !== "person" && kind !== "outlet");
    // "In Karsk staff may leave": no staff of Karsk.
    const bodys = body?.country && !located.has(body.country) ? body.country : null;
    const country = countryAt(token, context) ?? places.at(token)?.country ?? bodys;
    if (country) found.add(country);
  }
  return [...found];
}

/**
 * Where it stands: the place in its own words or right behind them; for what a host does to guests the host; else the nearest in the sentence that is told
 * as a place, else where the article's missions stand, else the last place before, the headline's at the end. Never the country whose it is.
 */
function hostOf(
  { aspect, value, subject, trigger }: ToldState,
  of: string | null,
  hand: string | null,
  context: InstitutionContext,
): string | null {
  const { words, places } = context;
  const abroad = (token: number): string | null => {
    const place = places.at(token);
    return place === null || place.kind === "facility" || place.country === of ? null : place.country;
  };
  const located = (token: number): boolean =>
    (isLocated(token, context) && !(value === "evacuated" && isGoal(token, context))) ||
    (missionNoun.test(words.lower(token - 2)) && words.lower(token - 1) === "to" && !movers.test(value));
  const nearest = (first: number, end: number): string | null => {
    let best: { readonly country: string; readonly distance: number } | null = null;
    for (let token = first; token < end; token++) {
      const country = abroad(token);
      const distance = Math.min(Math.abs(token - subject.end), Math.abs(token - trigger.end));
      if (country !== null && located(token) && (best === null || distance < best.distance))
        best = { country, distance };
    }
    return best?.country ?? null;
  };
  const sentence = words.sentence(trigger.first);
  const compound = compoundHost(subject, context);
  // Only a state's own calls its envoys home, and whose forces bring guests out is anywhere.
  const isRecall = value === "ambassador_recalled";
  const isDoneByHost = aspect !== "forces" && value !== "evacuated" && !isRecall;
  return (
    nearest(subject.first, Math.min(subject.end + 4, sentence.end)) ??
    (compound === of ? null : compound) ??
    (hand !== null && of !== null && hand !== of && isDoneByHost ? hand : null) ??
    nearest(sentence.first, sentence.end) ??
    (aspect === "forces" ? null : articleHost([of], context, isRecall ? 2 : 1))
  );
}

/** States in which "to Norland" is where somebody goes, and not where an envoy is. */
const movers = /^(?:evacuated|ordered_departure|authorized_departure|relocated)$/;

/**
 * The country, other than those whose it is, in which the article tells most of what it tells, `lead` times as much as of any other; `null` where two are
 * told of as much or none is.
 */
function articleHost(senders: readonly (string | null)[], context: InstitutionContext, lead = 1): string | null {
  const counts = hostCounts(context);
  const [best, next] = [...counts].filter(([country]) => !senders.includes(country)).sort(([, a], [, b]) => b - a);
  if (best === undefined || (next !== undefined && (best[1] === next[1] || best[1] < lead * next[1]))) return null;
  return best[0];
}

/** What it counts that a mission stands there, that something else is there, and that the country is named at all. */
const hostWeights = { mission: 9, located: 3, named: 1 };

const countsOf = new WeakMap<object, ReadonlyMap<string, number>>();

/** How much an article tells of each country as a place, counted once an article. */
function hostCounts(context: InstitutionContext): ReadonlyMap<string, number> {
  const { document, words, places, entities } = context;
  const known = countsOf.get(document);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const count = (country: string, how: keyof typeof hostWeights): void => {
    counts.set(country, (counts.get(country) ?? 0) + hostWeights[how]);
  };
  for (let token = 0; token < words.length; token++) {
    const place = places.at(token);
    const compound = compoundHost({ first: token - 1, end: token + 1 }, context);
    if (compound !== null) count(compound, "mission");
    if (place === null || place === places.at(token - 1) || place.kind === "facility" || place.country === null)
      continue;
    if (entities.countryAdjectives.has(plain(words.text(token)))) continue;
    const mission = missionNoun.test(words.lower(token - 2)) && /^(?:in|from|to)$/.test(words.lower(token - 1));
    count(place.country, mission ? "mission" : isLocated(token, context) ? "located" : "named");
  }
  countsOf.set(document, counts);
  return counts;
}
