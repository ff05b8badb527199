/** What a page's JSON-LD (schema.org) says of its article; `null` and empty where it is silent or broken. */
export interface ArticleData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/**
 * The description of the article in the page's JSON-LD scripts: the first node of an article type, wherever it stands in the graph.
 * `null` where there is none; a script that is not JSON counts as none.
 */
export function articleData(scripts: Iterable<string>): ArticleData | null {
  for (const script of scripts) {
    const article = findArticle(parse(script), 0);
    if (article !== null) return describe(article);
  }
  return null;
}

type Node = Readonly<Record<string, unknown>>;

/** `NewsArticle`, `BlogPosting` and their kin, bare or as an address; not `JobPosting`. */
const articleType = /(?:^|[/:#])(?!Job)[A-Za-z]*(?:Article|Posting)$/;

/** Graphs nest by a few levels; what nests deeper was not written to be read. */
const deepest = 12;

function parse(script: string): unknown {
  try {
    return JSON.parse(script.replace(wrapping, ""));
  } catch {
    return null;
  }
}

/** Some pages still hide scripts from the browsers of 1996, by comments or CDATA marks. */
const wrapping =
  /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/g;

function findArticle(value: unknown, depth: number): Node | null {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return firstOf(value, depth);
  if (!isNode(value)) return null;
  if (strings(value["@type"]).some((type) => articleType.test(type))) return value;
  return firstOf([value["@graph"], value.mainEntity, value.mainEntityOfPage], depth);
}

function firstOf(values: readonly unknown[], depth: number): Node | null {
  for (const value of values) {
    const found = findArticle(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function describe(article: Node): ArticleData {
  return {
    headline: strings(article.headline)[0] ?? strings(article.name)[0] ?? null,
    publisher: names(article.publisher)[0] ?? null,
    authors: names(article.author),
    published: strings(article.datePublished)[0] ?? strings(article.dateCreated)[0] ?? null,
  };
}

/** The names in an agent, or a list of agents: written as strings or as nodes with a name. */
function names(value: unknown): readonly string[] {
  const agents = Array.isArray(value) ? value : [value];
  return agents.flatMap((agent: unknown) => (isNode(agent) ? strings(agent.name).slice(0, 1) : strings(agent)));
}

function strings(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string" && one.trim() !== "").map((one) => one.trim());
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
