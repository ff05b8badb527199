/** Words that tell what somebody is to a body or person, and not to which. */
const roles =
  /^(?:the|his|her|its|their|our|and|for|from|with|they|she|who|that|this|one|other|another|some|several|two|three|many|senior|top|chief|head|former|acting|new|local|spokes\w+|officials?|representatives?|sources?|deput\w+|staff|statements?|people|persons?|mr|mrs|ms|dr)$/i;

/**
 * Whether two people or bodies stand on one side of a dispute by what they are called alone: "Halden", "Halden's spokesman" and "the HDP" for "Halden
 * Democratic Party". Whoever is told of by a pronoun or a role alone is on nobody's side.
 *
 * @param a all that the one is called, parted by " · "
 */
export function isOneSide(a: string, b: string): boolean {
  const others = namesIn(b);
  return namesIn(a).some((one) => others.some((other) => isWithin(one, other) || isWithin(other, one)));
}

/** The same people are compared again and again, and taking names apart costs more than comparing them. */
const known = new Map<string, readonly NameWords[]>();
const mostKnown = 20_000;

function namesIn(called: string): readonly NameWords[] {
  const found = known.get(called) ?? called.split(" · ").map(wordsOf);
  if (known.size >= mostKnown) known.clear();
  known.set(called, found);
  return found;
}

interface NameWords {
  readonly words: ReadonlySet<string>;
  /** The first letters of its words in capitals. */
  readonly initials: string;
  /** Whether it is not of people who speak for others: "two Iraqi officials" are not Iraq. */
  readonly isBody: boolean;
}

function wordsOf(name: string): NameWords {
  const all = name.replace(/['’]s?\b/g, "").match(/\p{L}[\p{L}.]*/gu) ?? [];
  const initials = all
    .flatMap((word) => (/^\p{Lu}/u.test(word) && !roles.test(word) ? [word.slice(0, 1)] : []))
    .join("");
  const words = all.map((word) => word.replaceAll(".", "")).filter((word) => word.length > 1 && !roles.test(word));
  return {
    words: new Set(words.filter((word) => word.length > 2 || /^\p{Lu}+$/u.test(word)).map(bodyWord)),
    initials,
    isBody: !/\b(?:sources?|officials?|diplomats?)\b/i.test(name),
  };
}

function isWithin(one: NameWords, other: NameWords): boolean {
  if (one.words.size === 0) return false;
  if (other.initials.length > 2 && one.words.has(lower(other.initials))) return true;
  for (const word of one.words) if (!other.words.has(word) && !isOfCountry(word, one, other)) return false;
  return true;
}

/** Whether the name of a country stands in the other as "Sudan" does in "the Sudanese army". */
function isOfCountry(word: string, { words, isBody }: NameWords, other: NameWords): boolean {
  if (words.size > 1 || word.length < 4 || !isBody || !other.isBody) return false;
  for (const one of other.words) if (one.startsWith(word) && /(?:an?|ese|i|ish|n)$/.test(one)) return true;
  return false;
}

/** A word of a name in lower case; a country's military is its army. */
function bodyWord(word: string): string {
  return lower(word) === "military" ? "army" : lower(word);
}

function lower(word: string): string {
  return word.toLowerCase();
}

/** Words for a body that an article tells of without its name: "the army". */
export const bodyNoun =
  /^the (?:army|military|armed forces|paramilitar(?:y|ies)|rebels?|group|militia|militants|insurgents|fighters|government|authorities|police|company|firm|club|party|ministry|university)(?: ·|$)/i;

/** Whether words name somebody by any of what he is called, as {@link isOneSide} compares names. */
export function namesOneOf(words: string, called: string): boolean {
  const said = new Set((words.match(/\p{Lu}[\p{L}.]*/gu) ?? []).map((word) => lower(word.replaceAll(".", ""))));
  return namesIn(called).some((one) => {
    for (const word of one.words) if (said.has(word) || said.has(`${word}s`)) return true;
    return false;
  });
}
