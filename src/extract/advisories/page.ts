import type { Mention } from "../../record/mention.js";
import { intersectSpans, type Span } from "../../text/span.js";
import type { Words } from "../grammar/words.js";
import { mentionOfRange } from "../mentions.js";
import type { EntityTable } from "../naming/resolve-entities.js";
import type { AdviceLexicon } from "./advice-lexicon.js";
import type { FoundAdvice } from "./find-advice.js";
import { spanIn, type TextLine } from "./lines.js";

/** A page of travel advice. */
export interface AdvicePage {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly words: Words;
  readonly table: EntityTable;
  readonly lexicon: AdviceLexicon;
  /** The country whose ministry gives the advice, `null` where nothing tells. */
  readonly issuer: string | null;
}

/** The words of a span, and whom they stand for. */
export function mentionAt(span: Span, { text, words, table }: AdvicePage): Mention {
  const range = words.range(span);
  return {
    text: text.slice(...span),
    span,
    entity: range === null ? null : mentionOfRange(range, words, table).entity,
  };
}

/** The part of the sentence around a span that stands on its line: the lines of a page are no prose. */
export function around(span: Span, { lines, words }: AdvicePage): Span {
  const line = lines.findLast(({ start }) => start <= span[0]);
  const range = words.range(span);
  if (line === undefined || range === null) return span;
  const { first } = words.sentence(range.first);
  const { end } = words.sentence(range.end - 1);
  return intersectSpans(words.span({ first, end }), spanIn(line, [0, line.text.length])) ?? span;
}

/**
 * Where the country that a page is about stands: beside the words of a title, else alone on a line, else in the first heading or sentence that
 * advises on a country. A name that no table has counts where it stands before the words of a title.
 */
export function pageCountry({ text, lines, lexicon }: AdvicePage, found: readonly FoundAdvice[]): Span | null {
  const first = found[0]?.evidence[0][0] ?? 0;
  const head = lines.filter(({ start }) => start <= first);
  const [before, behind, alone] = [
    `(?<place>\\S.{1,60}?)\\s*[:–—|-]?\\s*(?:${lexicon.title})(?:\\s*[:–—|-].*)?`,
    `(?:${lexicon.title})(?:\\s*[:–—|-]|\\sfor)\\s+(?:the\\s+)?(?<place>\\S.{1,60}?)(?:\\s[–—|-]\\s.*)?`,
    "(?<place>\\S.{1,60}?)",
  ].map((form) => new RegExp(`^[\\s#*]*${form}[\\s*]*$`, "diu"));
  const placesBy = (form: RegExp | undefined): readonly Span[] =>
    head.flatMap((line) => {
      const place = form?.exec(line.text)?.indices?.groups?.place;
      return place === undefined ? [] : [spanIn(line, place)];
    });
  const isCountry = (span: Span): boolean => lexicon.countryOf(text.slice(...span).replace(/^the\s+/iu, "")) !== null;
  const titled = placesBy(before);
  const advised = ["heading", "sentence"].flatMap((form) =>
    found.flatMap((one) => (one.form === form && one.place !== null ? [one.place] : [])),
  );
  return (
    [...titled, ...placesBy(behind), ...placesBy(alone)].find(isCountry) ?? titled[0] ?? advised.find(isCountry) ?? null
  );
}
