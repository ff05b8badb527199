import type { Article } from "../../doc/article.js";
import { nameKey } from "../places/name-key.js";
import type { AdviceLexicon } from "./advice-lexicon.js";
import type { Line } from "./lines.js";

/** What an article says of itself that tells whose page it is. */
export type PageFacts = Pick<Article, "outlet" | "url">;

/**
 * Whether a text is a ministry's own, by its outlet, else by its address. Of a text that comes without either, by the page: the advice stands
 * above all prose, words that only such a page has stand somewhere, and nobody reports what the ministry said. `advice` is where the first
 * advice stands, `null` where there is none.
 */
export function isOwnWords(
  { outlet, url }: PageFacts,
  lines: readonly Line[],
  advice: number | null,
  lexicon: AdviceLexicon,
): boolean {
  if (outlet !== null) return lexicon.issuers.has(nameKey(outlet)) || isHost(outlet, lexicon);
  if (url !== null) return isHost(hostOf(url), lexicon);
  if (advice === null) return false;
  const head = lines.filter(({ text, start }) => start + text.length < advice);
  return (
    head.every(({ text }) => text.trim().split(/\s+/).length <= longestInHead) &&
    lines.some(({ text }) => signOf(lexicon).test(text)) &&
    !lines.some(({ text }) => reportOf(lexicon).test(text))
  );
}

/** What stands above the advice on a page are titles, dates and links. */
const longestInHead = 25;

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1] ?? "";
}

function isHost(name: string, { hosts }: AdviceLexicon): boolean {
  const host = name.toLowerCase();
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

function signOf({ sign }: AdviceLexicon): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sign})`, "iu");
}

/** "The State Department warned", "according to the FCDO": what a page of its own does not say. */
function reportOf({ issuer }: AdviceLexicon): RegExp {
  return new RegExp(
    `(?:${issuer})\\b[^.]{0,60}\\b(?:said|says|warned|warns|told|announced|urged|urges|raised|upgraded|issued)\\b|according\\s+to\\s+(?:the\\s+)?(?:U\\.?S\\.?\\s+|UK\\s+)?(?:${issuer})`,
    "iu",
  );
}
