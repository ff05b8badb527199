import type { Article } from "../../doc/article.js";
import { nameKey } from "../places/name-key.js";
import type { AdviceLexicon } from "./advice-lexicon.js";
import type { TextLine } from "./lines.js";

/** What an article says of itself that tells whose page it is. */
export type PageFacts = Pick<Article, "outlet" | "url">;

/** Whether a ministry speaks for itself, by the outlet, else by the address; `null` where an article comes without either. */
export function isMinistry(facts: PageFacts, lexicon: AdviceLexicon): boolean | null {
  return facts.outlet === null && facts.url === null ? null : ministryCountry(facts, lexicon) !== null;
}

/** The country of the ministry that outlet or address name; `null` where they name none. */
export function ministryCountry({ outlet, url }: PageFacts, lexicon: AdviceLexicon): string | null {
  if (outlet !== null)
    return lexicon.issuers.get(nameKey(outlet.replace(/\s*\([^()]*\)$/, ""))) ?? countryOfHost(outlet, lexicon);
  return url === null ? null : countryOfHost(hostOf(url), lexicon);
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1] ?? "";
}

function countryOfHost(name: string, { hosts, issuers }: AdviceLexicon): string | null {
  const host = name.toLowerCase();
  const found = hosts.find((one) => host === one || host.endsWith(`.${one}`));
  return found === undefined ? null : (issuers.get(found) ?? null);
}

/** Whether words that only a ministry's own page has stand in a text, and nobody reports in it what a ministry said. */
export function hasSigns(text: string, { sign, issuer }: AdviceLexicon): boolean {
  const own = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sign})`, "iu");
  const report = new RegExp(
    `(?:${issuer})\\b[^.\\n]{0,60}\\b(?:said|says|warned|warns|told|announced|urged|urges|raised|upgraded|issued)\\b|according\\s+to\\s+(?:the\\s+)?(?:U\\.?S\\.?\\s+|UK\\s+)?(?:${issuer})`,
    "iu",
  );
  return own.test(text) && !report.test(text);
}

/** Whether only titles, dates and links stand above the first advice, which starts at `advice`; false where there is none. */
export function isUnderTitles(advice: number | null, lines: readonly TextLine[]): boolean {
  if (advice === null) return false;
  const head = lines.filter(({ text, start }) => start + text.length < advice);
  return head.every(({ text }) => text.trim().split(/\s+/).length <= longestTitle);
}

/** In words. */
const longestTitle = 25;
