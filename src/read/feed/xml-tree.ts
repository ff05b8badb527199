import { Parser } from "htmlparser2";
import { withinDepth } from "../markup-depth.js";

/** An element of an XML document that may be broken. */
export interface XmlElement {
  /** In lower case, without prefix. */
  readonly name: string;
  /**
   * The vocabulary of a name: a short one for those that feeds use, else its prefix; empty for a name of the document's own, which are those without a
   * prefix and, where the root has one, those with the same.
   */
  readonly space: string;
  /** By name in lower case, prefix included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
  /** What stands between its tags, as written. */
  readonly inner: string;
  /** What relative addresses in it are relative to: `xml:base`, its own or inherited. */
  readonly base: string | null;
}

export interface XmlTree {
  /** `null` where there is no element at all. */
  readonly root: XmlElement | null;
  /** Whether the text ended before the root did. */
  readonly cutOff: boolean;
}

/** Elements within more than this many others are read as part of the last that counts. */
const deepest = 100;

interface Draft {
  readonly name: string;
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Draft[];
  readonly base: string | null;
  readonly prefixes: ReadonlyMap<string, string>;
  /** The vocabulary of names without a prefix. */
  readonly plainSpace: string;
  /** The prefix of the document's own names. */
  readonly ownPrefix: string;
  text: string;
  inner: string;
  readonly innerStart: number;
}

/**
 * The elements of an XML text, read as far as they can be: tags that do not match, bare ampersands and an early end do no harm. Entities that
 * the text defines itself are not expanded, so that no small text becomes a big one. The time grows with the length alone.
 */
export function parseXml(xml: string, address: string | null): XmlTree {
  const open: Draft[] = [];
  let root: Draft | null = null;
  let passed = 0;
  let cutOff = false;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const parent = open.at(-1);
        if (open.length >= deepest || (parent === undefined && root !== null)) {
          passed += 1;
          return;
        }
        const draft = draftOf(name, attributes, parent, address, parser.endIndex + 1);
        parent?.children.push(draft);
        root ??= draft;
        open.push(draft);
      },
      ontext: (text) => {
        const parent = open.at(-1);
        if (parent !== undefined) parent.text += text;
      },
      onclosetag: (_name, implied) => {
        if (passed > 0) {
          passed -= 1;
          return;
        }
        const closed = open.pop();
        if (closed === undefined) return;
        closed.inner = xml.slice(closed.innerStart, Math.max(closed.innerStart, parser.startIndex));
        // A root without content closes itself; any other that is closed for the text has not come to its end.
        const closesItself = xml.startsWith("/>", closed.innerStart - 2);
        if (implied && closed === root && !closesItself) cutOff = true;
      },
    },
    { xmlMode: true },
  );
  parser.end(withinDepth(xml, { xmlMode: true }));
  return { root, cutOff };
}

function draftOf(
  written: string,
  given: Readonly<Record<string, string>>,
  parent: Draft | undefined,
  address: string | null,
  innerStart: number,
): Draft {
  const attributes = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()]));
  const own = [...attributes].filter(([name]) => name.startsWith("xmlns:"));
  const inherited = parent?.prefixes ?? new Map<string, string>();
  const prefixes =
    own.length === 0 ? inherited : new Map([...inherited, ...own.map(([name, uri]) => [name.slice(6), uri] as const)]);
  const [name = "", prefix = ""] = written.toLowerCase().split(":").reverse();
  const outer = parent === undefined ? address : parent.base;
  const base = attributes.get("xml:base");
  // What a root declares for all is wrong too often to part its own names from those of others.
  const declared = parent === undefined ? undefined : attributes.get("xmlns");
  const plainSpace = declared === undefined ? (parent?.plainSpace ?? "") : spaceOf(declared, "");
  const ownPrefix = parent?.ownPrefix ?? (name === "rdf" ? "" : prefix);
  return {
    name,
    space: prefix === "" ? plainSpace : prefix === ownPrefix ? "" : spaceOf(prefixes.get(prefix), prefix),
    plainSpace,
    ownPrefix,
    attributes,
    children: [],
    base: base === undefined ? outer : (resolveAddress(base, outer) ?? outer),
    prefixes,
    text: "",
    inner: "",
    innerStart,
  };
}

/** The address in full, `null` where it is none or nobody knows what it is relative to. */
export function resolveAddress(written: string, base: string | null): string | null {
  const trimmed = written.trim();
  if (trimmed === "") return null;
  try {
    return new URL(trimmed, base ?? undefined).href;
  } catch {
    return null;
  }
}

function spaceOf(uri: string | undefined, prefix: string): string {
  if (uri === undefined) return prefix;
  return spaces.find(([part]) => uri.toLowerCase().includes(part))?.[1] ?? prefix;
}

/** Feeds write the addresses of vocabularies with small faults; these parts tell them apart. */
const spaces = [
  ["w3.org/2005/atom", "atom"],
  ["purl.org/atom", "atom"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["purl.org/rss/1.0/modules", "module"],
  ["purl.org/rss/", ""],
  ["my.netscape.com/rdf", ""],
  ["backend.userland.com/rss", ""],
  ["purl.org/dc/terms", "dcterms"],
  ["purl.org/dc/", "dc"],
  ["itunes", "itunes"],
  ["search.yahoo.com/mrss", "media"],
  ["w3.org/1999/xhtml", "xhtml"],
  ["w3.org/1999/02/22-rdf", "rdf"],
] as const;
