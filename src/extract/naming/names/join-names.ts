import type { EntityContext } from "../entity-context.js";
import type { FoundName } from "./found-name.js";

/** Words whose name goes on behind "of" or "for": "Institute for Policy Studies". */
const goesOn =
  /^(?:institute|center|federation|association|bureau|board|council|department|ministry|office|court|committee|commission|union|society|school|university|college|alliance|campaign|foundation|fund|bank|agency|league|academy|museum|organization|church|house|republic|coalition|conference|network|campaign|house)s?$/;

/** "Federal Bureau of | Prisons", which taggers cut, as one name. */
export function joinBodies(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const { words } = context;
  const joins = (token: number): boolean => /^(?:of|for|on)$/.test(words.text(token));
  const joined: FoundName[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last && name.first < last.end) continue;
    const open = last?.type === "ORG" && joins(last.end) && last.end + 1 === name.first;
    if (
      last &&
      open &&
      /^(?:ORG|GPE)$/.test(name.type) &&
      goesOn.test(context.plain({ first: last.end - 1, end: last.end }))
    ) {
      joined[joined.length - 1] = { ...last, end: name.end };
      continue;
    }
    joined.push(
      name.type === "ORG"
        ? { ...name, first: beforePossessive(context, name.first), end: behindOf(context, names, name) }
        : name,
    );
  }
  return joined;
}

/** "People's | Democratic Party": for whom a body is stands before its name. */
function beforePossessive({ words }: EntityContext, first: number): number {
  const isOwned = /^['’]s?$/.test(words.text(first - 1)) && forWhom.test(words.text(first - 2));
  return isOwned && words.sentence(first).first < first - 1 ? first - 2 : first;
}

const forWhom =
  /^(?:People|Workers|Women|Men|Children|Veterans|Farmers|Citizens|Students|Teachers|Writers|Players|Peasants|Youth|Employees)$/;

/** Where the name ends with capitalised words behind "of" or "for" that no name covers: "United Federation | of Teachers". */
function behindOf({ words, plain }: EntityContext, names: readonly FoundName[], { end }: FoundName): number {
  if (!/^(?:of|for)$/.test(words.text(end)) || !goesOn.test(plain({ first: end - 1, end }))) return end;
  let last = end + 1;
  while (
    words.upos(last) === "PROPN" &&
    /^\p{Lu}/u.test(words.text(last)) &&
    !names.some(({ first }) => first === last)
  ) {
    last++;
  }
  return last > end + 1 ? last : end;
}

/** Names that taggers cut: "Georgia | Hale", a place and a person, "Jean | - | Marc Hale", "Black | Farmers Union". */
export function joinAdjacent(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const joined: FoundName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && belongTogether(context, before, name)) joined[joined.length - 1] = { ...name, first: before.first };
    else if (name.type === "PERSON")
      joined.push({ ...name, first: beforeHyphen(context, name.first, before?.end ?? 0) });
    else joined.push(name);
  }
  return joined;
}

function belongTogether(context: EntityContext, before: FoundName, name: FoundName): boolean {
  if (name.end - before.first > 6 || context.sentence(before.first) !== context.sentence(name.first)) return false;
  if (before.end === name.first) {
    if (before.type === name.type) return name.type === "PERSON" || name.type === "ORG";
    const given = before.end - before.first === 1 && context.lexicons.givenNames.has(context.plain(before));
    return name.type === "PERSON" && given;
  }
  return name.type === "PERSON" && before.end + 1 === name.first && isJoint(context, before.end);
}

/** "Park Geun-hye" or "G.K. Hale", of which the tagger took only the last word: back over a hyphen and over initials. */
function beforeHyphen(context: EntityContext, start: number, limit: number): number {
  const { words } = context;
  let first = start;
  while (first - 2 >= limit && isJoint(context, first - 1) && /^\p{Lu}/u.test(words.text(first - 2))) first -= 2;
  const initials = first - 1 >= limit && /^(?:\p{Lu}\.)+$/u.test(words.text(first - 1));
  return initials ? first - 1 : first;
}

/** A hyphen without white space on either side, but not that behind a desk's mark: "EXCLUSIVE-Hale resigns". */
export function isJoint({ words, gap }: EntityContext, token: number): boolean {
  if (words.text(token) !== "-" || gap(token) !== 0 || gap(token + 1) !== 0) return false;
  return !(/^\p{Lu}{4,}$/u.test(words.text(token - 1)) && /\p{Ll}/u.test(words.text(token + 1)));
}

/** `Joe “Red” Doyle`, which taggers cut at the marks, as one name. */
export function joinFoundNicknames(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const { words, document } = context;
  const isQuote = (token: number): boolean => document.layers.quotations.state[token] === 2;
  const joined: FoundName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const nickname = before && joined.at(-2);
    const gap = before ? name.first - before.end : 0;
    const split =
      nickname && before && isQuote(before.first - 1) && isQuote(before.end) && gap === 1 ? nickname : before;
    const open = split?.end ?? -1;
    const close = name.first - 1;
    const apart = close - open;
    const around = split?.type === "PERSON" && isQuote(open) && isQuote(close) && apart > 1 && apart <= 4;
    if (!around || name.type !== "PERSON" || words.sentence(open).first !== words.sentence(close).first) {
      joined.push(name);
      continue;
    }
    if (split === nickname) joined.pop();
    joined.pop();
    joined.push({ first: split.first, end: name.end, type: "PERSON" });
  }
  return joined;
}
