/** What a page's JSON-LD (schema.org) says of its article; `null` and empty where it is silent or broken. */
export interface ArticleData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  /** The text, as plain lines or as HTML. */
  readonly body: string | null;
  /** Whether it says that the article can be read by all; `null` where it does not say. */
  readonly free: boolean | null;
}

/** What the page says of itself elsewhere, by which its own story is known among others. */
export interface StoryMarks {
  /** Its headings and titles. */
  readonly titles: readonly string[];
  readonly address: string | null;
}

/**
 * The description of the page's own article in its JSON-LD scripts: of the nodes of an article type, wherever they stand in the graph, the one whose
 * headline is a title of the page or whose address is its own; else the first, unless its headline has nothing in common with any title. `null` where there
 * is none; a script that is not JSON counts as none.
 */
export function articleData(
  scripts: Iterable<string>,
  marks: StoryMarks = { titles: [], address: null },
): ArticleData | null {
  const graph = new Graph(scripts);
  const article = ownStory(graph.articles, marks);
  return article === null ? null : describe(article, graph);
}

/** The day of publication that the description of the page itself, not of an article, gives; `null` where there is none. */
export function pageDataDate(scripts: Iterable<string>): string | null {
  for (const page of new Graph(scripts).pages) {
    const [date] = strings(page.datePublished);
    if (date !== undefined) return date;
  }
  return null;
}

type Node = Readonly<Record<string, unknown>>;

/** `NewsArticle`, `BlogPosting` and their kin, bare or as an address; not `JobPosting`. */
const articleType = /(?:^|[/:#])(?!Job)[A-Za-z]*(?:Article|Posting)$|(?:^|[/:#])Report$/;
const pageType = /(?:^|[/:#])(?:[A-Z][a-z]+)?Page$/;

/** Graphs nest by a few levels; what nests deeper was not written to be read. */
const deepest = 12;

/** The nodes of all scripts of a page. */
class Graph {
  readonly articles: Node[] = [];
  readonly pages: Node[] = [];
  readonly #named = new Map<string, Node>();

  constructor(scripts: Iterable<string>) {
    for (const script of scripts) this.#take(parse(script), 0);
  }

  /** The node, or the one that it refers to by its `@id` alone. */
  resolve(node: Node): Node {
    const id = node["@id"];
    const named = typeof id === "string" ? this.#named.get(id) : undefined;
    return named !== undefined && node.name === undefined ? named : node;
  }

  #take(value: unknown, depth: number): void {
    if (depth > deepest) return;
    if (Array.isArray(value)) for (const one of value) this.#take(one, depth + 1);
    if (!isNode(value)) return;
    const id = value["@id"];
    if (typeof id === "string" && value.name !== undefined) this.#named.set(id, value);
    const types = strings(value["@type"]);
    // What stands within an article, as the updates of a live blog do, is not the article.
    if (types.some((type) => articleType.test(type))) return void this.articles.push(value);
    if (types.some((type) => pageType.test(type))) this.pages.push(value);
    for (const inner of [value["@graph"], value.mainEntity, value.mainEntityOfPage]) this.#take(inner, depth + 1);
  }
}

function ownStory(articles: readonly Node[], { titles, address }: StoryMarks): Node | null {
  const plain = titles.map(plainWords).filter((title) => title !== "");
  const [first] = articles;
  if (first === undefined) return null;
  const byHeadline = articles.find((one) => plain.some((title) => isSame(plainWords(headlineOf(one) ?? ""), title)));
  const own = byHeadline ?? articles.find((one) => address !== null && addressesOf(one).includes(bare(address)));
  if (own !== undefined) return own;
  const headline = headlineOf(first);
  return headline === null || plain.length === 0 || titles.some((title) => shareWords(headline, title)) ? first : null;
}

/** A page's title may have the name of the site behind the headline, and a headline may be cut. */
function isSame(headline: string, title: string): boolean {
  const [short, long] = headline.length < title.length ? [headline, title] : [title, headline];
  return short.length >= 12 ? long.includes(short) : short === long && short !== "";
}

/** Whether of the longer words of the headline one in four stands in the title: headlines for search engines differ from those for readers. */
function shareWords(headline: string, title: string): boolean {
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const shown = new Set(words(title));
  const told = words(headline);
  return told.length === 0 || shown.size === 0 || told.filter((word) => shown.has(word)).length * 4 >= told.length;
}

function addressesOf(article: Node): readonly string[] {
  const page = article.mainEntityOfPage;
  const pages = isNode(page) ? [page["@id"], page.url] : [page];
  return [article.url, article["@id"], ...pages].flatMap(strings).map(bare);
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/gi, "");
}

function parse(script: string): unknown {
  const written = script.replace(wrapping, "").trim();
  const plain = mended(written);
  return parseJson(written) ?? parseJson(plain) ?? parseJson(`[${plain.replace(/\}\s*;?\s*\{/g, "},{")}]`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Some pages still hide scripts from the browsers of 1996, by comments or CDATA marks. */
const wrapping =
  /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/g;

/** JSON as people and templates write it: with line breaks inside strings, commas before an end, a semicolon behind it, signs as entities. */
function mended(script: string): string {
  const plain = /^[[{]\s*&quot;/.test(script) ? script.replaceAll("&quot;", '"').replaceAll("&amp;", "&") : script;
  return plain
    .replace(/[\u0000-\u001f]+/g, " ")
    .replace(/,(\s*[}\]])/g, "$1")
    .replace(/[;\s]+$/, "");
}

function describe(article: Node, graph: Graph): ArticleData {
  const free = strings(article.isAccessibleForFree)[0]?.toLowerCase() ?? article.isAccessibleForFree;
  return {
    headline: headlineOf(article),
    publisher: names(article.publisher, graph)[0] ?? null,
    authors: names(article.author ?? article.creator, graph),
    published: strings(article.datePublished)[0] ?? strings(article.dateCreated)[0] ?? null,
    body: strings(article.articleBody)[0] ?? strings(article.text)[0] ?? null,
    free: free === undefined || free === null ? null : free !== false && free !== "false",
  };
}

function headlineOf(article: Node): string | null {
  return strings(article.headline)[0] ?? strings(article.name)[0] ?? null;
}

/** The names in an agent, or a list of agents: written as strings or as nodes with a name, or that refer to such. */
function names(value: unknown, graph: Graph): readonly string[] {
  const agents = Array.isArray(value) ? value : [value];
  return agents.flatMap((agent: unknown) => {
    if (!isNode(agent)) return strings(agent);
    const named = graph.resolve(agent).name;
    return Array.isArray(named) ? strings(named) : strings(named).slice(0, 1);
  });
}

function strings(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string" && one.trim() !== "").map((one) => one.trim());
}

function plainWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
