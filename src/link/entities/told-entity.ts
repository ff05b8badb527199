import { type EntityLexicons, type TitleKind, withoutThe } from "../../extract/naming/entity-lexicons.js";
import { type PersonName, personName } from "../../extract/naming/people/person-name.js";
import { plain, plainWords } from "../../extract/naming/plain.js";
import type { Entity } from "../../record/entity.js";
import type { EntityId } from "../../record/id.js";
import type { ArticleRecord } from "../../record/record.js";
import { dayOf, type LinkInput } from "../link-input.js";
import { type BodyName, bodyName, type Reach, withoutCountry } from "./body-key.js";
import { countryAround, countrySpokenFor } from "./country-around.js";
import { type Host, hostOf } from "./host-of-mission.js";
import { spelling } from "./spelling.js";

/** An entity of one article's record, with what tells it from others of its name. */
export interface ToldEntity {
  readonly article: string;
  readonly entity: EntityId;
  /** The day that the article is from, `null` where unknown. */
  readonly date: string | null;
  readonly story: string;
  readonly kind: Entity["kind"];
  /** A mission's with where it stands, where the article tells. */
  readonly name: string;
  /** What it is looked up by among others: whoever it may be has the same key, or is of the same story. */
  readonly key: string;
  readonly person: PersonName;
  readonly country: string | null;
  /** The country, of a consulate the town, where a mission stands. */
  readonly host: string | null;
  /** How far the name alone tells who it is. */
  readonly reach: Reach;
  readonly roles: readonly ToldRole[];
  /** Names of the people that the same article tells of. */
  readonly company: ReadonlySet<string>;
}

export interface ToldRole {
  /** As the article has it, "former" and the like left out. */
  readonly title: string;
  readonly of: string | null;
  readonly former: boolean;
  readonly kind: TitleKind;
  /** What is compared: the title in one spelling, without rank words before it. */
  readonly key: string;
}

/** The named entities of the articles, in their order; who has no name of his own cannot be known again. */
export function toldEntities(
  articles: readonly LinkInput[],
  storyOf: ReadonlyMap<string, string>,
  lexicons: EntityLexicons,
): readonly ToldEntity[] {
  // Names come back in many articles, and taking one apart is slow.
  const people = new Map<string, PersonName>();
  const bodies = new Map<string, BodyName>();
  const kindOf = kindsOfNames(articles, storyOf);
  return articles.flatMap((input) => {
    const { id, record } = input;
    const named = record.entities.filter((entity) => isNamed(entity, lexicons));
    const meant = unnamedBodies(record.entities, named);
    const company = named.flatMap(({ kind, name }) => (kind === "person" ? [plain(name)] : [])).filter(isFullName);
    return [...named, ...meant.keys()].map((own): ToldEntity => {
      const entity = meant.get(own) ?? own;
      const { name, roles } = entity;
      const story = storyOf.get(id) ?? id;
      const kind = kindOf(entity, story);
      const called =
        kind === "person"
          ? toldPerson(entity, known(people, name, personName), record)
          : toldBody(
              entity,
              known(bodies, name, () => bodyName(name, lexicons)),
              record,
              lexicons,
            );
      return {
        article: id,
        entity: own.id,
        date: record.article.published === null ? null : dayOf(input),
        story,
        kind,
        ...called,
        roles: roles.flatMap((role) => toldRole(role, lexicons)),
        company: new Set(company.filter((other) => other !== plain(name))),
      };
    });
  });
}

/** Bodies of which an article only tells what they are ("the military"), each with the one of its kind that the article names, where that is one alone. */
function unnamedBodies(entities: readonly Entity[], named: readonly Entity[]): ReadonlyMap<Entity, Entity> {
  const meant = new Map<Entity, Entity>();
  for (const entity of entities) {
    if (named.includes(entity) || bareBody[entity.kind]?.test(entity.name) !== true) continue;
    const [only, ...others] = named.filter(({ kind }) => kind === entity.kind);
    if (only !== undefined && others.length === 0) meant.set(entity, only);
  }
  return meant;
}

const bareBody: Readonly<Partial<Record<Entity["kind"], RegExp>>> = {
  military: /^(?:the )?(?:army|military|armed forces)$/i,
  armed_group:
    /^(?:the )?(?:paramilitaries|rebels|militants|insurgents|(?:armed |militant |paramilitary )?group|militia)$/i,
};

/** What kind an entity is of: taggers take "Al Udeid" for a person in one article and for a base in another, and the story's other articles know better. */
function kindsOfNames(
  articles: readonly LinkInput[],
  storyOf: ReadonlyMap<string, string>,
): (entity: Entity, story: string) => Entity["kind"] {
  const votes = new Map<string, Map<Entity["kind"], number>>();
  const keyOf = ({ name }: Entity, story: string): string => `${story} ${plain(name)}`;
  for (const { id, record } of articles) {
    for (const entity of record.entities) {
      const key = keyOf(entity, storyOf.get(id) ?? id);
      const own = votes.get(key) ?? new Map<Entity["kind"], number>();
      const weight = entity.kind === "person" && entity.roles.length > 0 ? 3 : 1;
      votes.set(key, own.set(entity.kind, (own.get(entity.kind) ?? 0) + weight));
    }
  }
  return (entity, story) => {
    const own = votes.get(keyOf(entity, story));
    const people = own?.get("person");
    if (own === undefined || people === undefined || own.size === 1) return entity.kind;
    const bodies = [...own].filter(([kind]) => kind !== "person");
    const told = bodies.reduce((sum, [, weight]) => sum + weight, 0);
    if (people > told) return "person";
    return entity.kind === "person" ? (bodies[0]?.[0] ?? "other") : entity.kind;
  };
}

type Called = Pick<ToldEntity, "name" | "key" | "person" | "country" | "host" | "reach">;

function toldPerson(entity: Entity, person: PersonName, record: ArticleRecord): Called {
  const country = entity.country ?? (entity.roles.length > 0 ? countrySpokenFor(entity, record) : null);
  return { name: entity.name, key: personKey(person), person, country, host: null, reach: "world" };
}

function toldBody(entity: Entity, body: BodyName, record: ArticleRecord, lexicons: EntityLexicons): Called {
  // A table, or the article, may take the town before a mission for the country that it is of.
  const called = body.mission !== null && body.host !== null && body.country === null;
  const country = called || body.isStateless ? null : (entity.country ?? body.country ?? countryAround(entity, record));
  const host = body.mission === null ? null : hostOf(entity, body, country, record);
  const { key, reach } = body;
  const name = nameInFull(entity.name, { ...body, country }, host, lexicons);
  return { name, key: `body ${key}`, person: personName(name), country, host: host?.key ?? null, reach };
}

/** "U.S. Embassy in Baghdad" of "U.S. Embassy", "Iraqi Foreign Ministry" of "Foreign Ministry", where the article tells. */
function nameInFull(name: string, body: BodyName, host: Host | null, lexicons: EntityLexicons): string {
  if (body.mission !== null) return host === null || body.host !== null ? name : `${name} in ${host.name}`;
  const country = body.country === null ? undefined : lexicons.countryByCode.get(body.country);
  const whole = body.reach === "world" || country === undefined || lexicons.bodies.has(withoutThe(name));
  return whole || bodyName(name, lexicons).country !== null ? name : `${country.adjective} ${name}`;
}

function isFullName(name: string): boolean {
  return name.includes(" ");
}

function personKey({ words }: Pick<PersonName, "words">): string {
  return `person ${spelling(words.at(-1) ?? "")}`;
}

/** Whether it is the key of a person, and not of a body. */
export function isPersonKey(key: string): boolean {
  return key.startsWith("person ");
}

/** Of somebody without a name nothing can be known again. */
export const namelessKey: string = personKey({ words: [] });

function known<Value>(values: Map<string, Value>, name: string, make: (name: string) => Value): Value {
  const value = values.get(name) ?? make(name);
  values.set(name, value);
  return value;
}

/** Whether it has a name of its own, and is not "an Iraqi official", "the US Secretary of State" or "100 US troops". */
function isNamed({ name, kind }: Entity, lexicons: EntityLexicons): boolean {
  if (kind === "people" || kind === "other" || !/\p{Lu}/u.test(name)) return false;
  const { titles, bodyNouns, collectives, countryAdjectives, countryNames } = lexicons;
  const words = plain(name);
  const common = !words.includes(" ") && bodyNouns.has(words);
  const adjective = countryAdjectives.has(words) && !countryNames.has(words);
  if (titles.has(words) || common || collectives.has(words) || adjective) return false;
  if (/^(?:armed_group|organization)$/.test(kind) && isDescription(words, lexicons)) return false;
  if (related.test(name)) return false;
  const last = name.split(/\s+/).at(-1) ?? "";
  const described = !/\p{Lu}/u.test(last);
  if (described && kind !== "person" && isOpening(name, lexicons)) return false;
  if (kind !== "person") return !(described && (counted.test(words) || ofGround.test(last)));
  return !described && !counted.test(words) && !titles.has(withoutCountry(plainWords(name), lexicons).rest.join(" "));
}

/** "Political parties", "Masked gunmen": several of a kind, with the capital of the sentence that they open. */
function isOpening(name: string, lexicons: EntityLexicons): boolean {
  const { bodies, bodyNouns, collectives } = lexicons;
  const [first = "", ...rest] = plainWords(name);
  const last = rest.at(-1) ?? "";
  const several =
    collectives.has(last) || (last.endsWith("s") && bodyNouns.has(last.replace(/ies$/, "y").replace(/s$/, "")));
  const capitals = name.replace(/[^\p{Lu}]/gu, "").length;
  const known = bodies.has(first) || withoutCountry([first, ...rest], lexicons).country !== null;
  return several && capitals === 1 && /^\p{Lu}\p{Ll}+$/u.test(name.split(/\s/)[0] ?? "") && !known;
}

/** "Sudan Paramilitary Force", "Islamist militants": words of a headline that say what it is, and no name. */
function isDescription(words: string, lexicons: EntityLexicons): boolean {
  const { bodies, bodyHeads, bodyNouns, collectives, describing } = lexicons;
  if (bodies.has(words)) return false;
  const rest = withoutCountry(words.split(" "), lexicons).rest;
  const common = (word: string): boolean => bodyHeads.has(word) || bodyNouns.has(word) || collectives.has(word);
  const fighters = rest.some(
    (word) => collectives.get(word)?.kind === "armed_group" || /^(?:force|group)s?$/.test(word),
  );
  return fighters && rest.every((word) => common(word) || describing.has(word));
}

/** "Al-Qaeda-linked rebels", "pro-Norland": known by somebody else's name. */
const related = /^(?:pro|anti)-|-(?:linked|backed|affiliated|aligned|led|inspired|allied|controlled|funded)\b/i;

/** "The Central American city" has a name of its own elsewhere. */
const ofGround = /^(?:city|town|village|country|nation|state|island|province|region|capital|county)$/;

const counted =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds|thousands|\d+) (?!\S+$)|^(?:one|another|\d+) /;

const past = /^(?:former|ex|late|retired|ousted|outgoing|previous|then)[ -]/i;

function toldRole({ title, of }: Entity["roles"][number], { titles }: EntityLexicons): readonly ToldRole[] {
  const bare = title.replace(past, "");
  const words = plainWords(bare);
  for (let first = 0; first < words.length; first++) {
    // "undersecretary of state | for management".
    for (let end = words.length; end > first; end--) {
      if (end < words.length && !/^(?:of|for|to)$/.test(words[end] ?? "")) continue;
      const form = titles.get(words.slice(first, end).join(" "));
      if (!form) continue;
      if (form.title.kind === "address" || form.title.kind === "kin" || form.title.kind === "person") return [];
      const key = [...words.slice(0, first), form.title.title, ...words.slice(end)].join(" ");
      return [{ title: bare, of, former: bare !== title, kind: form.title.kind, key }];
    }
  }
  return [];
}
