import type { TokenRange } from "../../../doc/layers.js";
import { countryBefore } from "../bodies/body-name.js";
import type { DraftRole } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import { type Country, type EntityLexicons, withoutThe } from "../entity-lexicons.js";
import type { Names } from "../names/collect-names.js";
import { plain, plainWords } from "../plain.js";
import { type FoundTitle, portfolios } from "./find-titles.js";

/** A phrase that says what somebody is; `range` ends with the title ("US Secretary of State"), before "of", "for" or "to" somebody. */
export interface RolePhrase {
  readonly range: TokenRange;
  readonly owner: TokenRange | null;
  readonly title: FoundTitle;
}

/** What the phrase says that somebody is, and whose: "foreign minister" of "Guyana" for "Guyana's foreign minister". */
export function readRole(context: EntityContext, names: Names, phrase: RolePhrase): DraftRole {
  const { words } = context;
  const { end } = phrase.title.range;
  const inside = ownerInside(context, names, phrase);
  const behind = ownerBehind(context, names, end);
  const portfolio = inside === null && behind !== null && isPortfolio(context, names, behind);
  const of = inside ?? (portfolio ? null : behind);
  const first = startOfTitle(context, phrase.range, inside);
  const last = behind !== null && (of === behind || portfolio) ? behind.end : end;
  const title = titleWords(context, { first, end: portfolio ? last : end }, inside);
  // "one of the family's lawyers" is a lawyer.
  if (phrase.title.plural)
    title.splice(-phrase.title.title.title.split(" ").length, title.length, phrase.title.title.title);
  const ofText = of ? words.slice(of) : null;
  const pronoun = phrase.owner && words.upos(phrase.owner.first) === "PRON" ? phrase.owner.first : null;
  return {
    role: { title: title.join(" "), of: ofText, span: words.span({ first: Math.min(first, last - 1), end: last }) },
    title: phrase.title.title,
    words: [...plainWords(title.join(" ")), ...phrase.title.title.words, ...plainWords(ofText ?? "")],
    owner: of ? of.end - 1 : pronoun,
  };
}

/** Where the title itself starts: behind an article, a date's digits ("on Jan. 22 President Hale") and an age. */
function startOfTitle(context: EntityContext, range: TokenRange, inside: TokenRange | null): number {
  const { words } = context;
  let first = withoutDeterminer(context, range);
  const own = (token: number): boolean => inside === null || token < inside.first || token >= inside.end;
  const aged = (token: number): boolean => words.lower(token) === "old" && words.text(token - 1) === "-";
  const idle = (token: number): boolean => /^(?:\d.*|[^\p{L}\p{N}]+|born)$/u.test(words.text(token)) || aged(token);
  while (first < range.end - 1 && own(first) && idle(first)) first++;
  return first;
}

/** The words of the title without whose it is; "British-born" and "London-based" before them only tell that. */
function titleWords(context: EntityContext, range: TokenRange, inside: TokenRange | null): string[] {
  const { words } = context;
  const behind = inside === null ? 0 : inside.end;
  const joined = inside !== null && words.text(behind) === "-" ? behind + 2 : behind;
  const skip = (token: number): boolean =>
    (inside !== null && token >= inside.first && token < joined) || /^['’]s?$/i.test(words.text(token));
  const title: string[] = [];
  for (let i = range.first; i < range.end; i++) {
    if (skip(i)) continue;
    const glued = context.gap(i) === 0 && i > range.first && !skip(i - 1) && title.length > 0;
    if (glued) title[title.length - 1] += words.text(i);
    else title.push(words.text(i));
  }
  return title;
}

/** "for management", "of justice": what an office is about, not whose it is. */
function isPortfolio(context: EntityContext, names: Names, { first, end }: TokenRange): boolean {
  const { words, lexicons } = context;
  if (countryOfWords(words.slice({ first, end }), lexicons) !== null) return false;
  if ([...names.within({ first, end })].length > 0) return false;
  const noun = context.plainAt(end - 1);
  const somebody = lexicons.bodyHeads.has(noun) || lexicons.collectives.has(noun) || lexicons.titles.has(noun);
  return !somebody && portfolios.has(context.plainAt(first));
}

/**
 * The country that the role belongs to: of whom it is a role of, or else that of its title; `null` where neither tells. Of a
 * "Vietnam veteran" nothing tells. */
export function countryOfRole({ role, title }: DraftRole, lexicons: EntityLexicons): string | null {
  const whose = role.of === null ? null : countryOfWords(role.of, lexicons);
  const held = /^(?:office|rank|spokesperson)$/.test(title.kind) ? whose : nationality(role.of, lexicons);
  return held ?? title.country;
}

/** "a Chilean teacher", unlike "a Chile teacher", is from there. */
function nationality(of: string | null, lexicons: EntityLexicons): string | null {
  return of === null ? null : (lexicons.countryAdjectives.get(plain(of))?.code ?? null);
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
  if (owner) return { first: startOfTitle(context, owner, null), end: owner.end };
  const last = title.range.first;
  const within = [...names.within({ first: phrase.range.first, end: last })];
  const owners = within.filter((name) => name.type !== "NORP" || lexicons.countryAdjectives.has(context.plain(name)));
  // "a Kuwaiti-born British man".
  const of = owners.find(({ end }) => words.text(end) !== "-") ?? owners[0];
  if (of === undefined) return null;
  // "an Iran-backed leader" is not Iran's.
  if (words.text(of.end) === "-" && !/^(?:based|born|educated)$/.test(words.lower(of.end + 1))) return null;
  let end = of.end;
  // "North Korean | Leadership Watch", whose editor need not be from there.
  const goesOn = (token: number): boolean => lexicons.bodyHeads.has(words.lower(token)) || isOfName(context, token);
  while (end < last && goesOn(end)) end++;
  return { first: of.first, end };
}

function isOfName({ words }: EntityContext, token: number): boolean {
  return words.upos(token) === "PROPN" && /^\p{Lu}\p{Ll}/u.test(words.text(token));
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
