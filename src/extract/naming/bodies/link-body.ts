import type { TokenRange } from "../../../doc/layers.js";
import type { EntityKind } from "../../../record/entity.js";
import { type DraftEntity, draftEntity } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { Country } from "../entity-lexicons.js";
import { countryNamed } from "../people/read-role.js";
import type { NounPhrase } from "../phrases/noun-phrases.js";
import { detailsOf, far, ownerName, type PhraseLinking, withoutArticle } from "../phrases/phrase-linking.js";
import { plain, plainWords } from "../plain.js";
import { headWords } from "./body-name.js";
import { missionAbroad, missionNamed, namedMission, stateOfMission } from "./mission-abroad.js";

/** The body that a phrase like "the ministry" or "the Iraqi army" stands for, made where the phrase says whose it is, or where it speaks. */
export function linkBody(
  linking: PhraseLinking,
  phrase: NounPhrase,
  kind: EntityKind,
  speaks: boolean,
): DraftEntity | null {
  const { context, names, bodies } = linking;
  const { words } = context;
  const owner = ownerName(context, names, phrase);
  const country = owner === null ? undefined : countryOf(context, owner);
  const noun = words.lower(phrase.head);
  if (country && governments.test(noun)) return bodies.government(country);
  const site = kind === "facility" && !sites.test(noun);
  if (phrase.owner && words.upos(phrase.range.first) === "PRON" && !phrase.plural && missions.test(noun)) {
    const mission = missionOfState(linking, phrase, owner);
    if (mission) return mission;
  }
  const state = phrase.plural || phrase.owner ? null : stateOfMission(context, phrase.head);
  if (state) return missionNamed(bodies, state, noun);
  const abroad = phrase.plural || phrase.owner ? null : missionAbroad(context, nounsOf(phrase, owner));
  if (abroad) return namedMission(bodies, abroad, noun);
  if (owner && !phrase.plural && (speaks || !site)) return ownedBody(linking, phrase, kind, owner, country, speaks);
  const name = withoutArticle(context, phrase);
  if (phrase.owner && words.upos(phrase.range.first) === "PRON")
    return speaks ? bodyOfPronoun(linking, phrase, kind) : null;
  if (phrase.plural || phrase.determiner === "indefinite" || phrase.determiner === "counted") {
    return speaks ? draftEntity({ kind, name, named: false, plural: phrase.plural, noun }) : null;
  }
  const recent = recentBody(linking, phrase, kind);
  const seat = seatOf(context, phrase);
  const known = seat && recent?.country !== seat.code ? null : recent;
  if (seat && !known) {
    return governments.test(noun)
      ? bodies.government(seat)
      : bodies.named(`${seat.adjective} ${ministryMeant(linking, phrase, name)}`, kind, seat.code);
  }
  const acts =
    speaks || (nationals.test(noun) && (context.subject(phrase.head) || context.relation(phrase.head) === "obl:agent"));
  if (known || !acts) return known;
  const national = nationals.test(noun) ? topicalCountry(linking, phrase.range.first) : null;
  if (national && governments.test(noun)) return bodies.government(national);
  return bodies.named(national ? `${national.adjective} ${name}` : name, kind, national?.code ?? null);
}

/** The country whose name or adjective the owner is, or whose seat: "the Rome police" in Georgia are not Italy's. */
function countryOf({ words, lexicons, townAt }: EntityContext, owner: TokenRange): Country | undefined {
  const country = countryNamed(words.slice(owner), lexicons);
  const town = townAt(owner.end - 1);
  return town === null || town === country?.code ? country : undefined;
}

/** The country of "the ministry in Rome"; a mission in Rome is another's. */
function seatOf({ words, lexicons }: EntityContext, { head, range }: NounPhrase): Country | null {
  if (!nationals.test(words.lower(head)) || words.lower(range.end) !== "in") return null;
  return lexicons.countrySeats.get(words.lower(range.end + 1)) ?? null;
}

/** The phrase from whose it is on. */
function nounsOf({ range }: NounPhrase, owner: TokenRange | null): TokenRange {
  return { first: owner?.first ?? range.first, end: range.end };
}

/** "Norland closed its embassy", "its Karsk embassy": a state's own. */
function missionOfState(
  { context, bodies, mentions }: PhraseLinking,
  { head, range }: NounPhrase,
  called: TokenRange | null,
): DraftEntity | null {
  const { words, lexicons } = context;
  const noun = words.lower(head);
  const whose = stateThatActs({ context, mentions }, head) ?? mentions.at(range.first)?.entity;
  const owner = whose?.kind === "government" ? lexicons.countryByCode.get(whose.country ?? "") : undefined;
  if (owner === undefined) return null;
  const host = called === null ? undefined : countryNamed(words.slice(called), lexicons);
  return host ? namedMission(bodies, { owner, host }, noun) : missionNamed(bodies, owner, noun);
}

/** The subject of the verb whose object the mission is. */
function stateThatActs(
  { context, mentions }: Pick<PhraseLinking, "context" | "mentions">,
  mission: number,
): DraftEntity | null {
  const { words, relation, governor } = context;
  if (relation(mission) !== "obj") return null;
  const subject = words.children(governor(mission)).find((child) => words.deprel(child) === "nsubj");
  if (subject === undefined) return null;
  for (let head = subject; head < Math.min(subject + 4, mission); head++) {
    const entity = mentions.at(head)?.entity;
    if (entity?.kind === "government") return entity;
  }
  return null;
}

const missions = /^(?:embassy|consulate)$/;

/** "its operator" is nobody the reader knows; "her campaign" and "its army" are known by whose they are. */
function bodyOfPronoun(
  { context, bodies, mentions }: PhraseLinking,
  phrase: NounPhrase,
  kind: EntityKind,
): DraftEntity {
  const noun = context.words.lower(phrase.head);
  const name = withoutArticle(context, phrase);
  const whose = mentions.at(phrase.range.first)?.entity;
  if (!whose || acting.test(noun)) return draftEntity({ kind, name, named: !acting.test(noun), noun });
  const country = whose.kind === "government" ? context.lexicons.countryByCode.get(whose.country ?? "") : undefined;
  if (country && governments.test(noun)) return bodies.government(country);
  const called = country ? ministryMeant({ context, mentions }, phrase, name) : name;
  // A minister's ministry has a name of its own, as has a ministry's department.
  const strange = whose.kind === "person" ? !personal.test(noun) : !whose.named || whose.noun !== null;
  if (strange) return draftEntity({ kind, name, named: false, noun, country: whose.country });
  return bodies.named(`${country?.adjective ?? whose.name} ${called}`, kind, whose.country);
}

/** "foreign ministry" of "the ministry in Rome" behind another's foreign ministry, or where the sentence before tells of missions and envoys; else the words as they are. */
function ministryMeant(
  { context, mentions }: Pick<PhraseLinking, "context" | "mentions">,
  { head, range }: NounPhrase,
  name: string,
): string {
  const { words } = context;
  if (plain(name) !== "ministry") return name;
  for (const entity of mentions.entitiesBefore(range.first, far)) {
    const [, portfolio] = /(?:^|\s)(\S+) ministry$/.exec(plain(entity.name)) ?? [];
    if (entity.kind === "government" && portfolio !== undefined) return `${portfolio} ministry`;
  }
  for (let token = Math.max(0, head - 60); token < head; token++)
    if (/^(?:embass(?:y|ies)|ambassadors?|envoys?|diplomats?|consulates?)$/.test(words.lower(token)))
      return "foreign ministry";
  return name;
}

/** Nouns that tell what a body does, not which it is. */
export const acting = /^(?:operator|owner|maker|manufacturer|insurer|developer|publisher|supplier|carrier)$/;

/** Nouns for places that stand for those who keep them. */
const sites = /^(?:embassy|consulate|airport|airbase|base)$/;

/** Nouns for the government itself. */
const governments = /^(?:government|authorities|regime)$/;

/** Nouns for bodies of which a country has one. */
const nationals =
  /^(?:government|authorities|regime|army|navy|military|forces|parliament|ministry|cabinet|presidency|intelligence|senate|congress|treasury)$/;

/** Nouns for bodies that go by the name of a person. */
const personal =
  /^(?:campaign|administration|government|cabinet|regime|foundation|company|firm|committee|movement|party)$/;

/** Nouns that only say what the name before them is: "the Islamic State group". */
const labels =
  /^(?:group|party|movement|militia|organi[sz]ation|network|company|newspaper|website|agency|magazine|alliance|firm|campaign group)$/;

/**
 * "Iraq's army" and "the Iraqi army" as one: the country's adjective and the nouns behind it. A person's campaign goes by the person's full
 * name.
 */
function ownedBody(
  { context, bodies, mentions }: PhraseLinking,
  phrase: NounPhrase,
  kind: EntityKind,
  owner: TokenRange,
  country: Country | undefined,
  speaks: boolean,
): DraftEntity | null {
  const { words } = context;
  const whose = mentions.at(owner.end - 1)?.entity;
  const rest: string[] = [];
  for (let i = owner.end; i < phrase.range.end; i++) if (!/^['’]s?$/i.test(words.text(i))) rest.push(words.text(i));
  if (!phrase.owner && rest.length === 1 && labels.test(words.lower(phrase.head)) && !country) {
    if (whose && whose.kind !== "person") return whose;
  }
  if (whose?.kind === "person") {
    if (!speaks && !personal.test(words.lower(phrase.head))) return null;
    const nouns = words.text(phrase.head);
    return bodies.named(`${words.slice(owner)} ${nouns}`, kind, null, `${whose.name} ${nouns}`);
  }
  const printed = phrase.owner
    ? [country?.adjective ?? words.slice(owner), ...rest].join(" ")
    : words.slice({ first: owner.first, end: phrase.range.end });
  return bodies.named(printed, kind, country?.code ?? null);
}

/** Nouns by which a text takes up a body of some kinds. */
const generic: readonly (readonly [nouns: RegExp, kinds: RegExp])[] = [
  [/^(?:company|firm|bloc)$/, /^organization$/],
  [/^(?:group|organization|movement)$/, /^(?:organization|armed_group)$/],
  [/^agency$/, /^(?:government|outlet)$/],
  [/^alliance$/, /^(?:organization|military)$/],
  [/^(?:newspaper|paper|magazine|website|network|broadcaster|outlet)$/, /^outlet$/],
];

/** The body lately named whose name ends with that noun, or that is of the kind that the noun tells. */
function recentBody({ context, mentions }: PhraseLinking, phrase: NounPhrase, kind: EntityKind): DraftEntity | null {
  const noun = plain(context.words.text(phrase.head));
  const wanted = detailsOf(context, phrase);
  const [, kinds] = generic.find(([nouns]) => nouns.test(noun)) ?? [];
  let passing: DraftEntity | null = null;
  for (const entity of mentions.entitiesBefore(phrase.range.first, far)) {
    if (entity.kind === "person" || entity.kind === "people" || entity.kind === "other") continue;
    const names = [entity.name, ...entity.names];
    const called = names.some(
      (name) => headWords(name).includes(noun) && wanted.every((word) => plainWords(name).includes(word)),
    );
    if (called && !isPassing(context, entity)) return entity;
    if (called) passing ??= entity;
    const isOfKind = entity.named && wanted.length === 0 && kinds?.test(entity.kind);
    if (passing === null && isOfKind && kind !== "facility") return entity;
  }
  return passing;
}

/** Told of once and outside the headline, as something beside what the article is about. */
function isPassing(context: EntityContext, { mentions }: DraftEntity): boolean {
  const [only] = mentions;
  return mentions.length === 1 && only !== undefined && context.paragraph(only.head) > 0 && !context.subject(only.head);
}

/**
 * The country that the article is about here: that of an official of whom the sentence tells, else the last whose government was a subject, else the last
 * named at all.
 */
function topicalCountry({ context, mentions }: PhraseLinking, at: number): Country | null {
  let named: Country | null = null;
  for (const { entity, head } of mentions.before(at, 400)) {
    if (entity.kind === "person" && entity.country !== null && context.sentence(head) === context.sentence(at))
      return context.lexicons.countryByCode.get(entity.country) ?? null;
    const country = entity.kind === "government" ? context.lexicons.countryByCode.get(entity.country ?? "") : undefined;
    if (!country || country.name !== entity.name) continue;
    if (context.subject(head)) return country;
    named ??= country;
  }
  return named;
}
