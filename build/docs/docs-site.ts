import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { Marked, type Token, type Tokens } from "marked";
import { escaped, type MenuGroup, pageTemplate } from "./page-template.js";

/** A page of the docs as a browser gets it. */
export interface DocsPage {
  /** The file it is made of, from the repository's root: `docs/record.md`. */
  readonly source: string;
  /** Where it lies in the site: `record.html`. */
  readonly address: string;
  readonly title: string;
  readonly html: string;
  /** What a link may name behind `#`. */
  readonly ids: ReadonlySet<string>;
  readonly links: readonly DocsLink[];
}

/** A link or picture of a page, as it stands in Markdown, and what it leads to. */
export interface DocsLink {
  readonly href: string;
  readonly words: string;
  /** From the repository's root; `null` for an address of the web. */
  readonly file: string | null;
  /** What stands behind `#`, empty where nothing does. */
  readonly id: string;
}

/** A part of a page, as search finds it: what stands under a heading of the first two levels. */
export interface DocsSection {
  readonly page: string;
  readonly address: string;
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export interface DocsSite {
  readonly pages: readonly DocsPage[];
  readonly sections: readonly DocsSection[];
  /** The pictures that pages show, from the repository's root. */
  readonly pictures: readonly string[];
}

/** Pages beside `docs/` that belong to the site. */
const otherPages = ["CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "examples/README.md"];

/** The page that the others are found from: its headings and lists are the menu. */
const frontPage = "docs/index.md";

/** Makes the pages of the site out of the Markdown in a repository. */
export function docsSite(root: string): DocsSite {
  const sources = [...markdownIn(root, "docs"), ...otherPages];
  const parsed = sources.map((source) => parsedPage(readFileSync(join(root, source), "utf8"), source));
  const titles = new Map(parsed.map(({ source, title }) => [source, title]));
  const menu = menuOf(parsed.find(({ source }) => source === frontPage));
  const pages = parsed.map((page): DocsPage => {
    const { source, title, headings } = page;
    const address = addressOf(source);
    const html = pageTemplate({
      ...{ title, up: upFrom(address), body: bodyOf(page, root, (file) => titles.has(file)) },
      menu: menu.map(({ name, pages: listed }) => ({
        name,
        pages: listed.map(({ file, name: page }) => ({
          ...{ href: between(address, addressOf(file)), title: page },
          sections: file === source ? headings.filter(({ depth }) => depth === 2) : null,
        })),
      })),
    });
    return { source, address, title, html, ids: new Set(headings.map(({ id }) => id)), links: linksOf(page) };
  });
  const files = pages.flatMap(({ links }) => links.flatMap(({ file }) => file ?? []));
  const shown = [...new Set(files)].filter(isPicture).flatMap((file) => [file, ...darkOf(file, root)]);
  return { pages, sections: parsed.flatMap(sectionsOf), pictures: shown.sort() };
}

interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

interface ParsedPage {
  readonly source: string;
  readonly title: string;
  readonly tokens: readonly Token[];
  /** In their order on the page. */
  readonly headings: readonly Heading[];
}

function parsedPage(markdown: string, source: string): ParsedPage {
  const tokens = new Marked().lexer(markdown);
  const taken = new Map<string, number>();
  const headings = tokens.filter(isHeading).map(({ text, depth }): Heading => {
    const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
    const id = slugOf(plain);
    const times = taken.get(id) ?? 0;
    taken.set(id, times + 1);
    return { id: times === 0 ? id : `${id}-${times}`, text: plain, depth };
  });
  return { source, title: headings[0]?.text ?? source, tokens, headings };
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === "heading";
}

/** As GitHub names a heading, so that one link does for both. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

function bodyOf({ tokens, headings, source }: ParsedPage, root: string, isPage: (file: string) => boolean): string {
  const left = [...headings];
  const address = addressOf(source);
  const marked = new Marked({
    renderer: {
      heading({ tokens: words, depth }) {
        const id = left.shift()?.id ?? "";
        const inner = this.parser.parseInline(words);
        return depth === 1
          ? `<h1>${inner}</h1>\n`
          : `<h${depth} id="${id}">${inner} <a class="here" href="#${id}" aria-label="Link to this section">#</a></h${depth}>\n`;
      },
      link({ href, text, tokens: words }) {
        const { file, id } = linkOf({ href, text }, source);
        const inner = this.parser.parseInline(words);
        if (file === null) return `<a href="${escaped(href)}">${inner}</a>`;
        const hash = id === "" ? "" : `#${id}`;
        if (file === source) return `<a href="${hash}">${inner}</a>`;
        // What lies in the repository alone is named and cannot be opened.
        return isPage(file) ? `<a href="${between(address, addressOf(file))}${hash}">${inner}</a>` : inner;
      },
      image({ href, text }) {
        const { file } = linkOf({ href, text }, source);
        if (file === null) throw new Error(`${source} shows ${href}, which is none of our files.`);
        const [dark] = darkOf(file, root);
        const at = (picture: string): string => between(address, addressOf(picture));
        const whenDark = dark === undefined ? "" : `<source media="(prefers-color-scheme: dark)" srcset="${at(dark)}">`;
        return `<picture>${whenDark}<img src="${at(file)}" alt="${escaped(text)}" loading="lazy"></picture>`;
      },
      html({ text }) {
        return escaped(text);
      },
      table(token) {
        const row = (cells: readonly Tokens.TableCell[], name: "th" | "td"): string =>
          `<tr>${cells.map(({ tokens: words }) => `<${name}>${this.parser.parseInline(words)}</${name}>`).join("")}</tr>`;
        const head = token.header.some(({ text }) => text !== "") ? `<thead>${row(token.header, "th")}</thead>` : "";
        const rows = token.rows.map((cells) => row(cells, "td")).join("\n");
        return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table>${head}<tbody>${rows}</tbody></table></div>\n`;
      },
      code({ text, lang }) {
        return `<pre tabindex="0"${lang === undefined ? "" : ` data-language="${escaped(lang)}"`}><code>${escaped(text)}</code></pre>\n`;
      },
    },
  });
  return marked.parser([...tokens]);
}

function sectionsOf({ source, title, tokens, headings }: ParsedPage): readonly DocsSection[] {
  const left = [...headings];
  const sections: { heading: Heading; raw: string[] }[] = [];
  for (const token of tokens) {
    const heading = isHeading(token) ? left.shift() : undefined;
    if (heading !== undefined && heading.depth <= 2) sections.push({ heading, raw: [] });
    else sections.at(-1)?.raw.push(token.raw);
  }
  return sections.map(({ heading, raw }) => ({
    ...{ page: title, address: addressOf(source), heading: heading.text },
    id: heading.depth === 1 ? "" : heading.id,
    text: raw
      .join(" ")
      .replace(/\]\([^)]*\)/g, "]")
      .replace(/[`*|>[\]#-]+/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  }));
}

function linksOf({ tokens, source }: ParsedPage): readonly DocsLink[] {
  const links: DocsLink[] = [];
  new Marked().walkTokens([...tokens], (token) => {
    if (token.type === "link" || token.type === "image") links.push(linkOf(token as Tokens.Link, source));
  });
  return links;
}

function linkOf({ href, text: words }: Pick<Tokens.Link, "href" | "text">, source: string): DocsLink {
  if (/^[a-z]+:/.test(href)) return { href, words, file: null, id: "" };
  const [path = "", id = ""] = href.split("#");
  return { href, words, file: path === "" ? source : posix.join(dirname(source), path), id };
}

/** A page as the front page names it. */
interface ListedPage {
  readonly file: string;
  readonly name: string;
}

/** The menu, as the front page has it: under each of its headings the pages that its list leads to. */
function menuOf(front: ParsedPage | undefined): readonly MenuGroup<ListedPage>[] {
  const groups: { name: string; pages: ListedPage[] }[] = [];
  for (const token of front?.tokens ?? []) {
    if (isHeading(token) && token.depth === 2) groups.push({ name: token.text, pages: [] });
    else if (token.type === "list" && front !== undefined) {
      const links = linksOf({ ...front, tokens: [token] });
      const listed = links.flatMap(({ file, words }) => (file === null ? [] : [{ file, name: words }]));
      groups.at(-1)?.pages.push(...listed);
    }
  }
  return groups;
}

/** Where a file of the repository lies in the site: pages of `docs/` on top, others beside them. */
function addressOf(file: string): string {
  const path = file
    .replace(/^docs\//, "")
    .replace(/\/README\.md$/, ".md")
    .replace(/\.md$/, ".html");
  return path.endsWith(".html") ? path.toLowerCase() : path;
}

function between(from: string, to: string): string {
  return posix.relative(dirname(from), to);
}

function upFrom(address: string): string {
  return "../".repeat(address.split("/").length - 1);
}

function isPicture(file: string): boolean {
  return /\.(?:png|svg)$/.test(file);
}

/** The same picture for whoever reads on a dark screen, if there is one. */
function darkOf(file: string, root: string): readonly string[] {
  const dark = file.replace(/(\.\w+)$/, "-dark$1");
  return existsSync(join(root, dark)) ? [dark] : [];
}

function markdownIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
    .sort();
}
