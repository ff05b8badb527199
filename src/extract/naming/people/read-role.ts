import type { TokenRange } from "../../../doc/layers.js";
import { countryBefore } from "../bodies/body-name.js";
import type { DraftRole } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import { type Country, type EntityLexicons, withoutThe } from "../entity-lexicons.js";
import type { Names } from "../names/find-names.js";
import { plainWords } from "../plain.js";
import type { FoundTitle } from "./find-titles.js";

/** A phrase that says what somebody is; `range` ends with the title ("US Secretary of State"), before "of", "for" or "to" somebody. */
export interface RolePhrase {
  readonly range: TokenRange;
  readonly owner: TokenRange | null;
  readonly title: FoundTitle;
}

/** What the phrase says that somebody is, and whose: "foreign minister" of "Guyana" for "Guyana's foreign minister". */
export function readRole(context: EntityContext, names: Names, phrase: RolePhrase): DraftRole {
  const { words } = context;
  const end = phrase.title.range.end;
  const inside = ownerInside(context, names, phrase);
  const behind = ownerBehind(context, names, end);
  const of = inside ?? behind;
  const range = { first: withoutDeterminer(context, phrase.range), end: of && of === behind ? of.end : end };
  const skip = (token: number): boolean =>
    (inside !== null && token >= inside.first && token < inside.end) ||
    /^['’]s?$/i.test(words.text(token)) ||
    token < range.first;
  const title: string[] = [];
  for (let i = range.first; i < end; i++) {
    if (skip(i)) continue;
    const glued = context.gap(i) === 0 && i > range.first && !skip(i - 1) && title.length > 0;
    if (glued) title[title.length - 1] += words.text(i);
    else title.push(words.text(i));
  }
  // "one of the family's lawyers" is a lawyer.
  if (phrase.title.plural)
    title.splice(-phrase.title.title.title.split(" ").length, title.length, phrase.title.title.title);
  const ofText = of ? words.slice(of) : null;
  return {
    role: { title: title.join(" "), of: ofText, span: words.span(range) },
    title: phrase.title.title,
    words: [...plainWords(title.join(" ")), ...phrase.title.title.words, ...plainWords(ofText ?? "")],
  };
}

/**
 * The country that the role belongs to: of whom it is a role of, or else that of its title; `null` where neither tells. Of a
 * "Vietnam veteran" nothing tells. */
export function countryOfRole({ role, title }: DraftRole, lexicons: EntityLexicons): string | null {
  const whose = role.of === null ? null : countryOfWords(role.of, lexicons);
  return (/^(?:office|rank|spokesperson)$/.test(title.kind) ? whose : null) ?? title.country;
}

/** The country that words name, by its name, its adjective, its seat, or by a body that is its own. */
export function countryOfWords(text: string, lexicons: EntityLexicons): string | null {
  const country = countryNamed(text, lexicons)?.code;
  return country ?? lexicons.bodies.get(withoutThe(text))?.country ?? countryBefore(text, lexicons);
}

/** The country whose name, adjective or seat the words are. */
export function countryNamed(text: string, lexicons: EntityLexicons): Country | undefined {
  const key = withoutThe(text);
  return lexicons.countryNames.get(key) ?? lexicons.countryAdjectives.get(key) ?? lexicons.countrySeats.get(key);
}

function withoutDeterminer({ words }: EntityContext, { first, end }: TokenRange): number {
  return end - first > 1 && /^(?:the|a|an|this|that|another|my|your|his|her|its|our|their)$/i.test(words.text(first))
    ? first + 1
    : first;
}

/** Whose it is, from the words before the title: a possessor, else a country, a body or a place. */
function ownerInside(context: EntityContext, names: Names, phrase: RolePhrase): TokenRange | null {
  const { words, lexicons } = context;
  const { owner, title } = phrase;
  if (owner && words.upos(owner.first) === "PRON") return null;
  if (owner) return { first: withoutDeterminer(context, owner), end: owner.end };
  const last = title.range.first;
  const within = [...names.within({ first: phrase.range.first, end: last })];
  const of = within.find((name) => name.type !== "NORP" || lexicons.countryAdjectives.has(context.plain(name)));
  if (of === undefined) return countryWord(context, phrase.range.first, last);
  let end = of.end;
  while (end < last && lexicons.bodyHeads.has(words.lower(end))) end++;
  return { first: of.first, end };
}

/** A country's adjective that no name covers: "the Iraqi commander" in a text whose tagger missed it. */
function countryWord(context: EntityContext, first: number, end: number): TokenRange | null {
  for (let i = first; i < end; i++) {
    const range = { first: i, end: i + 1 };
    if (/^\p{Lu}/u.test(context.words.text(i)) && context.lexicons.countryAdjectives.has(context.plain(range)))
      return range;
  }
  return null;
}

/** Whose it is, from "of", "for" or "to" behind the title. */
function ownerBehind(context: EntityContext, names: Names, end: number): TokenRange | null {
  const { words } = context;
  if (!/^(?:of|for|to)$/.test(words.lower(end))) return null;
  let first = end + 1;
  if (/^(?:the|a|an)$/.test(words.lower(first))) first++;
  const limit = Math.min(words.sentence(end).end, first + 10);
  const [named] = names.within({ first, end: limit });
  let noun = first;
  while (noun < limit && /^(?:ADJ|NOUN|PROPN|NUM)$/.test(words.upos(noun))) noun++;
  const reached = named && named.first <= noun ? Math.max(named.end, noun) : noun;
  return reached > first ? { first, end: reached } : null;
}
