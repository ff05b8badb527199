import { Parser } from "htmlparser2";
import { nothingKnown } from "../../read/known-facts.js";
import { readPage } from "../../read/page/read-page.js";

/** Where a page shows a date, whether or not it is that of publication. */
const dateSigns = ["JSON-LD", "meta", "time element", "address", "line of text"] as const;

export type DateSign = (typeof dateSigns)[number];

const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const fullDate = new RegExp(
  `\\b(?:\\d{1,2} ${month},? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d)`,
  "i",
);

/** In characters: longer ones are paragraphs, which tell of other days. */
const longestLine = 120;

/**
 * The places where a page shows a full date, found by looking far more loosely than the reader does: any `meta` named for a date, any `time` element,
 * any line of text of up to 120 characters, those of other articles on the page among them.
 */
function dateSignsIn(html: string): ReadonlySet<DateSign> {
  const signs = new Set<DateSign>();
  let inside = "";
  let line = "";
  const endLine = (): void => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text.length <= longestLine && fullDate.test(text)) signs.add("line of text");
    line = "";
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      inside = name;
      if (!inline.has(name)) endLine();
      const key = `${attributes.property ?? ""} ${attributes.name ?? ""} ${attributes.itemprop ?? ""}`;
      const isDate = /date|publish|issued|_time/i.test(key) && !/modif|updat|expir/i.test(key);
      if (name === "meta" && isDate && /\b(?:19|20)\d\d/.test(attributes.content ?? "")) signs.add("meta");
      const isAddress = name === "link" ? attributes.rel === "canonical" : attributes.property === "og:url";
      const address = attributes.href ?? attributes.content ?? "";
      if (isAddress && /\/(?:19|20)\d\d([/-])\d\d?\1\d\d?(?:[/-]|$)/.test(address)) signs.add("address");
      if (name === "time" && fullDate.test(attributes.datetime ?? "")) signs.add("time element");
    },
    ontext: (text) => {
      if (inside === "script") {
        if (/"datePublished"\s*:\s*"[^"]*\d{4}/.test(text)) signs.add("JSON-LD");
      } else if (inside !== "style") line += text;
    },
    onclosetag: (name) => {
      inside = "";
      if (!inline.has(name)) endLine();
    },
  });
  parser.end(html);
  endLine();
  return signs;
}

const inline = new Set("a abbr b bdi cite code em font i ins mark q s small span strong sub sup time u".split(" "));

/** Pages that show a date, and on how many of them the reader finds one; by where they show it, and in all. */
export class PageDateCounts {
  readonly #shown = new Map<DateSign | "any", number>();
  readonly #found = new Map<DateSign | "any", number>();
  readonly #missed: string[] = [];

  async count(name: string, html: string): Promise<void> {
    const signs = dateSignsIn(html);
    if (signs.size === 0) return;
    const reading = await readPage(new TextEncoder().encode(html), name, nothingKnown);
    const found = reading.kind === "article" && reading.article.published !== null;
    for (const sign of [...signs, "any" as const]) {
      this.#shown.set(sign, (this.#shown.get(sign) ?? 0) + 1);
      if (found) this.#found.set(sign, (this.#found.get(sign) ?? 0) + 1);
    }
    if (!found) this.#missed.push(name);
  }

  lines(): readonly string[] {
    const rows = [...dateSigns, "any" as const].map((sign) => {
      const shown = this.#shown.get(sign) ?? 0;
      const found = this.#found.get(sign) ?? 0;
      const share = shown === 0 ? "" : `${((100 * found) / shown).toFixed(1).padStart(7)} %`;
      return `  ${sign.padEnd(16)}${String(found).padStart(4)} of ${String(shown).padEnd(4)}${share}`;
    });
    const missed = this.#missed.length === 0 ? [] : [`  none found on ${this.#missed.join(", ")}`];
    return ["Dates found on pages that show one, by where they show it", ...rows, ...missed];
  }
}
