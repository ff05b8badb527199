import type { Span } from "../../text/span.js";
import type { TableRow } from "../table-rows.js";
import type { Advice, AdviceLexicon } from "./advice-lexicon.js";
import { spanIn, type TextLine } from "./lines.js";

/** Advice as one line of a page gives it. */
export interface FoundAdvice {
  readonly value: Advice;
  /** A line of its own with a place ("Chad – Level 3: Reconsider Travel"), a sentence, or no place beside it: the page's country. */
  readonly form: "heading" | "sentence" | "bare";
  /** Where not to go, `null` where the line does not say. */
  readonly place: Span | null;
  /** The ministry, where it names itself. */
  readonly by: Span | null;
  readonly evidence: readonly [Span, ...Span[]];
  readonly row: TableRow;
}

/** The advice in the lines of a page, in reading order: headings, sentences that give it, and the lists under "Do not travel to:". */
export function findAdvice(lines: readonly TextLine[], lexicon: AdviceLexicon): readonly FoundAdvice[] {
  const forms = formsOf(lexicon);
  return lines.flatMap((line, index) => {
    const heading = headingIn(line, forms, lexicon);
    if (heading !== null) return heading;
    return [...sentencesIn(lines, index, forms, lexicon), ...leavingIn(line, forms, lexicon)];
  });
}

type Forms = ReturnType<typeof newForms>;

const known = new WeakMap<AdviceLexicon, Forms>();

/** The expressions of a lexicon; each lexicon's are made once. */
function formsOf(lexicon: AdviceLexicon): Forms {
  const forms = known.get(lexicon) ?? newForms(lexicon);
  known.set(lexicon, forms);
  return forms;
}

const level = String.raw`(?:level\s*[1-4]\s*[:–—-]?\s*)`;
const mark = String.raw`[\s#*•·–—-]*(?![\s#*•·–—-])`;
const people = String.raw`(?:all\s+)?(?:you|u\.?s\.? citizens|american citizens|americans|british nationals|canadians|australians|irish citizens|citizens|travell?ers)(?:\s+in\s+[^.,;:]{1,40}?)?`;

function newForms({ issuer, label, aside, advice, leave }: AdviceLexicon) {
  const lead = String.raw`(?:(?<by>we|(?:the\s+)?(?:${issuer}))\s+(?:\w+ly\s+|now\s+|also\s+|still\s+|continues?\s+to\s+)*advises?(?:\s+${people})?(?:\s+to)?:?|(?:${people})(?:\s+should)?|please)\s+`;
  return {
    /** "Chad – Level 3: Reconsider Travel"; without a level the line has nothing else. */
    placeFirst: new RegExp(
      `^${mark}(?<place>[^.:;!?]{2,150}?(?:\\.[^.:;!?]{2,100}?)?)\\s*(?:\\s[–—|-]|[:|–—])\\s*(?:${level}(?<ranked>${advice})|(?<plain>${advice})\\W*(?:\\(.*\\)\\W*)?$)`,
      "diu",
    ),
    placeLast: new RegExp(`^${mark}${level}(?<ranked>${advice})\\s*[–—:|-]\\s*(?<place>\\S.{1,200}?)\\s*$`, "diu"),
    bare: new RegExp(
      `^${mark}(?:(?:${label})\\s*[:–—-]?\\s*)?${level}?(?<plain>${advice})\\W*(?:\\(.*\\)\\W*)?$`,
      "diu",
    ),
    labels: new RegExp(`^(?:${label})$`, "iu"),
    asides: new RegExp(`[–—-]\\s*(?:${aside})\\W*$`, "iu"),
    advice: new RegExp(`(?<![\\p{L}\\p{N}])(?:${advice})(?![\\p{L}\\p{N}])`, "giu"),
    /** What may stand between the start of a sentence and its advice. */
    opening: new RegExp(`(?:^|[.!?:;)•*–—|-])\\s*(?:${lead})?$`, "diu"),
    leaving: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<verb>${leave.verb})(?:\\s+(?<place>[^,.;:]{1,60}?))??\\s+(?<rest>${leave.rest})(?![\\p{L}\\p{N}])`,
      "dgiu",
    ),
  };
}

/** How far from its words advice is looked at; no place is as long. */
const reach = 400;

/** A heading over places that are told below. */
const vague = /^(?:specific|specified|select|selected|certain|some|other|various)\s+(?:areas|regions|places|parts)\b/iu;
const saysSomething = /\b(?:is|are|was|were|has|have|should|will|if|to reflect|due to)\b/iu;

function headingIn(line: TextLine, forms: Forms, lexicon: AdviceLexicon): readonly FoundAdvice[] | null {
  const start = line.text.slice(0, reach);
  const match = forms.bare.exec(start) ?? forms.placeLast.exec(start) ?? forms.placeFirst.exec(start);
  const groups = match?.indices?.groups;
  const words = match?.groups?.ranked ?? match?.groups?.plain;
  const wording = words === undefined ? null : lexicon.wordingOf(words);
  if (match === null || groups === undefined || wording === null) return null;
  const place = groups.place ?? null;
  const text = match.groups?.place ?? "";
  if (saysSomething.test(text) || vague.test(text)) return null;
  const evidence = [spanIn(line, groups.ranked ?? groups.plain ?? [0, start.length])] as const;
  if (forms.asides.test(text)) return [];
  const named = place !== null && !forms.labels.test(text.trim());
  return [
    {
      ...wording,
      form: named ? "heading" : "bare",
      place: named ? spanIn(line, place) : null,
      by: null,
      evidence,
    },
  ];
}

/** Where the words behind the advice stop to tell the place, in any letter case. */
const placeEnd =
  /\s*(?<!\([^)]*)(?:due\s+to|\b(?:owing\s+to|because|given|for\s+any|for\s+security|at\s+this\s+time|unless|except|excluding|as|since|while|where|until|overall|if|to\s+(?:do|engage|join|fight))\b|,\s+(?:including|even|especially|particularly|such)\b|[;:]|\((?![^)]*\)[,\s]*(?!due|because|given|for\b)\p{L})|$)/iu;
/** A stop that ends a sentence, also where the next one was glued to it: "in Chad.The islands". */
const sentenceEnd = /(?<!\b(?:St|Mt|U|U\.S))\.(?=\s|$|\p{Lu}\p{Ll})/u;

/** The place that words start with. */
function placeIn(words: string): string {
  const ends = [placeEnd, sentenceEnd].map((end) => end.exec(words)?.index ?? words.length);
  return words.slice(0, Math.min(...ends)).replace(/[\s,]+$/u, "");
}

const toPlace =
  /^\s*(?:overall\s+)?(?:(?:when|while|if)\s+(?:you\s+are\s+)?)?(?:travell?ing\s+)?(?:anywhere\s+)?(?:(?:to|in|into|through)(?=\s*:|\s)\s*|(?=\s*within\s))/iu;
const takenUp =
  /^(?:(?:any|all)\s+of\s+)?(?:these|this|those|that|there|here|such|it|the\s+(?:following|below|above|areas?\s+(?:below|above|listed)|countr(?:y|ies)|regions?|areas?)\b(?!\s+(?:of|near|along|bordering|around|within)\b))/iu;

function sentencesIn(
  lines: readonly TextLine[],
  index: number,
  forms: Forms,
  lexicon: AdviceLexicon,
): readonly FoundAdvice[] {
  const line = lines[index];
  if (line === undefined) return [];
  return [...line.text.matchAll(forms.advice)].flatMap((match): readonly FoundAdvice[] => {
    const wording = lexicon.wordingOf(match[0]);
    const from = Math.max(0, match.index - reach);
    const opening = forms.opening.exec(line.text.slice(from, match.index));
    if (wording === null || opening === null) return [];
    const by = /^we$/iu.test(opening.groups?.by ?? "we") ? undefined : opening.indices?.groups?.by;
    const end = match.index + match[0].length;
    const evidence = spanIn(line, [match.index, end]);
    const found = {
      ...wording,
      form: "sentence" as const,
      by: by === undefined ? null : spanIn(line, [from + by[0], from + by[1]]),
      evidence: [evidence] as const,
    };
    const rest = line.text.slice(end, end + reach);
    const to = toPlace.exec(rest);
    if (to === null) return isAlone(rest, match.index) ? [{ ...found, form: "bare", place: null }] : [];
    const words = rest.slice(to[0].length);
    const place = placeIn(words);
    if (isList(words, place))
      return itemsOf(lines.slice(index + 1)).map((item) => ({ ...found, place: item, evidence: [evidence, item] }));
    const above = /^(?:this|these)\s+\p{L}/iu.test(place) ? headAbove(lines[index - 1], forms) : null;
    if (above !== null) return [{ ...found, place: above, evidence: [evidence, above] }];
    if (!/\p{Lu}/u.test(place) || takenUp.test(place)) return [];
    const start = end + to[0].length;
    return [{ ...found, place: spanIn(line, [start, start + place.length]) }];
  });
}

/** The place that stands above "Do not travel to this area". */
function headAbove(line: TextLine | undefined, forms: Forms): Span | null {
  const place = /^[\s#*•·-]*(?<place>\p{Lu}[^.!?]{2,100}?)[\s:*]*$/du.exec(line?.text ?? "")?.indices?.groups?.place;
  return line === undefined || place === undefined || line.text.search(forms.advice) !== -1
    ? null
    : spanIn(line, place);
}

/** "Exercise increased caution due to crime." at the start of a line has the page's country in mind. */
function isAlone(rest: string, before: number): boolean {
  return before === 0 && /^\s*(?:due\s+to|because|[.!]|$)/iu.test(rest);
}

/** "Do not travel to:", "to the following areas due to crime:", but not a list of reasons. */
function isList(words: string, place: string): boolean {
  return (
    /:\s*$/u.test(words) && !/(?:due\s+to|because\s+of)\s*:\s*$/iu.test(words) && (place === "" || takenUp.test(place))
  );
}

/** The places of the lines under a list's head: until the first blank line behind them, or while each has a bullet. */
function itemsOf(behind: readonly TextLine[]): readonly Span[] {
  const first = behind.findIndex(({ text }) => text.trim() !== "");
  const items: Span[] = [];
  for (let at = first; first !== -1 && at < behind.length; at++) {
    const line = behind[at];
    if (line === undefined) break;
    if (line.text.trim() === "") {
      if (isBullet(behind[at + 1]) && isBullet(behind[first])) continue;
      break;
    }
    const start = line.text.search(/[\p{L}\p{N}"“‘(]/u);
    if (start === -1) continue;
    const words = line.text.slice(start);
    const place = placeIn(words);
    if (place !== "") items.push(spanIn(line, [start, start + place.length]));
  }
  return items;
}

function isBullet(line: TextLine | undefined): boolean {
  return line !== undefined && /^\s*[-•·*]\s/u.test(line.text);
}

/** "U.S. citizens in Chad should leave now": who is told so is where the sentence says. */
function leavingIn(line: TextLine, forms: Forms, lexicon: AdviceLexicon): readonly FoundAdvice[] {
  return [...line.text.matchAll(forms.leaving)].flatMap((match): readonly FoundAdvice[] => {
    const { verb = "", rest = "", place = "" } = match.groups ?? {};
    const wording = lexicon.wordingOf(`${verb} ${rest}`);
    const before = line.text.slice(0, match.index);
    const sentence = before.split(/(?<!\bU\.S)[.!?:]\s/u).at(-1) ?? "";
    if (wording === null || !isToldTo.test(sentence)) return [];
    const named = match.indices?.groups?.place;
    const there = /\bin\s+(?<place>[^,;.]{2,60}?)(?:,|\s+(?:should|must|are|is|to)\b)/diu.exec(sentence)?.indices
      ?.groups?.place;
    const offset = before.length - sentence.length;
    const evidence = spanIn(line, [offset + sentence.search(/\S|$/u), match.index + match[0].length]);
    const found = { ...wording, form: "sentence" as const, by: null, evidence: [evidence] as const };
    if (named !== undefined && !takenUp.test(place)) return [{ ...found, place: spanIn(line, named) }];
    if (there !== undefined && !takenUp.test(sentence.slice(...there)))
      return [{ ...found, place: spanIn(line, [offset + there[0], offset + there[1]]) }];
    return [{ ...found, form: "bare", place: null }];
  });
}

const isToldTo =
  /(?:^[\s•*-]*|,\s*|\b(?:should|must)\s+|\b(?:urged|advised|encouraged|told)\s+to\s+|\badvises?\s+[^.,]{0,60}\bto\s+)(?:please\s+)?(?:consider\s+)?$/iu;
