import { sql } from "kysely";
import { groupedBy } from "../../link/grouped-by.js";
import { bytesOfHex, itemsOf, joinedBytes, joinInOrder, numbersIn } from "../engine/expressions.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { numbersOf } from "./link-codec.js";

type Tables = Pick<Store, "tables">;

/** A linked article by what later ones find it by. */
export type PostedArticle = Pick<StoreTables["linked"], "version" | "day" | "terms" | "prints">;

/** An article that holds a term, and the term's weight in its vector. */
export interface TermHolder {
  readonly version: number;
  readonly weight: number;
}

/** The articles of one day that hold one term. */
export interface TermPosting {
  readonly day: string;
  readonly term: number;
  readonly holders: Uint8Array;
}

/** A term that more articles of one day hold than this is not looked up there: it tells no story of that day apart. */
export const mostHolders = 400;

/** By how much a score of weights may be off that are rounded to floats of 32 bits. */
export const rounding = 1e-5;

/** By what number a term is looked up: 52 bits of its hash. Two terms with one number make an article a candidate that is none once it is compared. */
export function termNumber(term: string): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return (one >>> 0) * 2 ** 20 + (mixed(other) >>> 12);
}

function mixed(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0xc2b2ae35);
  return once ^ (once >>> 15);
}

/** The days from one on and before another that have linked articles, in order. */
export async function linkedDaysIn({ tables }: Tables, from: string, before: string): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("day_size")
    .select("day")
    .where("day", ">=", from)
    .where("day", "<", before)
    .orderBy("day")
    .execute();
  return rows.map(({ day }) => day);
}

/** Who holds these terms on a day, term by term. */
export async function* termPostings(
  { tables }: Tables,
  day: string,
  terms: readonly number[],
): AsyncGenerator<TermPosting> {
  for (const some of inLongLists(terms)) {
    const { rows } = await sql<TermPosting>`
      select day, term, holders from (${numbersIn(some)}) as asked
      ${joinInOrder} term_posting on day = ${day} and term = asked.value`.execute(tables);
    yield* rows;
  }
}

/** Which articles of a day have these fingerprints, each with one of them. */
export async function printPostings(
  { tables }: Tables,
  day: string,
  prints: readonly number[],
): Promise<readonly { readonly print: number; readonly version: number }[]> {
  const found = [];
  for (const some of inLongLists(prints)) {
    const { rows } = await sql<{ readonly print: number; readonly version: number }>`
      select print, version from (${numbersIn(some)}) as asked
      ${joinInOrder} print_posting on day = ${day} and print = asked.value`.execute(tables);
    found.push(...rows);
  }
  return found;
}

/** Calls with each article that holds the term and the term's weight in it. */
export function eachHolder(holders: Uint8Array, call: (version: number, weight: number) => void): void {
  const view = new DataView(holders.buffer, holders.byteOffset, holders.byteLength);
  for (let at = 0; at + holderBytes <= holders.byteLength; at += holderBytes) {
    call(view.getUint32(at, true), view.getFloat32(at + 4, true));
  }
}

/** How many articles hold the term. */
export function countHolders(holders: Uint8Array): number {
  return holders.byteLength / holderBytes;
}

const holderBytes = 8;

/** Lets articles be found by their terms and fingerprints. */
export async function addPostings(
  { tables }: Pick<WritableStore, "tables">,
  articles: readonly PostedArticle[],
): Promise<void> {
  const holders = new Map<string, Map<number, TermHolder[]>>();
  const prints = new Map<string, (readonly [print: number, version: number])[]>();
  for (const { version, day, terms, prints: own } of articles) {
    const ofDay = holders.get(day) ?? new Map<number, TermHolder[]>();
    holders.set(day, ofDay);
    for (const [term, weight] of numberedTerms(terms)) {
      const known = ofDay.get(term);
      if (known === undefined) ofDay.set(term, [{ version, weight }]);
      else known.push({ version, weight });
    }
    const printed = prints.get(day) ?? [];
    prints.set(day, printed);
    for (const print of numbersOf(own)) printed.push([print, version]);
  }
  for (const [day, ofDay] of holders) {
    const rows = [...ofDay].sort(([a], [b]) => a - b).map(([term, all]) => [term, hexOf(all)]);
    for (const some of inLongLists(rows)) {
      await sql`
        insert into term_posting (day, term, holders)
        select cast(${day} as text), cast(value ->> 0 as bigint), ${bytesOfHex(sql`value ->> 1`)} from ${itemsOf(some)} where true
        on conflict (day, term) do update set holders = ${joinedBytes(sql`term_posting.holders`, sql`excluded.holders`)}`.execute(
        tables,
      );
    }
  }
  for (const [day, rows] of prints) {
    rows.sort(([a, one], [b, other]) => a - b || one - other);
    for (const some of inLongLists(rows)) {
      await sql`
        insert into print_posting (day, print, version)
        select cast(${day} as text), cast(value ->> 0 as bigint), cast(value ->> 1 as bigint) from ${itemsOf(some)}`.execute(
        tables,
      );
    }
  }
}

/** Lets articles be found no more. */
export async function removePostings(
  { tables }: Pick<WritableStore, "tables">,
  articles: readonly PostedArticle[],
): Promise<void> {
  for (const [day, own] of groupedBy(articles, (article) => article.day)) {
    const gone = new Set(own.map(({ version }) => version));
    const terms = [...new Set(own.flatMap((article) => [...numberedTerms(article.terms).keys()]))];
    const left: (readonly [term: number, holders: string])[] = [];
    const empty: number[] = [];
    for await (const { term, holders } of termPostings({ tables }, day, terms)) {
      const rest: TermHolder[] = [];
      eachHolder(holders, (version, weight) => void (gone.has(version) || rest.push({ version, weight })));
      if (rest.length === 0) empty.push(term);
      else left.push([term, hexOf(rest)]);
    }
    for (const some of inLongLists(left)) {
      await sql`
        update term_posting set holders = rest.holders
        from (select cast(value ->> 0 as bigint) as term, ${bytesOfHex(sql`value ->> 1`)} as holders from ${itemsOf(some)}) as rest
        where term_posting.day = ${day} and term_posting.term = rest.term`.execute(tables);
    }
    for (const some of inLongLists(empty)) {
      await sql`delete from term_posting where day = ${day} and term in (${numbersIn(some)})`.execute(tables);
    }
    for (const some of inLongLists([...new Set(own.flatMap(({ prints }) => [...numbersOf(prints)]))])) {
      await sql`delete from print_posting where day = ${day} and print in (${numbersIn(some)})
        and version in (${numbersIn(JSON.stringify([...gone]))})`.execute(tables);
    }
  }
}

/** Lets articles be found by what they now are, as far as that is not what they were. */
export async function changePostings(
  { tables }: Pick<WritableStore, "tables">,
  before: readonly PostedArticle[],
  after: readonly PostedArticle[],
): Promise<void> {
  const was = new Map(before.map((article) => [article.version, article]));
  const isFound = (article: PostedArticle): boolean => isPostedAlike(was.get(article.version), article);
  const same = new Set(after.filter(isFound).map(({ version }) => version));
  const isOther = ({ version }: PostedArticle): boolean => !same.has(version);
  await removePostings({ tables }, before.filter(isOther));
  await addPostings({ tables }, after.filter(isOther));
}

function isPostedAlike(before: PostedArticle | undefined, { terms, prints }: PostedArticle): boolean {
  return before !== undefined && before.terms === terms && Buffer.compare(before.prints, prints) === 0;
}

/** What the articles of a day should be found by, added up: so much of a large day is never held at once. */
export interface PostingSums {
  readonly add: (article: PostedArticle) => void;
  /** Whether the day's articles are found by what was added, and by nothing else. */
  readonly isPosted: (store: Tables, day: string) => Promise<boolean>;
}

export function openSums(): PostingSums {
  const [expected, found] = [new PostingSum(), new PostingSum()];
  return {
    add: ({ version, terms, prints }) => {
      for (const [term, weight] of numberedTerms(terms)) expected.add(term, version, Math.fround(weight));
      for (const print of numbersOf(prints)) expected.add(print, version, 0);
    },
    isPosted: async ({ tables }, day) => {
      for (let after = -1; ; ) {
        const rows = await tables
          .selectFrom("term_posting")
          .select(["term", "holders"])
          .where("day", "=", day)
          .where("term", ">", after)
          .orderBy("term")
          .limit(5_000)
          .execute();
        for (const { term, holders } of rows) {
          after = term;
          eachHolder(holders, (version, weight) => found.add(term, version, weight));
        }
        if (rows.length === 0) break;
      }
      const printed = await tables.selectFrom("print_posting").selectAll().where("day", "=", day).execute();
      for (const { print, version } of printed) found.add(print, version, 0);
      return expected.isSame(found);
    },
  };
}

/** The same of the same postings, in whatever order; of others another, but for a chance in ten to the 19th. */
class PostingSum {
  #count = 0;
  #one = 0;
  #other = 0;

  add(term: number, version: number, weight: number): void {
    const own = mixed(term % 2 ** 32) ^ mixed(Math.floor(term / 2 ** 32) + 0x51ed270b);
    const of = mixed(own ^ Math.imul(version, 0x9e3779b1)) ^ Math.imul(Math.round(weight * 2 ** 30), 0x85ebca6b);
    this.#count += 1;
    this.#one = (this.#one + mixed(of)) | 0;
    this.#other = (this.#other + mixed(of ^ 0x27d4eb2f)) | 0;
  }

  isSame(other: PostingSum): boolean {
    return this.#count === other.#count && this.#one === other.#one && this.#other === other.#other;
  }
}

/** The terms of a row of `linked` by their numbers, each once, with their weights. */
export function numberedTerms(terms: string): ReadonlyMap<number, number> {
  // `link-rows.ts` wrote it.
  const vector = JSON.parse(terms) as readonly (readonly [string, number])[];
  return new Map(vector.map(([term, weight]) => [termNumber(term), weight]));
}

function hexOf(holders: readonly TermHolder[]): string {
  const bytes = Buffer.alloc(holderBytes * holders.length);
  for (const [at, { version, weight }] of holders.entries()) {
    bytes.writeUInt32LE(version, holderBytes * at);
    bytes.writeFloatLE(weight, holderBytes * at + 4);
  }
  return bytes.toString("hex");
}

/** Lists as JSON, each short enough to be a text of a few hundred kilobytes. */
function inLongLists(items: readonly unknown[]): readonly string[] {
  const size = 5_000;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    JSON.stringify(items.slice(part * size, (part + 1) * size)),
  );
}
