import type { Mention } from "../../record/mention.js";
import type { Span } from "../../text/span.js";
import { nameKey } from "../places/name-key.js";
import { type AdvicePage, mentionAt } from "./page.js";

/** A whole country, by its name or as the title has it, or a part of one, whose words stand for nobody. `about` is one for all of a place's names. */
export function subjectOf(
  span: Span,
  country: Span | null,
  page: AdvicePage,
): { readonly about: string; readonly subject: Mention } {
  const { text, table, lexicon } = page;
  const title = country === null ? "" : squeezed(text.slice(...country));
  const isTitle = (name: string): boolean => title !== "" && squeezed(name) === title;
  const codeOf = (name: string): string | null =>
    lexicon.countryOf(isTitle(name) && country !== null ? text.slice(...country) : name);
  const own = namesIn(span, text).find((one) => codeOf(text.slice(...one)) !== null || isTitle(text.slice(...one)));
  if (own === undefined) {
    const words = text.slice(...span);
    return { about: `in ${distinctive(words)}`, subject: { text: words, span, entity: null } };
  }
  const code = codeOf(text.slice(...own));
  const mention = mentionAt(own, page);
  const known = table.entities.find(({ id }) => id === mention.entity);
  const government = table.entities.find((one) => one.kind === "government" && one.country === code);
  const entity = code === null || known?.country === code ? mention.entity : (government?.id ?? null);
  return { about: code ?? title, subject: { ...mention, entity } };
}

/** What may be a country's name in words for the whole of it: "the whole of Chad", "the Central African Republic (CAR)", "the Kingdom of Denmark". */
function namesIn([start, end]: Span, text: string): readonly Span[] {
  const words = text.slice(start, end);
  const shorter = words.replace(/\s*\([^)]*\)$/u, "").length;
  return [
    /^(?:(?:the\s+)?whole\s+of\s+|all\s+(?:parts\s+)?of\s+)?(?:the\s+)?/iu,
    /^(?:the\s+)?(?:mainland|(?:kingdom|republic|state|union)\s+of)\s+(?:the\s+)?/iu,
  ]
    .map((before) => before.exec(words)?.[0].length ?? 0)
    .flatMap((from): readonly Span[] => [
      [start + from, end],
      [start + from, start + Math.max(from, shorter)],
    ]);
}

/** "Cote d Ivoire" and "Côte d'Ivoire" are one. */
function squeezed(name: string): string {
  return nameKey(name).replaceAll(" ", "");
}

/** The words that tell places apart: "the border region with Chad" and "Border with Chad" are one. */
function distinctive(words: string): string {
  return nameKey(words.replace(/\s*\([^)]*\)$/u, ""))
    .split(" ")
    .filter((word) => !generic.test(word))
    .map((word) => word.replace(/(?<=[^s])s$/, ""))
    .sort()
    .join(" ");
}

const generic =
  /^(?:the|an?|of|and|in|with|to|areas?|regions?|provinces?|districts?|departments?|states?|cit(?:y|ies))$/;
