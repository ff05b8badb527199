/**
 * Whether words for a speaker are for something that nobody in particular stands behind: "DNA tests", "multiple reports", "the rumour". A name among them tells whose it is:
 * "the UN report", "a report by Halden".
 */
export function isUnmannedSource(words: string): boolean {
  const plain = words.replace(acronyms, "");
  const [phrase = ""] = plain.split(/,| (?:of|about|on|that|which|who|in|from|by|claiming|suggesting|saying)\b/i);
  return thing.test(phrase) && !/\p{Lu}/u.test(plain.replace(/^[\s"“‘]*\p{Lu}/u, ""));
}

const acronyms = /\b(?:DNA|CCTV|TV|X-ray)\b/g;

const thing =
  /(?:^|[ -])(?:reports?|rumou?rs?|claims?|stor(?:y|ies)|allegations?|speculations?|accounts?|assertions?|suggestions?|articles?|posts?|tweets?|messages?|hoax(?:es)?|tests?|results?|records?|statements?|estimates?|documents?|files?|figures|data|photos?|photographs?|pictures?|images?|videos?|footage|clips?|tapes?|audio|recordings?|evidence|findings?|notes?|letters?|it|this|that|which)[\s"”’]*$/i;
