import { isLevelName } from "../page/level-line.js";
import type { Feed, FeedItem } from "./feed.js";
import { escapeHtml, paragraphsOfPlain, plainText, unprefix } from "./markup.js";
import { parseXml, resolveAddress, type XmlElement } from "./xml-tree.js";

/** The feed in an XML text: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0; `null` where it is none. `address`: where it is from. */
export function parseXmlFeed(xml: string, address: string | null): Feed | null {
  const { root, cutOff } = parseXml(xml, address);
  if (root === null) return null;
  const feed =
    root.name === "feed"
      ? atomFeed(root)
      : root.name === "rss" || root.name === "rdf" || root.name === "channel"
        ? rssFeed(root)
        : null;
  if (feed === null) return null;
  if (!cutOff) return { ...feed, faults: [] };
  const items = isStub(feed.items.at(-1), xml) ? feed.items.slice(0, -1) : feed.items;
  const last =
    items === feed.items ? "its last item may not be whole" : "its last item, which has no text, is left out";
  return { ...feed, items, faults: [`the feed ends in the middle; ${last}`] };
}

/** Whether the last item of a feed that is cut off has no text, and its address or title ends in the middle, too. */
function isStub(item: FeedItem | undefined, xml: string): boolean {
  if (item === undefined || item.content !== null || item.summary !== null) return false;
  const tail = xml.slice(-longestItem);
  const [, endOfItem] = [...tail.matchAll(itemTag)].at(-1) ?? [];
  const [, endOfField] = [...tail.matchAll(anyTag)].at(-1) ?? [];
  return endOfItem === "" && (item.address === null || endOfField === "");
}

const itemTag = /<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])/gi;
const anyTag = /<(\/?)[a-z][^<>]*>/gi;

/** In characters: an item that is longer has a text. */
const longestItem = 100_000;

/** A vocabulary and the names in it that mean the same, best first. */
type Names = readonly (readonly [space: string, name: string])[];

function rssFeed(root: XmlElement): Omit<Feed, "faults"> {
  const channel = root.name === "channel" ? root : (root.children.find(({ name }) => name === "channel") ?? root);
  const address = addressIn(channel, [["", "link"]]);
  return {
    format: "rss",
    title: titleIn(channel, [
      ["", "title"],
      ["dc", "title"],
    ]),
    address,
    language: languageOf(
      textIn(channel, [
        ["", "language"],
        ["dc", "language"],
      ]),
    ),
    items: findAll(root, "item").map((item) => rssItem(item, address)),
  };
}

function rssItem(item: XmlElement, site: string | null): FeedItem {
  const guid = textIn(item, [["", "guid"]]);
  const guidElement = childrenOf(item, "", "guid")[0];
  const permanent =
    guidElement?.attributes.get("ispermalink")?.toLowerCase() !== "false" && /^https?:\/\//i.test(guid ?? "");
  const link =
    addressIn(item, [["", "link"]], site) ??
    childrenOf(item, "atom", "link")
      .map((one) => linkTarget(one))
      .find((one) => one !== null) ??
    (permanent ? guid : null);
  const outlet = nameOfSource(childrenOf(item, "", "source")[0]) ?? nameOfOrigin(item);
  const title = titleIn(item, [
    ["", "title"],
    ["dc", "title"],
    ["media", "title"],
  ]);
  return {
    id: guid ?? item.attributes.get("rdf:about") ?? link,
    title: withoutOutlet(title, outlet),
    address: link,
    published: textIn(item, [
      ["", "pubdate"],
      ["dc", "date"],
      ["dcterms", "issued"],
      ["dcterms", "created"],
      ["atom", "published"],
      ["", "published"],
      ["", "date"],
    ]),
    updated: textIn(item, [
      ["atom", "updated"],
      ["dcterms", "modified"],
      ["", "updated"],
    ]),
    summary:
      markupIn(item, [
        ["", "description"],
        ["dc", "description"],
        ["itunes", "summary"],
        ["atom", "summary"],
      ]) ?? mediaDescription(item),
    content: markupIn(item, [
      ["content", "encoded"],
      ["xhtml", "body"],
      ["", "body"],
      ["atom", "content"],
      ["", "content"],
    ]),
    authors: rssAuthors(item),
    ...levelOf(item),
    ...(outlet === null ? {} : { outlet }),
  };
}

/** Ministries file their advice under its level: `<category domain="Threat-Level">Level 4: Do Not Travel</category>`. */
function levelOf(item: XmlElement): Pick<FeedItem, "level"> {
  const filed = childrenOf(item, "", "category").find((one) => isLevelName(one.attributes.get("domain") ?? ""));
  const level = filed === undefined ? null : plainText(filed.text);
  return level === null ? {} : { level };
}

/** The name of the feed that an item was taken from: RSS has it as text, Atom as a title. */
function nameOfSource(source: XmlElement | undefined): string | null {
  if (source === undefined) return null;
  return atomTitle(source) ?? plainText(source.text);
}

/** The outlet that a gathering feed names in words of its own: Bing's `News:Source`, Dublin Core's publisher and source, which may be an address. */
function nameOfOrigin(item: XmlElement): string | null {
  const named = origins.flatMap(([space, name]) => childrenOf(item, space, name).map(({ text }) => plainText(text)));
  return (
    named.find((name) => name !== null && name.length <= longestOutlet && !/^\w+:|\/\/|^www\./i.test(name)) ?? null
  );
}

const origins: Names = [
  ["news", "source"],
  ["dc", "publisher"],
  ["dc", "source"],
];

/** In characters. */
const longestOutlet = 80;

/** Feeds that gather from others write the outlet behind the title: "Ferries turned back - Lorrimer Mail". */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  const end = ` - ${outlet}`;
  return title !== null && outlet !== null && title.length > end.length && title.endsWith(end)
    ? title.slice(0, -end.length)
    : title;
}

/** What a feed of media says of its film or sound, by itself or within the group of its versions. */
function mediaDescription(item: XmlElement): string | null {
  const groups = [...childrenOf(item, "media", "group"), ...childrenOf(item, "media", "content")];
  const [found] = [item, ...groups].flatMap((one) => childrenOf(one, "media", "description"));
  if (found === undefined || found.text.trim() === "") return null;
  return found.attributes.get("type") === "html" ? found.text.trim() : paragraphsOfPlain(found.text.trim());
}

/** RSS's own `author` is an address of mail, perhaps with the name in brackets behind it. */
function rssAuthors(item: XmlElement): readonly string[] {
  const creators = childrenOf(item, "dc", "creator").map((one) => plainText(one.text));
  const authors = childrenOf(item, "", "author").map((one) =>
    personIn(one.text.trim() === "" ? (nameIn(one) ?? "") : one.text),
  );
  const itunes = childrenOf(item, "itunes", "author").map((one) => plainText(one.text));
  const named = [creators, authors, itunes].find((names) => names.some((name) => name !== null)) ?? [];
  return unique(named);
}

function personIn(written: string): string | null {
  const text = plainText(written) ?? "";
  const bracketed = /^\S+@\S+\s*\(([^()]+)\)$/.exec(text)?.[1] ?? /^([^<>@]+?)\s+<?\S+@\S+$/.exec(text)?.[1];
  const name = bracketed?.trim() ?? text;
  return name === "" || /^\S+@\S+$/.test(name) ? null : name;
}

function atomFeed(root: XmlElement): Omit<Feed, "faults"> {
  const authors = atomAuthors(root);
  return {
    format: "atom",
    title: atomTitle(root),
    address: atomLink(root),
    language: languageOf(root.attributes.get("xml:lang") ?? null),
    items: findAll(root, "entry").map((entry) => atomItem(entry, authors)),
  };
}

function atomItem(entry: XmlElement, feedAuthors: readonly string[]): FeedItem {
  const id = textIn(entry, [
    ["", "id"],
    ["atom", "id"],
  ]);
  const address = atomLink(entry) ?? (/^https?:\/\//i.test(id ?? "") ? id : null);
  const authors = atomAuthors(entry);
  const source = atomChildren(entry, "source")[0];
  const sourceAuthors = source === undefined ? [] : atomAuthors(source);
  const outlet = nameOfSource(source);
  return {
    id: id ?? address,
    title: atomTitle(entry),
    address,
    published: firstText(entry, ["published", "issued", "created"]) ?? textIn(entry, [["dc", "date"]]),
    updated: firstText(entry, ["updated", "modified"]),
    summary: atomMarkup(entry, "summary") ?? mediaDescription(entry),
    content: atomMarkup(entry, "content"),
    authors: authors.length > 0 ? authors : sourceAuthors.length > 0 ? sourceAuthors : feedAuthors,
    ...(outlet === null ? {} : { outlet }),
  };
}

function atomChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && (child.space === "" || child.space === "atom"));
}

function firstText(element: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const text = atomChildren(element, name)[0]?.text.trim() ?? "";
    if (text !== "") return text;
  }
  return null;
}

function atomAuthors(element: XmlElement): readonly string[] {
  const named = atomChildren(element, "author").map((one) => nameIn(one) ?? personIn(one.text));
  return unique(
    named.some((name) => name !== null)
      ? named
      : childrenOf(element, "dc", "creator").map((one) => plainText(one.text)),
  );
}

function nameIn(person: XmlElement): string | null {
  const name = person.children.find((child) => child.name === "name");
  return name === undefined ? null : plainText(name.text);
}

/** The page that an Atom element stands for: its `alternate` link, or one whose relation says nothing else. */
function atomLink(element: XmlElement): string | null {
  const links = atomChildren(element, "link");
  const relation = (link: XmlElement): string => link.attributes.get("rel")?.toLowerCase() ?? "alternate";
  const isPage = (link: XmlElement): boolean =>
    /^(?:text\/html|application\/xhtml\+xml)?$/.test(link.attributes.get("type") ?? "");
  const alternates = links.filter((link) => relation(link) === "alternate");
  const best = alternates.find(isPage) ?? alternates[0] ?? links.find((link) => !otherRelations.has(relation(link)));
  return best === undefined ? null : linkTarget(best);
}

const otherRelations = new Set([
  "self",
  "edit",
  "edit-media",
  "enclosure",
  "replies",
  "next",
  "previous",
  "prev",
  "first",
  "last",
  "hub",
  "related",
  "via",
  "license",
]);

function linkTarget(link: XmlElement): string | null {
  const written = link.attributes.get("href") ?? link.text;
  return resolveAddress(written, link.base) ?? (written.trim() === "" ? null : written.trim());
}

function atomTitle(element: XmlElement): string | null {
  const html = atomMarkup(element, "title");
  return html === null
    ? titleIn(element, [
        ["dc", "title"],
        ["media", "title"],
      ])
    : plainText(html);
}

/** The HTML in an Atom text: as its `type` and, in Atom 0.3, its `mode` say. */
function atomMarkup(element: XmlElement, name: string): string | null {
  const construct = atomChildren(element, name)[0];
  if (construct === undefined) return null;
  const type = construct.attributes.get("type")?.toLowerCase() ?? "text";
  const mode = construct.attributes.get("mode")?.toLowerCase();
  const html = /html|xml/.test(type);
  if (construct.children.length > 0) return nonBlank(unprefix(construct.inner));
  if (mode === "base64" || isBinary(type)) {
    const decoded = Buffer.from(construct.text, "base64").toString("utf8");
    return nonBlank(html || isBinary(type) ? decoded : escapeHtml(decoded));
  }
  // Many feeds escape markup and forget to say so: what then looks like tags or entities is taken for them.
  const asHtml =
    html || mode === "escaped" || /<\/?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(construct.text);
  return nonBlank(asHtml ? construct.text : escapeHtml(construct.text));
}

function isBinary(type: string): boolean {
  return /^application\/octet-stream/.test(type);
}

function titleIn(element: XmlElement, names: Names): string | null {
  const html = markupIn(element, names);
  return html === null ? null : plainText(html);
}

function markupIn(element: XmlElement, names: Names): string | null {
  for (const [space, name] of names) {
    for (const child of childrenOf(element, space, name)) {
      const markup = nonBlank(
        child.children.some(({ name: inner }) => !fields.has(inner)) ? unprefix(child.inner) : child.text,
      );
      if (markup !== null) return markup;
    }
  }
  return null;
}

/** What a title left open swallows: no part of its words. */
const fields = new Set(["link", "guid", "pubdate", "description", "item"]);

function textIn(element: XmlElement, names: Names): string | null {
  for (const [space, name] of names) {
    for (const child of childrenOf(element, space, name)) {
      const text = nonBlank(child.text);
      if (text !== null) return plainText(text);
    }
  }
  return null;
}

function addressIn(element: XmlElement, names: Names, site: string | null = null): string | null {
  for (const [space, name] of names) {
    for (const child of childrenOf(element, space, name)) {
      const written = nonBlank(child.text) ?? nonBlank(child.attributes.get("href") ?? "");
      if (written !== null) return resolveAddress(written, child.base ?? site) ?? written;
    }
  }
  return null;
}

/** The children of a name, and those that stand in a simple field left open before them. */
function childrenOf(element: XmlElement, space: string, name: string): readonly XmlElement[] {
  const matches = (child: XmlElement): boolean => child.name === name && child.space === space;
  const direct = element.children.filter(matches);
  if (direct.length > 0 || !fields.has(name)) return direct;
  return element.children
    .filter(
      (child) => child.name === "title" || child.name === "link" || child.name === "guid" || child.name === "pubdate",
    )
    .flatMap((child) => child.children.filter(matches));
}

/** Every element of a name within the root in document order, those also that stand in one another because an end was forgotten. */
function findAll(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...root.children].reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === name && ["", "atom"].includes(element.space)) found.push(element);
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}

function languageOf(written: string | null): string | null {
  return /^[a-z]{2}(?![a-z])/i.exec(written?.trim() ?? "")?.[0].toLowerCase() ?? null;
}

function nonBlank(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

function unique(names: readonly (string | null)[]): readonly string[] {
  return [...new Set(names.filter((name): name is string => name !== null))];
}
