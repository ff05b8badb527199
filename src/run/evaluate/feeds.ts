import { join, relative } from "node:path";
import type { FeedItem } from "../../read/feed/feed.js";
import { plainText } from "../../read/feed/markup.js";
import { readFeed } from "../../read/feed/read-feed.js";
import { publicationDate } from "../../read/publication-date.js";
import type { Effects } from "../effects.js";
import { GoldMissing } from "./gold.js";
import { type Counts, scoreTable, sumCounts } from "./scores.js";

const root = "feeds";

/** What a conformance file expects of an item; Atom's parser tests tell links as a list, the others as one. */
interface GoldItem {
  readonly title?: string;
  readonly link?: string;
  readonly published?: string;
}

/**
 * The conformance files of feeds: of each with a file of what is expected beside it, items, their titles and links, and dates that can be read;
 * then how many files there are, how many are understood as feeds, and which are not.
 */
export async function scoreFeeds(gold: string, effects: Effects): Promise<string> {
  const files = await filesUnder(join(gold, root), effects);
  if (files.length === 0) throw new GoldMissing(join(gold, root));
  const rows = { items: [] as Counts[], titles: [] as Counts[], links: [] as Counts[], dates: [] as Counts[] };
  const refused: string[] = [];
  let feeds = 0;
  for (const file of files) {
    const reading = readFeed(await effects.readFile(file), { address: null, charset: null });
    const expected = file.endsWith(".xml") ? await expectedItems(file, effects) : null;
    if (reading.kind === "feed") feeds += 1;
    else if (file.endsWith(".xml")) refused.push(`${relative(join(gold, root), file)}: ${reading.reason}`);
    if (expected === null) continue;
    const items = reading.kind === "feed" ? reading.feed.items : [];
    rows.items.push({ right: Math.min(items.length, expected.length), found: items.length, gold: expected.length });
    rows.titles.push(countTitles(items, expected));
    rows.links.push(countLinks(items, expected));
    rows.dates.push(countDates(items, expected));
  }
  const table = scoreTable("Feeds", new Map(Object.entries(rows).map(([name, counts]) => [name, sumCounts(counts)])));
  const told = refused.map((line) => `  ${line}\n`).join("");
  return `${table}${files.length} files read, none crashed; ${feeds} are feeds; XML files refused: ${refused.length}\n${told}`;
}

async function filesUnder(folder: string, effects: Effects): Promise<readonly string[]> {
  const names = await effects.listFolder(folder);
  if (names === null) return [];
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return /\.(?:xml|json)$/.test(name) ? [path] : filesUnder(path, effects);
    }),
  );
  return found.flat();
}

async function expectedItems(file: string, effects: Effects): Promise<readonly GoldItem[] | null> {
  const bytes = await effects.readFile(file.replace(/\.xml$/, ".json")).catch(() => null);
  if (bytes === null) return null;
  const expected: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof expected !== "object" || expected === null) return null;
  const items = "entries" in expected ? expected.entries : "items" in expected ? expected.items : [];
  return Array.isArray(items) ? items.map(goldItem) : [];
}

function goldItem(item: Readonly<Record<string, unknown>>): GoldItem {
  const text = (value: unknown): { readonly text?: string } => (typeof value === "string" ? { text: value } : {});
  const [title, link, published] = [
    text(item.title).text,
    text(item.link).text,
    text(item.published ?? item.pubDate).text,
  ];
  return {
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { link }),
    ...(published === undefined ? {} : { published }),
  };
}

function countTitles(items: readonly FeedItem[], expected: readonly GoldItem[]): Counts {
  return countPairs(expected, (item, index) => {
    const wanted = item.title === undefined ? null : plainText(item.title);
    return wanted === null ? null : [wanted, items[index]?.title ?? null];
  });
}

function countLinks(items: readonly FeedItem[], expected: readonly GoldItem[]): Counts {
  return countPairs(expected, (item, index) => {
    if (item.link === undefined || item.link.trim() === "") return null;
    return [standard(item.link), standard(items[index]?.address ?? "")];
  });
}

/** A date counts as right where it can be read: which of a feed's forms are dates is the question here. */
function countDates(items: readonly FeedItem[], expected: readonly GoldItem[]): Counts {
  return countPairs(expected, (item, index) => {
    if (item.published === undefined) return null;
    const found = items[index]?.published ?? null;
    return ["read", found === null || publicationDate(found) === null ? null : "read"];
  });
}

function countPairs(
  expected: readonly GoldItem[],
  pair: (item: GoldItem, index: number) => readonly [wanted: string, found: string | null] | null,
): Counts {
  const pairs = expected.map(pair).filter((one) => one !== null);
  return {
    right: pairs.filter(([wanted, found]) => wanted === found).length,
    found: pairs.filter(([, found]) => found !== null && found !== "").length,
    gold: pairs.length,
  };
}

function standard(address: string): string {
  try {
    return new URL(address).href;
  } catch {
    return address.trim();
  }
}
