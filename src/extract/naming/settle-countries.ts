import { CountriesTold } from "./countries-told.js";
import type { DraftEntity, Mentions } from "./draft-entity.js";
import type { EntityContext } from "./entity-context.js";
import { type EntityLexicons, withoutThe } from "./entity-lexicons.js";
import type { PhraseIndex } from "./phrases/noun-phrases.js";

/**
 * Gives bodies and people a country that only another mention tells, once all mentions are linked: "its foreign ministry" is that of the state
 * that "it" stands for, and a spokesman of a ministry is of its country. Of public figures no article tells it.
 */
export function settleCountries(context: EntityContext, mentions: Mentions, index: PhraseIndex): void {
  const { entities } = mentions;
  const { lexicons } = context;
  const at: At = (head) => mentions.at(head);
  const told = new CountriesTold(context, mentions);
  for (const body of entities) {
    if (isNamesake(body, lexicons)) body.country = ofNamesake(body, told, lexicons);
    if (body.country !== null || !/^(?:government|military|facility)$/.test(body.kind)) continue;
    body.country = ofOwners(body, at, index) ?? told.ofBody(body);
  }
  for (const person of entities) {
    if (person.country !== null || person.kind !== "person") continue;
    person.country =
      ofOffices(person, at) ?? ofGround(person, context) ?? ofFame(person, lexicons) ?? told.ofOfficial(person);
  }
}

/** Whether several countries have a body of that name, and the table's first of them stands for it. */
function isNamesake({ name, country }: DraftEntity, { bodies }: EntityLexicons): boolean {
  const known = bodies.get(withoutThe(name));
  return known !== undefined && (known.others ?? []).length > 0 && country === known.country;
}

/**
 * The country whose House of Commons it is: of those that have one that which the article tells of, else that which the table names first, but not of what
 * every country has where the article tells of others alone.
 */
function ofNamesake(body: DraftEntity, told: CountriesTold, { bodies }: EntityLexicons): string | null {
  const known = bodies.get(withoutThe(body.name));
  const first = known?.country ?? null;
  const own = told.mostTold([...(first === null ? [] : [first]), ...(known?.others ?? [])]);
  return own ?? (told.tellsOfAny() && told.isCommonName(body) ? told.ofBody(body) : first);
}

type At = Mentions["at"];

function ofOwners({ mentions }: DraftEntity, at: At, index: PhraseIndex): string | null {
  const owners = mentions.flatMap(({ head, form }) => {
    const owner = form === "pronoun" ? null : index.at(head)?.owner;
    const whose = owner && owner.end - owner.first === 1 ? at(owner.first)?.entity : undefined;
    return whose?.kind === "government" ? (whose.country ?? []) : [];
  });
  return owners[0] ?? null;
}

function ofOffices({ roles }: DraftEntity, at: At): string | null {
  const countries = roles.flatMap(({ title, owner }) => {
    const whose = owner !== null && /^(?:office|spokesperson)$/.test(title.kind) ? at(owner)?.entity : undefined;
    return whose !== undefined && whose.kind !== "person" && whose.kind !== "people" ? (whose.country ?? []) : [];
  });
  return countries[0] ?? null;
}

/** "Ohio governor", "Karsk police chief": of the country in which it lies. */
function ofGround({ roles }: DraftEntity, { groundAt }: EntityContext): string | null {
  const countries = roles.flatMap(({ title, owner }) =>
    owner !== null && /^(?:office|spokesperson|rank)$/.test(title.kind) ? (groundAt(owner) ?? []) : [],
  );
  return countries[0] ?? null;
}

/** Known by the full name, or where the article has none by a surname with an office: "President Obama". */
function ofFame({ named, personNames, roles }: DraftEntity, { publicFigures }: EntityLexicons): string | null {
  const inOffice = roles.some(({ title }) => title.kind === "office");
  const inFull = personNames.filter(({ words }) => words.length > 1);
  const known = !named ? [] : inFull.length > 0 ? inFull : inOffice ? personNames : [];
  return known.map(({ words }) => publicFigures.get(words.join(" "))).find((country) => country !== undefined) ?? null;
}
