import { type DraftEntity, type DraftRole, draftEntity } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { NounPhrase } from "../phrases/noun-phrases.js";
import { detailsOf, far, type PhraseLinking, withoutArticle } from "../phrases/phrase-linking.js";
import { roleFit, type WantedRole } from "./match-role.js";
import { countryOfRole, readRole } from "./read-role.js";

/**
 * The entity that a phrase about one person stands for: whoever was lately called by that role, or is called so later in the article with the
 * same words. Of a speaker nobody else is called so, "the …" is taken for the person whom the text was just about; any other speaker is a
 * person of its own.
 */
export function linkPerson(linking: PhraseLinking, phrase: NounPhrase, speaks: boolean): DraftEntity | null {
  const { context, names } = linking;
  if (phrase.noun.kind !== "person") return null;
  const { title } = phrase.noun.title;
  const role = readRole(context, names, { range: phrase.range, owner: phrase.owner, title: phrase.noun.title });
  const country = countryOfRole(role, context.lexicons);
  const wanted: WantedRole = { role, title, details: detailsOf(context, phrase), country };
  const known = refersBack(context, phrase) ? holderOf(linking, phrase, wanted) : null;
  if (known !== null && country !== null && isLastNamed(linking, phrase, known)) tellWhose(known, role, country);
  if (known || !speaks) return known;
  const same = phrase.determiner === "definite" ? justTalkedAbout(linking, phrase, wanted) : null;
  if (same) {
    same.roles.push(role);
    return same;
  }
  const name = withoutArticle(context, phrase);
  const { gender, title: noun } = title;
  return draftEntity({ kind: "person", name, named: false, gender, country, noun, roles: [role] });
}

/** Notes the country of somebody whose office the article told without it: "the Norwegian minister" of "Minister Ana Ruiz". */
function tellWhose(known: DraftEntity, role: DraftRole, country: string): void {
  if (known.country !== null || role.title.kind === "kin" || role.title.kind === "person") return;
  known.country = country;
  known.roles.push(role);
}

/** Whether nobody else was named last: of "Putin spoke. The Russian president" and a President Hale, Hale is not meant. */
function isLastNamed({ mentions }: PhraseLinking, { range }: NounPhrase, known: DraftEntity): boolean {
  for (const { entity, form } of mentions.before(range.first, far)) {
    if (form === "name" && entity.kind === "person") return entity === known;
  }
  return true;
}

function refersBack({ words }: EntityContext, { determiner, owner, range }: NounPhrase): boolean {
  if (owner && words.upos(range.first) === "PRON") return false;
  return /^(?:definite|demonstrative|possessive|bare)$/.test(determiner);
}

function holderOf({ context, mentions }: PhraseLinking, phrase: NounPhrase, wanted: WantedRole): DraftEntity | null {
  for (const entity of mentions.entitiesBefore(phrase.range.first, far)) {
    if (entity.kind === "person" && roleFit(entity, wanted) === 2) return entity;
  }
  const exact = wanted.country !== null || wanted.details.length > 0 || wanted.role.role.of !== null;
  if (wanted.title.kind === "person") return null;
  const named = mentions.entities.filter((entity) => entity.named && entity.kind === "person");
  if (!exact) {
    // A headline leaves out who the admiral is; the text has one.
    const holders = inHeadline(context, phrase) ? named.filter((entity) => roleFit(entity, wanted) === 2) : [];
    return holders.length === 1 ? (holders[0] ?? null) : null;
  }
  const later = named.find((entity) => roleFit(entity, wanted) === 2);
  if (later || phrase.owner) return later ?? null;
  const likely = named.filter((entity) => roleFit(entity, wanted) === 1);
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

function inHeadline(context: EntityContext, { determiner, range }: NounPhrase): boolean {
  return determiner === "bare" && context.paragraph(range.first) === 0;
}

/** Occupations that tell who somebody is rather than what he does in what is told: a tycoon, not an announcer. */
const lasting =
  /^(?:.*business(?:wo)?man|.*developer|billionaire|millionaire|tycoon|mogul|magnate|oligarch|entrepreneur|industrialist|politician|veteran|activist|dissident|lawyer|doctor|actor|actress|singer|rapper|comedian|author|novelist|writer|scientist|economist|professor|historian)$/;

/**
 * "The businessman" after a sentence about somebody of whom the article has not yet said what he is; of several, the one whom the article
 * mentions most.
 */
function justTalkedAbout(linking: PhraseLinking, phrase: NounPhrase, wanted: WantedRole): DraftEntity | null {
  const { context, mentions, sayings } = linking;
  const at = phrase.range.first;
  // "the chair of the board" tells who it is.
  if (phrase.owner || context.quoted(at) || /^(?:of|for|to)$/.test(context.words.lower(phrase.range.end))) return null;
  if (wanted.title.kind === "occupation" && !lasting.test(wanted.title.title)) return null;
  const gender = wanted.title.gender;
  const near = new Set<DraftEntity>();
  for (const { entity, head } of mentions.before(at, 120)) {
    if (context.distance(head, at) > 2) break;
    if (context.quoted(head) || entity.kind !== "person" || !entity.named) continue;
    if (gender && entity.gender && gender !== entity.gender) continue;
    if (entity.roles.some(({ title }) => title.kind === wanted.title.kind && title.kind !== "person")) continue;
    if (context.subject(head) || sayings.sourceAt(head)) near.add(entity);
  }
  return [...near].reduce<DraftEntity | null>((a, b) => (a && a.mentions.length >= b.mentions.length ? a : b), null);
}
