import type { Action } from "../../record/action.js";
import type { Place } from "../../record/place.js";
import type { ArticleRecord } from "../../record/record.js";
import { spansOverlap } from "../../text/span.js";

/** What tells an act from others of its kind by the same. */
export interface ActSigns {
  /** The words of its trigger that say what is done, in lower case. */
  readonly words: readonly string[];
  /** The CAMEO code, where a table knows its words; a code of the whole type says nothing and is `null`. */
  readonly code: string | null;
  /** To whom or what it is done; `null` where nobody knows: the reader takes who acts for it too, or an act of violence is told without. */
  readonly objects: readonly ActObject[] | null;
  /** What is said of the objects in words of four letters or more, where the act is an accusation; `null` of others. */
  readonly charge: readonly string[] | null;
  /** The town, as the article has it; `null` where none is told. */
  readonly town: string | null;
  /** The country, where the words say that it was done there ("in Norland"), as a code; `null` where they do not. */
  readonly land: string | null;
  /** Whether its own sentences say who acts; where only the rest of the article tells, or they say who is charged with it, they vouch for nothing. */
  readonly actsHere: boolean;
}

/** Somebody or something in an act. */
export interface ActObject {
  /** The word that governs those for it, "embassy" of "its embassy in Karsk"; with a capital where it is a name. */
  readonly head: string;
  /** How many, where the words tell a number of their own; "another" is one of its own. */
  readonly count: string | null;
  /** What else is said of somebody who could be anybody, "young" of "a young woman"; `null` of all others. */
  readonly said?: readonly string[] | null;
}

/** What is told of an act, by its own words. */
export function toldAct(action: Action, { entities, places, article }: ArticleRecord): ActSigns {
  const { trigger, cameo, actors, recipients } = action;
  const place = places.find(({ id }) => id === action.place);
  const own = new Set(actors.flatMap(({ text, entity }) => [text.toLowerCase(), ...(entity === null ? [] : [entity])]));
  const others = recipients.filter(
    ({ text, entity }) => !own.has(text.toLowerCase()) && !(entity !== null && own.has(entity)),
  );
  const objects = others.flatMap(({ text, entity }) => {
    const known = entities.find(({ id }) => id === entity);
    return [objectOf(text), ...(known === undefined ? [] : [{ ...objectOf(known.name), count: countOf(text) }])];
  });
  const named = objects.filter(({ head }) => head !== "");
  const isOpen = (recipients.length > 0 && others.length === 0) || (named.length === 0 && ofObjects.has(action.type));
  return {
    words: actWords(`${trigger.text} ${trigger.lemma}`),
    code: cameo === null || cameo.endsWith("0") ? null : cameo,
    objects: isOpen ? null : named,
    charge: action.type === "ACCUSE" ? chargeOf(action, article.text) : null,
    town: place?.kind === "city" ? place.text.toLowerCase() : null,
    land: place !== undefined && isThere(place, article.text) ? place.country : null,
    actsHere: isPutHere(action, article.text),
  };
}

function isPutHere({ actors, evidence, trigger: { span } }: Action, text: string): boolean {
  const start = evidence.find(([from, to]) => from <= span[0] && span[0] < to)?.[0] ?? span[0];
  return (
    actors.some((actor) => evidence.some((sentence) => spansOverlap(sentence, actor.span))) &&
    !charged.test(text.slice(start, span[0]))
  );
}

const charged =
  /\b(?:(?:charged|charges|indicted|wanted|suspect(?:ed|s)?|accus(?:ed|es)|on trial|blam(?:ed|es))\b|linked to)/i;

/** Whether the words before a place say that something is there. */
function isThere({ span: [first] }: Place, text: string): boolean {
  return /\b(?:in|at|near|across|inside|throughout) (?:the )?$/.test(text.slice(Math.max(0, first - 20), first));
}

/** What is done so often by the same that only its object tells one act from the next. */
const ofObjects: ReadonlySet<string> = new Set(["ASSAULT", "COERCE"]);

/** The words of its sentence but for those of the parties and of the accusing itself. */
function chargeOf({ actors, recipients, trigger, evidence }: Action, text: string): readonly string[] {
  const [sentence] = evidence;
  const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const own = new Set([...actors, ...recipients, trigger].flatMap((mention) => wordsOf(mention.text)));
  return [...new Set(wordsOf(text.slice(...sentence)))].filter((word) => !own.has(word));
}

/** So many words in common make two accusations one. */
const leastOfCharge = 2;

function isOneCharge(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.filter((word) => b.some((other) => isOneWord(word, other))).length >= Math.min(leastOfCharge, a.length, b.length)
  );
}

/**
 * Whether two tellings that agree in kind and in who acts may be of one act: by their words, or by their code where they are of one object. What only may be, or
 * is denied, is the act that another tells as done only where its object is.
 */
export function isSameAct(a: ActSigns, b: ActSigns, isAsSure: boolean): boolean {
  if (isOtherAct(a, b) || a.objects === null || b.objects === null) return false;
  if (a.charge !== null && b.charge !== null && !isOneCharge(a.charge, b.charge)) return false;
  const isOfOne = share(a.objects, b.objects);
  if (!isOfOne && !isAsSure) return false;
  if (a.words.some((one) => b.words.some((other) => isOneWord(one, other)))) return true;
  return a.code !== null && a.code === b.code && isOfOne;
}

/** Whether something tells them apart: they are done to others, or in other towns or countries. */
export function isOtherAct(a: ActSigns, b: ActSigns): boolean {
  if (a.land !== null && b.land !== null && a.land !== b.land) return true;
  if (a.town !== null && b.town !== null && a.town !== b.town) return true;
  const [one, other] = [a.objects ?? [], b.objects ?? []];
  return one.length > 0 && other.length > 0 && !share(one, other);
}

function share(some: readonly ActObject[], others: readonly ActObject[]): boolean {
  return some.some((one) =>
    others.some(
      (other) =>
        isOneHead(one.head, other.head) &&
        (one.count === other.count || one.count === null || other.count === null) &&
        mayBeOne(one, other),
    ),
  );
}

/** Somebody who could be anybody is whom others mean where they say something else of him too. */
function mayBeOne({ said: a = null }: ActObject, { said: b = null }: ActObject): boolean {
  if (a === null && b === null) return true;
  return (a ?? []).some((word) => (b ?? []).includes(word));
}

/** Whether two words for somebody are one, or the one says more exactly what the other says: "girls" and "schoolgirls". */
function isOneHead(a: string, b: string): boolean {
  // Names that begin alike are of two.
  if (isName(a) && isName(b)) return singular(a) === singular(b);
  return isOneNoun(a.toLowerCase(), b.toLowerCase());
}

/** Whether both are done to somebody or something of one name. */
export function namesOneObject({ objects: a }: ActSigns, { objects: b }: ActSigns): boolean {
  return (a ?? []).some(
    ({ head }) => isName(head) && (b ?? []).some((other) => isName(other.head) && isOneHead(head, other.head)),
  );
}

function singular(head: string): string {
  return head.toLowerCase().replace(/(?:ies|y|e?s)$/, "");
}

function isName(head: string): boolean {
  return /^\p{Lu}/u.test(head);
}

function isOneNoun(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return isOneWord(a, b) || (short.length > 4 && long.endsWith(short));
}

/** Whether two words are forms of one: "close", "closing" and "closure"; "seize" and "seizure". */
export function isOneWord(a: string, b: string): boolean {
  if (a === b) return true;
  const least = Math.min(a.length, b.length);
  let common = 0;
  while (common < least && a[common] === b[common]) common++;
  return common >= Math.max(4, least - 2) && Math.max(a.length, b.length) - common <= longestEnding;
}

/** "-uction" of "destruction", "-ation", "-ings". */
const longestEnding = 6;

function objectOf(text: string): ActObject {
  return { head: headOf(text), count: countOf(text), said: saidOf(text) };
}

/** The words beside those for somebody who could be anybody: "a woman", "an unknown man". */
function saidOf(text: string): readonly string[] | null {
  const [, said = ""] =
    /^(?:an?|one|another) ((?:[\p{L}\p{N}-]+ )*)(?:man|woman|person|boy|girl|child|teenager)\b/iu.exec(text) ?? [];
  return isAnybody.test(text) ? (said.toLowerCase().match(/\p{L}{4,}/gu) ?? []) : null;
}

const isAnybody = /^(?:an?|one|another) (?:[\p{L}\p{N}-]+ )*(?:man|woman|person|boy|girl|child|teenager)\b/iu;

/** The number that the words tell; `null` where they tell none, or only about how many. */
function countOf(text: string): string | null {
  if (/\b(?:other|another|more)\b(?! than)/i.test(text)) return "another";
  if (/\b(?:about|around|roughly|nearly|almost|some|over|than|least|dozens|hundreds|thousands)\b/i.test(text))
    return null;
  const [first] =
    /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:four|fif|six|seven|eigh|nin|ten)th|third)\b/i.exec(
      text,
    ) ?? [];
  return first?.toLowerCase() ?? null;
}

/** The word that governs a noun phrase, as far as its order tells: the last before what is said of it. */
function headOf(text: string): string {
  const [phrase = ""] = text.split(/,|\b(?:of|in|from|at|on|for|to|who|that|which|with|by)\b/i);
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const head = words.at(-1) ?? "";
  return pronouns.has(head.toLowerCase()) ? "" : head;
}

const pronouns: ReadonlySet<string> = new Set(
  "he she it they him her them his hers its their theirs we us our i me my you who that this these those one others more least s".split(
    " ",
  ),
);

function actWords(text: string): readonly string[] {
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2);
  const found = telling(text);
  return found.length > 0 ? found : [...new Set(words)];
}

/** The words, each once and in lower case, without those that say nothing of what is done: "taken" of "has taken". */
export function telling(text: string): readonly string[] {
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2);
  return [...new Set(words.filter((word) => !light.has(word)))];
}

/** Words of a trigger that say nothing of what is done. */
const light: ReadonlySet<string> = new Set(
  (
    "the and for not its his her their our out off from with into upon over down back away had has have having been being was were are did does done doing will would can could " +
    "may might must shall should get gets got take takes took taken taking make makes made making give gives gave given giving carry carries carried carrying begin began begun " +
    "start started starting continue continued going set put try trying tried plan plans planned prepare preparing order ordered orders decide decided announce announced"
  ).split(" "),
);
