import type { RecordArticle } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import type { Agencies } from "./agencies.js";
import { textParagraphs } from "./running-text.js";

/** The agency that an article names as where its text is from. */
export interface Credit {
  readonly agency: string;
  readonly by: "outlet" | "author" | "dateline" | "byline" | "note";
  /** The words that say so; `null` where the page's own data do. */
  readonly span: Span | null;
}

/** The agency that the article credits: itself one, or named by its authors, its dateline, a byline or a note at its foot. `null` for none. */
export function findCredit(article: RecordArticle, agencies: Agencies): Credit | null {
  const own = article.outlet === null ? null : inOutlet(article.outlet, agencies);
  if (own !== null) return { agency: own, by: "outlet", span: null };
  return (
    inDateline(article, agencies) ??
    inByline(article, agencies) ??
    byAuthor(article, agencies) ??
    inNote(article, agencies)
  );
}

/** "Karsk Tribune (Meridian Wire)": an outlet's name may say whose text it is; so may "Copy of the Karsk Tribune". */
function inOutlet(outlet: string, agencies: Agencies): string | null {
  const own = agencies.named(outlet);
  if (own !== null) return own;
  const [, copied = outlet] = /\b(?:copy|mirror|reprint) of (.+)$/i.exec(outlet) ?? [];
  const [, credited = copied] = /\((\p{Lu}[^()]*)\)\s*$/u.exec(copied) ?? [];
  return credited === outlet ? null : (agencies.named(credited) ?? credited);
}

function byAuthor({ authors }: RecordArticle, agencies: Agencies): Credit | null {
  for (const part of authors.flatMap((author) => author.split(/[,|/]| for | and /))) {
    const agency = agencies.named(part);
    if (agency !== null) return { agency, by: "author", span: null };
  }
  return null;
}

/** "PORT VESHTI, March 3 (Meridian Wire) - A tanker …": a dateline credits whatever stands in its brackets, known agency or not. */
const dateline = /^[^.!?"“()\n]{2,80}\(([\p{Lu}][\p{L}.&'’ -]{1,40})\)\s*[-–—]+\s/u;

/** "Reuters - …", "(AP) — …": without a place only an agency that is known. */
const bareDateline = /^\(?([\p{L}.&'’ -]{2,40})\)?\s*[-–—]+\s/u;

function inDateline({ text }: RecordArticle, agencies: Agencies): Credit | null {
  for (const [start, end] of textParagraphs(text).slice(0, 5)) {
    const words = text.slice(start, end);
    const placed = dateline.exec(words);
    const name = placed?.[1] ?? bareDateline.exec(words)?.[1];
    if (name === undefined) continue;
    const agency = agencies.named(name) ?? (placed && startsWithPlace(words) ? name : null);
    const at = start + words.indexOf(name);
    if (agency !== null) return { agency, by: "dateline", span: [at, at + name.length] };
  }
  return null;
}

/** Datelines set the place in capitals, or give a day behind it; "Senator Ruiz (Democrat) - " does neither, and "March 3 (KARSK) - " has the place in its brackets. */
function startsWithPlace(words: string): boolean {
  return (
    /^\p{Lu}{3,}/u.test(words) ||
    /^\p{Lu}[^(\d]*[,\s]\s*(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/u.test(words)
  );
}

/** "By Lena Ostrow, Associated Press" or "Reuters" alone on a line near the head. */
function inByline({ text }: RecordArticle, agencies: Agencies): Credit | null {
  for (const [start, end] of textParagraphs(text).slice(0, 4)) {
    if (end - start > 100) continue;
    for (const { 0: name, index } of text.slice(start, end).matchAll(/[^,|/\n]+/g)) {
      const bare = name.replace(/^\s*(?:[Bb][Yy]|[Ff]rom|[Ss]ource:)\s+/, "");
      const agency = agencies.named(bare);
      const at = start + index + name.indexOf(bare.trim());
      if (agency !== null) return { agency, by: "byline", span: [at, at + bare.trim().length] };
    }
  }
  return null;
}

/** "Source: Reuters", "© 2031 The Associated Press. All rights reserved." */
function inNote({ text }: RecordArticle, agencies: Agencies): Credit | null {
  for (const [start, end] of textParagraphs(text).slice(-4)) {
    const found =
      /^[([]?(?:source:|copyright|©|with reporting (?:by|from)|this (?:story|article) is from)\s*(?:©|\(c\))?\s*(?:\d{4},?)?\s*([\p{L}][\p{L}'’ -]{1,40})/iu.exec(
        text.slice(start, end),
      );
    const name = found?.[1];
    const agency = name === undefined ? null : agencies.named(name);
    if (name === undefined || agency === null) continue;
    const at = start + text.slice(start, end).indexOf(name);
    return { agency, by: "note", span: [at, at + name.trim().length] };
  }
  return null;
}
