import { bareName } from "../../extract/entities/body-name.js";
import type { EntityLexicons, TitleKind } from "../../extract/entities/entity-lexicons.js";
import { type PersonName, personName } from "../../extract/entities/person-name.js";
import { plain, plainWords } from "../../extract/entities/plain.js";
import type { Entity } from "../../record/entity.js";
import type { EntityId } from "../../record/id.js";
import type { LinkInput } from "../link-input.js";

/** An entity of one article's record, with what tells it from others of its name. */
export interface ToldEntity {
  readonly article: string;
  readonly entity: EntityId;
  /** The day that the article is from, `null` where unknown. */
  readonly date: string | null;
  readonly story: string;
  readonly kind: Entity["kind"];
  readonly name: string;
  /** What it is looked up by among others: whoever it may be has the same key, or is of the same story. */
  readonly key: string;
  readonly person: PersonName;
  readonly country: string | null;
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
  const bodies = new Map<string, string>();
  return articles.flatMap(({ id, record }) => {
    const named = record.entities.filter((entity) => isNamed(entity, lexicons));
    const company = named.flatMap(({ kind, name }) => (kind === "person" ? [plain(name)] : [])).filter(isFullName);
    return named.map((entity): ToldEntity => {
      const { name, kind, country } = entity;
      const person = known(people, name, personName);
      const own = plain(name);
      return {
        article: id,
        entity: entity.id,
        date: record.article.published?.slice(0, 10) ?? null,
        story: storyOf.get(id) ?? id,
        kind,
        name,
        key: kind === "person" ? personKey(person) : `body ${known(bodies, name, () => bareName(name, lexicons))}`,
        person,
        country,
        roles: entity.roles.flatMap((role) => toldRole(role, lexicons)),
        company: new Set(company.filter((other) => other !== own)),
      };
    });
  });
}

function isFullName(name: string): boolean {
  return name.includes(" ");
}

function personKey({ words }: PersonName): string {
  return `person ${words.at(-1) ?? ""}`;
}

/** Whether it is the key of a person, and not of a body. */
export function isPersonKey(key: string): boolean {
  return key.startsWith("person ");
}

/** Of somebody without a name nothing can be known again. */
export const namelessKey: string = personKey({ words: [], nickname: null });

function known<Value>(values: Map<string, Value>, name: string, make: (name: string) => Value): Value {
  const value = values.get(name) ?? make(name);
  values.set(name, value);
  return value;
}

function isNamed({ name, kind }: Entity, { titles, bodyNouns, collectives }: EntityLexicons): boolean {
  if (kind === "people" || kind === "other" || !/\p{Lu}/u.test(name)) return false;
  const words = plain(name);
  const common = !words.includes(" ") && bodyNouns.has(words);
  return !titles.has(words) && !common && !collectives.has(words);
}

const past = /^(?:former|ex|late|retired|ousted|outgoing|previous|then)[ -]/i;

function toldRole({ title, of }: Entity["roles"][number], { titles }: EntityLexicons): readonly ToldRole[] {
  const bare = title.replace(past, "");
  const words = plainWords(bare);
  for (let first = 0; first < words.length; first++) {
    const form = titles.get(words.slice(first).join(" "));
    if (!form) continue;
    if (form.title.kind === "address" || form.title.kind === "kin" || form.title.kind === "person") return [];
    const key = [...words.slice(0, first), form.title.title].join(" ");
    return [{ title: bare, of, former: bare !== title, kind: form.title.kind, key }];
  }
  return [];
}
