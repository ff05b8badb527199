import { countryNames } from "../run/country-names.js";
import type { Effects } from "../run/effects.js";
import { namesLike } from "../run/name-aliases.js";
import { otherSpellings } from "../store/queries/names-beginning.js";
import { type SearchFacets, type SearchQuestion, search, searchFacets } from "../store/queries/search.js";
import type { OtherWords } from "../store/queries/words-query.js";
import type { Store } from "../store/store.js";
import { type FoundView, foundLineView } from "../view/found-view.js";
import { lineView } from "../view/line-view.js";

type Question = Omit<SearchQuestion, "others">;

/** The articles and the lines that have all of the words, also as other articles spell them. */
export async function foundByWords(
  store: Store,
  question: Question,
  effects: Pick<Effects, "readFile">,
): Promise<FoundView> {
  const others = await otherWords(store, question.words, effects);
  const { articles, lines } = await search(store, { ...question, others });
  return {
    articles: articles.found,
    moreArticles: articles.more,
    lines: lines.lines.map((line) => foundLineView(lineView(line), line)),
    moreLines: lines.more,
  };
}

/** By what the lines that have all of the words can be told apart, and which other spellings and names these are found by. */
export async function facetsOfWords(
  store: Store,
  question: Question,
  effects: Pick<Effects, "readFile">,
): Promise<SearchFacets & { readonly spellings: readonly string[] }> {
  const others = await otherWords(store, question.words, effects);
  const spellings = [...new Set([...others.of.values(), others.ofAll].flat())];
  const facets = await searchFacets(store, { ...question, others });
  const countries = await countryNames(effects);
  const at = facets.facets.at.map((one) => ({ ...one, name: countries.get(one.value) ?? one.name }));
  return { ...facets, facets: { ...facets.facets, at }, spellings };
}

/** What will do as well as words: other spellings that the record has of a name, and other names of a body or a country. Words in quotation marks stand as they are. */
async function otherWords(store: Store, words: string, effects: Pick<Effects, "readFile">): Promise<OtherWords> {
  const plain = words.replaceAll(/"[^"]*"/g, " ").match(/[^\s"*]+(?![^\s]*\*)/g) ?? [];
  const of = new Map<string, readonly string[]>();
  for (const word of plain.slice(0, mostWords)) {
    const names = plain.length === 1 ? [] : await namesFor(word, effects);
    const others = [...names, ...(await otherSpellings(store, word))];
    if (others.length > 0) of.set(word.toLowerCase(), others);
  }
  return { of, ofAll: words.includes('"') ? [] : await namesFor(words, effects) };
}

/** The other names of the body or the country that goes by this one; of two letters none is told from a word. */
async function namesFor(name: string, effects: Pick<Effects, "readFile">): Promise<readonly string[]> {
  const [group = []] = await namesLike(name, { whole: true }, effects);
  const own = name.trim().toLowerCase();
  const others = group.filter((one) => one.length > 2 && one.toLowerCase() !== own);
  return [...new Map(others.map((one) => [one.toLowerCase(), one])).values()];
}

const mostWords = 8;
