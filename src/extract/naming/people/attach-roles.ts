import type { DraftEntity, Mentions } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { Names } from "../names/collect-names.js";
import { isNamePhrase, type NamePhrase, type NounPhrase, type PhraseIndex } from "../phrases/noun-phrases.js";
import { titleOf } from "./cluster-people.js";
import { countryOfRole, type RolePhrase, readRole } from "./read-role.js";

/**
 * Gives people the roles that stand by their names: before it ("Foreign Secretary Ana Ruiz"), behind it ("Ana Ruiz, the foreign
 * secretary,") or before a comma ("the foreign secretary, Ana Ruiz,"). The words of a role become a mention of the person.
 */
export function attachRoles(
  context: EntityContext,
  phrases: readonly NounPhrase[],
  index: PhraseIndex,
  names: Names,
  mentions: Mentions,
): void {
  for (const phrase of phrases) {
    if (!isNamePhrase(phrase)) continue;
    const entity = mentions.at(phrase.head)?.entity;
    if (!entity || !isPerson(context, entity, phrase, index)) continue;
    entity.kind = "person";
    const title = titleOf(context, phrase);
    if (title && title.title.kind !== "address") {
      const range = { first: phrase.range.first, end: title.range.end };
      const owner = phrase.owner && phrase.owner.end <= title.range.first ? phrase.owner : null;
      addRole(context, entity, names, { range, owner, title });
    }
    const said = rolePredicated(context, phrase, index);
    if (said?.noun.kind === "person")
      addRole(context, entity, names, { range: said.range, owner: said.owner, title: said.noun.title });
    for (const role of [roleBehind(context, phrase, index), roleBefore(context, phrase, index)]) {
      if (role?.noun.kind !== "person" || mentions.at(role.head)) continue;
      addRole(context, entity, names, { range: role.range, owner: role.owner, title: role.noun.title });
      mentions.add(entity, role.range, role.head, "phrase");
    }
  }
}

/** A person, or an unknown name behind which stands what a person is: "Quill, a nurse," whom the tagger took for a firm. */
function isPerson(context: EntityContext, entity: DraftEntity, phrase: NamePhrase, index: PhraseIndex): boolean {
  if (entity.kind === "person") return true;
  if (entity.kind !== "organization" && entity.kind !== "other") return false;
  const role = roleBehind(context, phrase, index);
  return role?.noun.kind === "person" && /^(?:indefinite|definite)$/.test(role.determiner) && entity.country === null;
}

function addRole(context: EntityContext, entity: DraftEntity, names: Names, phrase: RolePhrase): void {
  const role = readRole(context, names, phrase);
  entity.roles.push(role);
  entity.gender ??= role.title.gender;
  entity.country ??= countryOfRole(role, context.lexicons);
}

/** The phrase between commas behind a name, an age or a bracket between them: "Ana Ruiz, 41, a doctor". */
function roleBehind(context: EntityContext, { head }: NamePhrase, index: PhraseIndex): NounPhrase | null {
  const { words } = context;
  let at = head + 1;
  if (words.text(at) === "(") {
    const limit = at + 12;
    while (at < limit && words.text(at) !== ")") at++;
    at++;
  }
  if (!/^[,–—]$/.test(words.text(at))) return null;
  at++;
  if (/^\d{1,2}$/.test(words.text(at)) && words.text(at + 1) === ",") at += 2;
  while (/^(?:then|now|also|once|formerly|himself|herself|who|is|was)$/.test(words.lower(at)) && at < head + 8) at++;
  const role = index.startingAt(at);
  if (role?.noun.kind !== "person" || role.plural || context.sentence(at) !== context.sentence(head)) return null;
  return isSubject(context, role.range.end) ? null : role;
}

/** "Ana Ruiz is a Chilean judge", where nothing takes it back. */
function rolePredicated(context: EntityContext, { head }: NamePhrase, index: PhraseIndex): NounPhrase | null {
  const { words } = context;
  if (!context.subject(head)) return null;
  const predicate = context.governor(head);
  const role = index.at(predicate);
  if (role?.noun.kind !== "person" || role.plural || !lasting.has(role.noun.title.title.kind)) return null;
  const around = words.children(predicate);
  const plain = around.some((child) => words.deprel(child) === "cop" && /^(?:is|was)$/.test(words.lower(child)));
  return plain && !around.some((child) => doubts.test(words.lower(child))) ? role : null;
}

const lasting: ReadonlySet<string> = new Set(["office", "rank", "spokesperson", "occupation"]);

const doubts = /^(?:not|n't|n’t|never|no|would|could|may|might|if|whether|that|who)$/;

/** Whether a verb comes before the next mark: "In Ruiz, the mayor also said" is no apposition. */
function isSubject({ words, hasFeature }: EntityContext, from: number): boolean {
  const { end } = words.sentence(from - 1);
  for (let i = from; i < end && !/^(?:[,;:.()–—]|who|which|that|whose)$/.test(words.lower(i)); i++) {
    const verb = words.upos(i) === "VERB" || words.upos(i) === "AUX";
    if (verb && !hasFeature(i, "VerbForm=Ger") && !hasFeature(i, "VerbForm=Part")) return true;
  }
  return false;
}

/** The phrase before a comma and a name: "its spokesman, Jo Hale, said". */
function roleBefore(context: EntityContext, { head, range }: NamePhrase, index: PhraseIndex): NounPhrase | null {
  const { words } = context;
  if (words.text(range.first - 1) !== "," || !/^[,.;)–—-]?$/.test(words.text(head + 1))) return null;
  const comma = range.first - 1;
  for (let at = comma - 1; at > comma - 9 && at >= words.sentence(comma).first; at--) {
    const role = index.at(at);
    if (role?.noun.kind === "person" && !role.plural) {
      const between = role.range.end;
      return between === comma || /^(?:of|for|to|at|in)$/.test(words.lower(between)) ? role : null;
    }
    if (/^(?:VERB|AUX|PUNCT)$/.test(words.upos(at))) return null;
  }
  return null;
}
