import type { Claim } from "../../doc/layers.js";
import { quoteMark } from "../../doc/quote-marks.js";
import type { Words } from "../grammar/words.js";
import type { PhrasePart, PhrasesByWord, UnrealPhrase, UnrealWords } from "./unreal-words.js";

/** What phrases are looked for: those that tell of claims with the label, in a document's words. */
interface Search {
  readonly label: string;
  readonly words: Words;
  readonly table: UnrealWords;
}

/**
 * The phrase of the table that tells how real a claim is, `null` where none stands there: right before its trigger, before the verb that this is the object of ("on the verge of
 * ordering an attack"), inside it ("prepares to order"; of those that tell of the undone only where `undone`) or behind it ("the strike was called off").
 */
export function unreal(
  { trigger, label }: Pick<Claim, "trigger" | "label">,
  undone: boolean,
  words: Words,
  table: UnrealWords,
): UnrealPhrase | null {
  const search = { label, words, table };
  const top = words.top(trigger);
  const verb = words.head(top);
  const isObject = words.deprel(top) === "obj" && verb < trigger.first;
  const found = phraseBefore(trigger.first, top, search) ?? (isObject ? phraseBefore(verb, verb, search) : null);
  if (found !== null) return found.phrase;
  for (let at = trigger.first + 1; at < trigger.end; at++) {
    const own = phraseBefore(at, at, search);
    if (own !== null && own.first >= trigger.first && (undone || own.phrase.verdict !== "not_done")) {
      if (words.upos(at) === "VERB" || own.phrase.parts.length > 1) return own.phrase;
    }
    const behind = phraseFrom(at, search);
    if (behind !== null) return behind;
  }
  return phraseBehind(trigger.end, isNoun(top, words) ? widest : 1, search);
}

/** The phrase of which the trigger is nothing but words, and which tells of another claim: "came close" of "came close to firing"; `null` where it is none. */
export function phraseOver(
  { trigger: { first, end }, label }: Pick<Claim, "trigger" | "label">,
  words: Words,
  table: UnrealWords,
): UnrealPhrase | null {
  const search = { label, words, table };
  let start = first;
  while (start < end && /^(?:AUX|ADV|PART)$/.test(words.upos(start))) start++;
  const last = Math.min(end + widest, words.sentence(first).end);
  for (let at = end; at <= last; at++) {
    const found = phraseBefore(at, null, search);
    if (found !== null && found.first <= start) return found.phrase;
  }
  return phraseFrom(first, search);
}

/** So many tokens a gap may have, and what stands between a phrase and its claim. */
const widest = 10;
const most = 4;

/** The phrase that ends before a token, with nothing but articles, adjectives and auxiliaries between; for no claim (`deed` is `null`), with nothing at all. */
function phraseBefore(
  end: number,
  deed: number | null,
  search: Search,
): { readonly phrase: UnrealPhrase; readonly first: number } | null {
  const { words, table } = search;
  const first = deed === null ? end - 1 : words.sentence(deed).first;
  let [isFilled, isNominal] = [true, true];
  for (let at = end - 1; at >= first; at--) {
    const gap = { isFilled, isNominal, length: end - 1 - at };
    const found = phrasesAt(at, table.before, search)
      .flatMap((phrase) => {
        if (!reaches(phrase, at, gap, deed, words)) return [];
        const start = matched(phrase.parts.slice(isGap(phrase.parts[0]) ? 1 : 0), at, -1, words);
        return start === null ? [] : [{ phrase, first: start }];
      })
      .sort((one, other) => one.first - other.first)[0];
    if (found !== undefined) return isNegated(found.first, words) ? null : found;
    isFilled &&= gap.length + 1 < most && fills(at, words);
    isNominal &&= isNominalAt(at, words) || fills(at, words);
  }
  return null;
}

/** Whether a phrase whose nearest word that is reaches over what stands between to its claim. */
function reaches(
  { parts, gerund }: UnrealPhrase,
  at: number,
  gap: { readonly isFilled: boolean; readonly isNominal: boolean; readonly length: number },
  deed: number | null,
  words: Words,
): boolean {
  if (deed === null) return gap.length === 0 && !isGap(parts[0]);
  if (gerund && !words.lower(deed).endsWith("ing")) return false;
  // An adverb hangs on what it tells of: "nearly took", not "killed nearly all who took".
  if (parts.length === 1 && words.upos(at) === "ADV" && words.head(at) !== deed) return false;
  if (parts[0] === "...") return gap.length > 0 && !isNoun(at + 1, words);
  return parts[0] === "*" ? gap.length > 0 && gap.length <= widest && gap.isNominal : gap.isFilled;
}

/** The phrase behind a trigger and so many words of the noun phrase and auxiliaries that go on there. */
function phraseBehind(end: number, within: number, search: Search): UnrealPhrase | null {
  const { words } = search;
  const last = Math.min(end + within, words.sentence(end - 1).end);
  for (let at = end; at < last; at++) {
    const found = phraseFrom(at, search);
    if (found !== null) return found;
    if (!isNominalAt(at, words) && words.upos(at) !== "AUX") return null;
  }
  return null;
}

/** The phrase behind a claim that starts at a token, behind its gap where it has one. */
function phraseFrom(at: number, search: Search): UnrealPhrase | null {
  const { words, table } = search;
  const { end } = words.sentence(at);
  for (let word = at; word < Math.min(end, at + widest); word++) {
    const found = phrasesAt(word, table.behind, search).find(({ parts }) => {
      return (word === at || isGap(parts[0])) && matched(parts, at, 1, words) !== null;
    });
    if (found !== undefined) return found;
  }
  return null;
}

function phrasesAt(at: number, phrases: PhrasesByWord, { label, words }: Search): readonly UnrealPhrase[] {
  return words
    .forms(at)
    .flatMap((form) => phrases.get(form) ?? [])
    .filter(({ of }) => of === null || of === label);
}

/** The last token of a phrase that starts at a token and goes on in one direction; `null` where it does not stand there. */
function matched(parts: readonly PhrasePart[], at: number, step: 1 | -1, words: Words): number | null {
  const [part, ...rest] = parts;
  if (part === undefined) return at - step;
  if (part === "^") return isOpening(at, words) ? at : null;
  if (isGap(part)) {
    const goesOn = part === "Names" ? isInCapitals : isNominalAt;
    for (let next = at; Math.abs(next - at) < widest && goesOn(next, words); next += step) {
      const found = matched(rest, next + step, step, words);
      if (found !== null) return found;
    }
    return null;
  }
  if (words.forms(at).some((form) => part.has(form))) return matched(rest, at + step, step, words);
  const stands = words.upos(at) === "ADV" || /^(?:an?|the|its|his|her|their|any|this)$/.test(words.lower(at));
  return stands ? matched(parts, at + step, step, words) : null;
}

function isGap(part: PhrasePart | undefined): part is Exclude<PhrasePart, ReadonlySet<string>> {
  return typeof part === "string";
}

/** Whether nothing but quote marks stands there before the sentence's first word. */
function isOpening(at: number, words: Words): boolean {
  const { first } = words.sentence(at + 1);
  return at < first || (at === first && quoteMark(words.text(at)) !== null);
}

function isNegated(first: number, words: Words): boolean {
  let at = first - 1;
  while (words.upos(at) === "AUX") at--;
  return /^(?:not|n['’]t|never|hardly|nor)$/.test(words.lower(at));
}

/** Articles, adjectives, auxiliaries and the first parts of compounds. */
function fills(at: number, words: Words): boolean {
  if (/^(?:DET|ADJ|NUM|AUX|ADV)$/.test(words.upos(at))) return true;
  return /^(?:nmod:poss|compound|case)$/.test(words.deprel(at)) && /^(?:PRON|NOUN|PROPN|PART)$/.test(words.upos(at));
}

function isNominalAt(at: number, words: Words): boolean {
  if (/^(?:who|which|that)$/.test(words.lower(at))) return false;
  return /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP|PART|CCONJ)$/.test(words.upos(at)) || words.text(at) === "-";
}

function isInCapitals(at: number, words: Words): boolean {
  return /^\p{Lu}/u.test(words.text(at)) && /^(?:PROPN|NOUN|ADJ)$/.test(words.upos(at));
}

function isNoun(at: number, words: Words): boolean {
  return /^(?:NOUN|PROPN)$/.test(words.upos(at));
}

/**
 * Whether what these words lead to stands beside what somebody denies: who denies that he "helped to evacuate" them, or "the claim about those, who were evacuated", does not deny
 * that they were evacuated.
 */
export function isBesideDenial(before: string): boolean {
  return /\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?)\b(?: (?!to\b)[\p{L}-]+){0,3}(?: to| in| with)? (?:[\p{L}-]+ly )?$|, (?:who|which|whom|whose)\b[^,;.]*$/iu.test(
    before,
  );
}
