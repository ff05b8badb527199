import type { TokenRange } from "../../../doc/layers.js";
import type { EntityContext } from "../entity-context.js";
import type { TitleForm } from "../entity-lexicons.js";

/** A title of the lexicon, where it stands. */
export interface FoundTitle extends TitleForm {
  readonly range: TokenRange;
}

/** The longest title that has `token` in it and lies within `bounds`; `null` where none does. */
export function titleAround(context: EntityContext, token: number, bounds: TokenRange): FoundTitle | null {
  let best: FoundTitle | null = null;
  for (let first = Math.max(bounds.first, token - 4); first <= token; first++) {
    const longest = context.titleReach(first);
    for (let end = token + 1; end <= Math.min(bounds.end, first + longest); end++) {
      const length = end - first - (best ? best.range.end - best.range.first : 0);
      if (length < 0 || (length === 0 && best && end <= best.range.end)) continue;
      best = titleOf(context, { first, end }) ?? best;
    }
  }
  return best;
}

/** The longest title that ends where `end` is, with what the office is about: "Under Secretary of State | for Management". */
export function titleBefore(context: EntityContext, end: number): FoundTitle | null {
  const bare = bareTitleBefore(context, end);
  if (bare !== null) return bare;
  const { first: start } = context.words.sentence(end - 1);
  for (let first = end - 1; first > Math.max(start + 1, end - 4); first--) {
    if (!/^(?:of|for)$/.test(context.words.lower(first - 1)) || !portfolios.has(context.plainAt(first))) continue;
    const title = bareTitleBefore(context, first - 1);
    return title && title.title.kind === "office" ? { ...title, range: { first: title.range.first, end } } : null;
  }
  return null;
}

function bareTitleBefore(context: EntityContext, end: number): FoundTitle | null {
  const { first: start } = context.words.sentence(end - 1);
  for (let first = Math.max(start, end - 7); first < end; first++) {
    const found = end - first > context.titleReach(first) ? null : titleOf(context, { first, end });
    if (found) return found;
  }
  return null;
}

function titleOf(context: EntityContext, range: TokenRange): FoundTitle | null {
  const form = context.lexicons.titles.get(context.plain(range));
  if (form === undefined) return null;
  // A hyphen, bracket or point at an end belongs to no title ("… - general").
  const isWord = (token: number): boolean => /^[\p{L}\p{N}]/u.test(context.words.text(token));
  return isWord(range.first) && isWord(range.end - 1) ? { ...form, range } : null;
}

/** What ministries and offices are about. */
export const portfolios: ReadonlySet<string> = new Set(
  "foreign home internal external interior defense security finance economic economy trade commerce justice health education energy environment transport housing labor agriculture culture management political military public consular veterans european african asian eastern arms democracy human women children youth sport science information communications industry planning development".split(
    " ",
  ),
);
