import { sql } from "kysely";
import { inEngineWords } from "../engine/engine-words.js";
import { joinInOrder, sameName, textsIn } from "../engine/expressions.js";
import { matching } from "../engine/words/words.js";
import { foldedSpelling } from "../spelling.js";
import type { Store } from "../store.js";

/** A place that articles name. */
export interface ToldPlace {
  readonly name: string;
  readonly kind: string;
  /** ISO code, `null` where none is known. */
  readonly country: string | null;
  /** How often articles name it, each once. */
  readonly articles: number;
}

/** A story by the title of the article to show for it. */
export interface NamedStory {
  readonly id: string;
  readonly title: string;
  readonly articles: number;
  /** The day of its latest article. */
  readonly last: string;
}

/** An outlet whose articles are kept. */
export interface NamedOutlet {
  readonly outlet: string;
  readonly articles: number;
}

/**
 * The ids of people and bodies one of whose names has words that begin so, also in another spelling, and of those who go by one of `aliases`: whom the most articles
 * tell of first. A name that is what was written, or another name of the same, counts three times; one that begins so in another spelling half.
 */
export async function entitiesBeginning(
  store: Store,
  asked: string,
  aliases: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const match = beginningQuery(asked);
  if (match === null) return [];
  const wanted = new Set([asked.trim().toLowerCase(), ...aliases.map((one) => one.toLowerCase())]);
  const { rows } = await sql<{ readonly who: string; readonly name: string; readonly members: number }>`
    with named as materialized (
      select name from (
        select name from known_name
        where key in (${matching("name_words", match)} limit ${mostNames})
        order by members desc limit ${mostLooked}
      ) as known union ${textsIn(JSON.stringify([...wanted]))}
    )
    select member.who, lower(member.name) as name, count(*) as members
    from named ${joinInOrder} member on ${sameName("member.name", "named.name")}
    group by member.who, lower(member.name)`.execute(store.tables);
  const weights = new Map<string, number>();
  for (const { who, name, members } of rows) {
    const weight = wanted.has(name) ? 3 : hasWordsBeginning(name, asked) ? 1 : 0.5;
    weights.set(who, (weights.get(who) ?? 0) + weight * members);
  }
  return [...weights]
    .sort(([a, heavy], [b, light]) => light - heavy || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([who]) => who);
}

/** The places whose names have words that begin so, also in another spelling; those named most often first. */
export async function placesBeginning(store: Store, asked: string, limit: number): Promise<readonly ToldPlace[]> {
  const match = beginningQuery(asked);
  if (match === null) return [];
  const { rows } = await sql<ToldPlace>`
    select ${nameOfPlace} as name, ${kindOfPlace} as kind, nullif(max(country), '') as country, sum(places) as articles from (
      select name, kind, country, places from known_place
      where key in (${matching("place_words", match)} limit ${mostNames})
      order by places desc
    ) as known group by lower(name) order by articles desc, name limit ${limit}`.execute(store.tables);
  return rows;
}

/** Of places of one name, the name and kind of the one whose country is told. */
const nameOfPlace = inEngineWords(sql`name`, () => sql`(array_agg(name order by country desc, places desc))[1]`);
const kindOfPlace = inEngineWords(sql`kind`, () => sql`(array_agg(kind order by country desc, places desc))[1]`);

/** The stories with an article, of the latest, whose title has words that begin so; the latest story first. */
export async function storiesBeginning(
  { tables }: Store,
  asked: string,
  limit: number,
): Promise<readonly NamedStory[]> {
  const terms = termsOf(asked);
  if (terms.length === 0) return [];
  const match = `title : (${terms.map((term) => `"${term}"*`).join(" AND ")})`;
  const { rows } = await sql<{
    readonly id: string;
    readonly title: string | null;
    readonly articles: number;
    readonly last: string;
  }>`
    with found as (
      select distinct linked.story as id from (
        ${matching("article_words", match)} order by rowid desc limit ${mostTitles}
      ) as hit ${joinInOrder} linked on linked.version = hit.rowid
    )
    select found.id, count(*) as articles, max(linked.day) as last, (
      select version.title from story join version on version.key = story.central
      where story.id = found.id order by story.day desc limit 1
    ) as title
    from found ${joinInOrder} linked on linked.story = found.id
    group by found.id order by last desc, articles desc, found.id limit ${limit}`.execute(tables);
  return rows.flatMap(({ title, ...story }) => (title === null ? [] : [{ ...story, title }]));
}

/** The outlets with a word in their name that begins so, those with most articles first. */
export async function outletsBeginning(
  { tables }: Store,
  asked: string,
  limit: number,
): Promise<readonly NamedOutlet[]> {
  const { rows } = await sql<NamedOutlet>`
    with recursive each (outlet) as (
      select min(outlet) from linked
      union all select (select min(outlet) from linked where linked.outlet > each.outlet) from each where each.outlet is not null
    )
    select outlet, (select count(*) from linked where linked.outlet = each.outlet) as articles
    from each where outlet is not null`.execute(tables);
  return rows
    .filter(({ outlet }) => hasWordsBeginning(outlet.toLowerCase(), asked))
    .sort((a, b) => b.articles - a.articles)
    .slice(0, limit);
}

/** Other ways in which names of the record write a word. */
export async function otherSpellings({ tables }: Store, word: string): Promise<readonly string[]> {
  const folded = foldedSpelling(word);
  if (!/^[\p{L}\p{M}]{4,}$/u.test(word)) return [];
  const match = `folded : "${folded}"`;
  const { rows } = await sql<{ readonly name: string }>`
    select name from (select name, members from known_name
      where key in (${matching("name_words", match)} limit ${mostLooked}) order by members desc) as known
    union all
    select lower(name) from known_place
      where key in (${matching("place_words", match)} limit ${mostLooked})`.execute(tables);
  const words = rows.flatMap(({ name }) => name.match(/[\p{L}\p{M}]+/gu) ?? []);
  const others = words.filter((one) => one !== word.toLowerCase() && foldedSpelling(one) === folded);
  return [...new Set(others)].slice(0, mostSpellings);
}

/** So many names that begin so are looked at, those that came first; a letter or two begin more than anybody reads. */
const mostNames = 20_000;
/** Of these, those that are used most. */
const mostLooked = 200;
const mostTitles = 300;
const mostSpellings = 8;

/** What was written as a query of names: every word has to begin one, as it is written or in one spelling. `null` where there is no word in it. */
function beginningQuery(asked: string): string | null {
  const terms = termsOf(asked);
  if (terms.length === 0) return null;
  return terms
    .map((term) => {
      const folded = foldedSpelling(term);
      // Of few letters too much would do.
      return folded.length < 3 ? `name : "${term}"*` : `(name : "${term}"* OR folded : "${folded}"*)`;
    })
    .join(" AND ");
}

function termsOf(asked: string): readonly string[] {
  return (asked.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 8);
}

function hasWordsBeginning(name: string, asked: string): boolean {
  const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = ` ${plain(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  return termsOf(plain(asked)).every((term) => words.includes(` ${term}`));
}
