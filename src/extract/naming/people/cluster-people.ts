import { type DraftEntity, draftEntity, type Mentions } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import { bodyNamed, type Gender } from "../entity-lexicons.js";
import type { NamePhrase } from "../phrases/noun-phrases.js";
import { type FoundTitle, titleBefore } from "./find-titles.js";
import { areNamesakes, genderOf, nameFit, type PersonName, personName, printedName } from "./person-name.js";

interface PersonMention {
  readonly phrase: NamePhrase;
  readonly name: PersonName;
  readonly printed: string;
  readonly gender: Gender | null;
  readonly headline: boolean;
}

/**
 * Mentions of people by name, as entities: full names first, then the shorter names that stand for them. Of two people with
 * one surname a short name is the one whose title and nearness fit better. Names that are no person's come back.
 */
export function clusterPeople(
  context: EntityContext,
  phrases: readonly NamePhrase[],
  mentions: Mentions,
): readonly NamePhrase[] {
  const people = new PeopleByWord();
  const full: PersonMention[] = [];
  const short: PersonMention[] = [];
  const others: NamePhrase[] = [];
  const inFull = wordsOfFullNames(context, phrases);
  for (const phrase of phrases) {
    const { type } = phrase.noun.name;
    const mention = personMention(context, phrase);
    if (mention.name.words.length === 0) continue;
    const body = bodyNamed(mention.printed, context.lexicons) !== undefined;
    const single = mention.name.words.length === 1 && !inFull.has(mention.name.words[0] ?? "");
    const place = body || (single && isKnownElsewhere(context, mention.name));
    if (!isTitled(context, phrase) && (type !== "PERSON" || place || isLabelled(context, phrase))) {
      others.push(phrase);
      continue;
    }
    (mention.name.words.length > 1 ? full : short).push(mention);
  }
  // Headlines run names together with what follows, so the text's own come first.
  for (const mention of [...full.filter(({ headline }) => !headline), ...full.filter(({ headline }) => headline)]) {
    const fitting = people.like(mention.name).filter((one) => fitOf(context, mention, one) === 3);
    addMention(mentions, people, fitting[0] ?? newPerson(people, mention), mention);
  }
  for (const mention of short) {
    const known = nearestFit(context, people, mention);
    if (!known && /^\p{Lu}{3,6}$/u.test(mention.printed) && !isTitled(context, mention.phrase))
      others.push(mention.phrase);
    else addMention(mentions, people, known ?? newPerson(people, byGivenName(context, mention)), mention);
  }
  return others.filter((phrase) => !takenAsPerson(context, people, mentions, phrase));
}

/** The first and last words of the people's names in full: the "Paris" of a Paris Hale is no town. */
function wordsOfFullNames({ words }: EntityContext, phrases: readonly NamePhrase[]): ReadonlySet<string> {
  const names = phrases.flatMap(({ noun: { name } }) =>
    name.type === "PERSON" ? [personName(words.slice(name))] : [],
  );
  return new Set(names.flatMap(({ words: own }) => (own.length > 1 ? [own[0] ?? "", own.at(-1) ?? ""] : [])));
}

/** A name whose tagged type is wrong: the surname of somebody whom the article names in full. */
function takenAsPerson(context: EntityContext, people: PeopleByWord, mentions: Mentions, phrase: NamePhrase): boolean {
  const { type } = phrase.noun.name;
  const mention = personMention(context, phrase);
  const entity = type === "NORP" ? null : nearestFit(context, people, mention);
  const surname = entity?.personNames.some((name) => nameFit(mention.name, name, context.lexicons) >= 2);
  if (type !== "PERSON" && isKnownElsewhere(context, mention.name)) return false;
  if (!entity || !surname || (type === "GPE" && entity.mentions.length < 2)) return false;
  addMention(mentions, people, entity, mention);
  return true;
}

/** A country, a seat of government or a body has that name as well. */
function isKnownElsewhere({ lexicons }: EntityContext, { words }: PersonName): boolean {
  const name = words.join(" ");
  return [lexicons.countryNames, lexicons.countrySeats, lexicons.bodies].some((lexicon) => lexicon.has(name));
}

/** "his sister Georgia", "Mr Reading": no place. */
function isTitled(context: EntityContext, phrase: NamePhrase): boolean {
  const title = titleOf(context, phrase)?.title;
  if (!title || title.title === "saint") return false;
  return phrase.noun.name.type === "PERSON" || /^(?:kin|address|rank)$/.test(title.kind);
}

/** "the news site Planalto": the noun says that it is no person. */
export function isLabelled({ lexicons, plain }: EntityContext, { noun, range }: NamePhrase): boolean {
  const { first } = noun.name;
  return (
    range.first < first && [1, 2].some((length) => lexicons.bodyNouns.has(plain({ first: first - length, end: first })))
  );
}

function personMention(context: EntityContext, phrase: NamePhrase): PersonMention {
  const text = context.words.slice(phrase.noun.name);
  const name = personName(text);
  const gender = titleOf(context, phrase)?.title.gender ?? genderOf(name, context.lexicons);
  return { phrase, name, printed: printedName(text), gender, headline: isHeadline(context, phrase.head) };
}

function isHeadline(context: EntityContext, token: number): boolean {
  return context.document.layers.sentences.paragraphs.length > 1 && context.paragraph(token) === 0;
}

/** The title directly before the name. */
export function titleOf(context: EntityContext, { noun, range }: NamePhrase): FoundTitle | null {
  if (noun.name.first === range.first) return null;
  const title = titleBefore(context, noun.name.first);
  return title && title.range.first >= range.first ? title : null;
}

function newPerson(people: PeopleByWord, { name, printed, gender }: PersonMention): DraftEntity {
  const entity = draftEntity({ kind: "person", name: printed, personNames: [name], gender });
  people.add(entity, name);
  return entity;
}

/** A name that is no surname of anybody may be a given name, and tell the gender. */
function byGivenName({ lexicons }: EntityContext, mention: PersonMention): PersonMention {
  return { ...mention, gender: mention.gender ?? lexicons.givenNames.get(mention.name.words[0] ?? "")?.gender ?? null };
}

function addMention(mentions: Mentions, people: PeopleByWord, entity: DraftEntity, mention: PersonMention): void {
  const { name, printed, gender, phrase, headline } = mention;
  if (!entity.personNames.some((known) => sameWords(known, name) && known.suffix === name.suffix)) {
    entity.personNames.push(name);
    people.add(entity, name);
  }
  if (name.words.length > personName(entity.name).words.length && !headline) entity.name = printed;
  entity.gender ??= gender;
  entity.names.add(printed);
  mentions.add(entity, phrase.range, phrase.head, "name");
}

function sameWords(a: PersonName, b: PersonName): boolean {
  return a.words.join(" ") === b.words.join(" ");
}

function fitOf(context: EntityContext, { name, gender }: PersonMention, entity: DraftEntity): number {
  if (gender && entity.gender && gender !== entity.gender) return 0;
  if (entity.personNames.some((known) => areNamesakes(known, name))) return 0;
  return Math.max(0, ...entity.personNames.map((known) => nameFit(name, known, context.lexicons)));
}

/** The person whom a short name means: the best fit by the name, then the one mentioned often and lately. */
function nearestFit(context: EntityContext, people: PeopleByWord, mention: PersonMention): DraftEntity | null {
  const at = mention.phrase.head;
  let best: { readonly entity: DraftEntity; readonly score: number } | null = null;
  for (const entity of people.like(mention.name)) {
    const fitting = fitOf(context, mention, entity);
    if (fitting === 0) continue;
    const distance = Math.min(
      ...entity.mentions.map(({ head }) => Math.abs(context.sentence(head) - context.sentence(at))),
    );
    const score = 10 * fitting + Math.log(1 + entity.mentions.length) - 0.15 * Math.min(distance, 40);
    if (!best || score > best.score) best = { entity, score };
  }
  return best?.entity ?? null;
}

/** People by each word of their names. */
class PeopleByWord {
  private readonly byWord = new Map<string, Set<DraftEntity>>();

  add(entity: DraftEntity, { words, nickname }: PersonName): void {
    for (const word of [...words, ...(nickname?.split(" ") ?? [])]) {
      const known = this.byWord.get(word) ?? new Set();
      this.byWord.set(word, known.add(entity));
    }
  }

  /** Everybody who shares the name's last word. */
  like({ words }: PersonName): readonly DraftEntity[] {
    return [...(this.byWord.get(words.at(-1) ?? "") ?? [])];
  }
}
