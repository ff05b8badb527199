/** Marks that pair with one another. */
export type QuoteFamily = "double" | "low" | "single" | "low-single" | "guillemet" | "angle" | "corner";

/** A quote mark as a token shows it; `either` is a straight mark, whose side only the space around it tells. */
export interface QuoteMark {
  readonly family: QuoteFamily;
  readonly side: "open" | "close" | "either";
}

const written: readonly (readonly [QuoteFamily, QuoteMark["side"], string])[] = [
  ["double", "open", "“ ‟ `` &ldquo; &#8220; &#x201c;"],
  ["double", "close", "” &rdquo; &#8221; &#x201d;"],
  ["double", "either", "\" ＂ '' &quot; &#34; &#x22;"],
  ["low", "open", "„ &bdquo; &#8222; &#x201e;"],
  ["single", "open", "‘ ‛ &lsquo; &#8216; &#x2018;"],
  ["single", "close", "’ &rsquo; &#8217; &#x2019;"],
  ["single", "either", "' &apos; &#39; &#x27;"],
  ["low-single", "open", "‚ &sbquo; &#8218; &#x201a;"],
  ["guillemet", "open", "« << &laquo; &#171; &#xab;"],
  ["guillemet", "close", "» >> &raquo; &#187; &#xbb;"],
  ["angle", "open", "‹ &lsaquo; &#8249; &#x2039;"],
  ["angle", "close", "› &rsaquo; &#8250; &#x203a;"],
  ["corner", "open", "「 『"],
  ["corner", "close", "」 』"],
];

const marks: ReadonlyMap<string, QuoteMark> = new Map(
  written.flatMap(([family, side, words]) => words.split(" ").map((word) => [word, { family, side }] as const)),
);

/** The quote mark that a token is, also one that was left escaped ("&quot;"); `null` for any other token. An apostrophe is a single mark. */
export function quoteMark(word: string): QuoteMark | null {
  return marks.get(word) ?? marks.get(word.toLowerCase()) ?? null;
}
