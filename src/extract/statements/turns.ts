import { rangesWithin } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { quoteMark } from "../../doc/quote-marks.js";
import type { Words } from "../grammar/words.js";
import { type Draft, overlaps } from "./draft.js";

/** A paragraph that opens with who speaks: `MS. TORN: The dam will hold.` */
interface Label {
  readonly paragraph: number;
  readonly speaker: TokenRange;
  /** With the colon or bracket behind the speaker. */
  readonly end: number;
  /** The speaker's words, to compare labels. */
  readonly name: string;
  /** It is a speaker's whatever stands around it: a role, a title, a person's name. */
  readonly sure: boolean;
  readonly capitals: boolean;
}

const longest = 14;
const closing = /^(?:[.?!…"”’')\]—–]|--|\.\.+)$/;
const direct = /\b(?:I|me|my|we|us|our|you|your)\b|\?/i;
const stars = /^[*_]+$/;
const roles =
  /^(?:q|a|question|answer|questioner|interviewer|interviewee|reporter|journalist|moderator|host|anchor|presenter|operator|chair|speaker)s?\.?$/i;
const titled =
  /^(?:the (?:president|prime|minister|secretary|speaker|chair|chairman|chairwoman|moderator|court|witness)|mr|mrs|ms|mx|dr|sir|dame|lord|lady|baroness|gen|general|sen|senator|rep|president|prime minister|minister|secretary|spokes\w+|ambassador|justice|judge|hon|rev)\b/i;

/**
 * The drafts with a statement for each turn of a transcript, its words those of the paragraphs up to the next turn. A text is one where two speakers
 * or more open paragraphs; a single `NAME: …` is none. What the encoder reads of labels gives way.
 */
export function addTurns(drafts: readonly Draft[], words: Words): Draft[] {
  const found = words.layers.sentences.paragraphs.flatMap((_, index) => labelAt(index, words) ?? []);
  const labels = speakersOf(found, words);
  if (labels.length === 0) return [...drafts];
  const openings = new Set(found.map(({ paragraph }) => paragraph));
  const turns: Draft[] = [];
  for (const label of labels) {
    // Behind the last turn the article may go on, so that turn is about as long as those before it.
    const longestTurn = Math.max(3, ...turns.map(({ content }) => content.length));
    turns.push(turnOf(label, label === labels.at(-1) ? longestTurn : null, openings, words));
  }
  const marked = labels.map(({ speaker, end }) => ({ first: speaker.first, end }));
  const read = drafts.filter(({ cue, source, content }) => {
    const takesLabel = [cue, source, ...content].some(
      (range) => range && marked.some((label) => overlaps(range, label)),
    );
    return !takesLabel && (cue !== null || !turns.some((turn) => holdsAny(turn, content)));
  });
  return [...read, ...turns.filter(({ content }) => content.length > 0)];
}

/** The labels that are speakers', in text order; none where the text is no transcript. */
function speakersOf(labels: readonly Label[], words: Words): readonly Label[] {
  const times = new Map<string, number>();
  for (const { name } of labels) times.set(name, (times.get(name) ?? 0) + 1);
  const isKnown = ({ sure, name }: Label) => sure || (times.get(name) ?? 0) > 1;
  const known = labels.filter(isKnown);
  // Among speakers in capitals, another one in capitals speaks too.
  const inCapitals = known.some(({ capitals }) => capitals);
  const all = labels.filter((label) => isKnown(label) || (inCapitals && label.capitals));
  const speaks = all.filter(({ paragraph, end }) => {
    const range = words.layers.sentences.paragraphs[paragraph];
    return range !== undefined && (range.end <= end || closing.test(words.text(range.end - 1)));
  });
  const several = known.length > 1 && new Set(all.map(({ name }) => name)).size > 1;
  return several && speaks.length >= 0.7 * all.length ? all : [];
}

function turnOf(
  { paragraph, speaker, end }: Label,
  most: number | null,
  openings: ReadonlySet<number>,
  words: Words,
): Draft {
  const { paragraphs } = words.layers.sentences;
  const content: TokenRange[] = [];
  for (let at = paragraph; at < paragraphs.length; at++) {
    const range = paragraphs[at];
    if (range === undefined || (at > paragraph && openings.has(at))) break;
    if (content.length === most) break;
    const said = { first: at === paragraph ? end : range.first, end: range.end };
    if (said.end > said.first && !isAside(said, words)) content.push(said);
  }
  return { cue: null, source: speaker, content, verbatim: true };
}

/** "(Laughter.)", "[Applause]" */
function isAside({ first, end }: TokenRange, words: Words): boolean {
  return /^[([]$/.test(words.text(first)) && /^[)\]]$/.test(words.text(end - 1));
}

function holdsAny(turn: Draft, content: readonly TokenRange[]): boolean {
  return content.some((part) => turn.content.some((own) => overlaps(own, part)));
}

function labelAt(paragraph: number, words: Words): Label | null {
  const range = words.layers.sentences.paragraphs[paragraph];
  if (range === undefined) return null;
  const start = behindMarks(range, words);
  const close = closeOf(start, range.end, words);
  if (close === null) return null;
  const whole =
    words.text(start) === "[" ? { first: start + 1, end: close } : withPoint({ first: start, end: close }, words);
  const people = rangesWithin(words.layers.names.names, whole).filter(({ type }) => type === "PERSON");
  const speaker = withoutBrackets(whole, people, words);
  const name = words.slice(speaker);
  if (speaker.end <= speaker.first || !/^\p{Lu}/u.test(name)) return null;
  const capitals = name === name.toUpperCase();
  let end = close + 1;
  while (end < range.end && stars.test(words.text(end))) end++;
  if (quoteMark(words.text(end)) !== null || /[–—]/.test(name)) return null;
  // "Lund: A long way to go" heads a section; who speaks has an office or a seat, stands in capitals, or says "I" and "you".
  const speaks = capitals || speaker.end < close || direct.test(words.slice({ first: end, end: range.end }));
  const sure = roles.test(name) || titled.test(name) || (people.length > 0 && speaks);
  return { paragraph, speaker, end, name: name.toLowerCase(), sure, capitals };
}

/** Where the words start behind bullets, stars and a time in brackets. */
function behindMarks({ first, end }: TokenRange, words: Words): number {
  let start = first;
  while (start < end && /^[*_•>–-]+$/.test(words.text(start))) start++;
  if (/^[[(]$/.test(words.text(start)) && /^\d/.test(words.text(start + 1))) {
    const close = [2, 3, 4].find((step) => /^[\])]$/.test(words.text(start + step)));
    if (close !== undefined) return start + close + 1;
  }
  return start;
}

/** The token that ends the label: a colon, the bracket around it, or the point of "Q."; `null` where there is no label. */
function closeOf(start: number, end: number, words: Words): number | null {
  const bracketed = words.text(start) === "[";
  if (/^[QA]\.$/.test(words.text(start)) && start + 1 < end) return start;
  for (let i = start + 1; i < Math.min(start + longest, end); i++) {
    const word = words.text(i);
    if (word === (bracketed ? "]" : ":")) return i;
    // "MS. TORN": the point of a short word is no sentence's.
    const abbreviated = word === "." && words.text(i - 1).length <= 4;
    if ((/^[.?!;:]$/.test(word) && !abbreviated) || (quoteMark(word) !== null && !/^['’]$/.test(word))) return null;
  }
  return null;
}

/** The point of "Q." belongs to it; stars around a name do not. */
function withPoint({ first, end }: TokenRange, words: Words): TokenRange {
  let last = /^[QA]\.$/.test(words.text(end)) ? end + 1 : end;
  while (last > first && stars.test(words.text(last - 1))) last--;
  return { first, end: last };
}

/**
 * The speaker without what stands in brackets behind the name: "Ilse Torn" of "Ilse Torn (Minister for Water)", and of "The Minister for Water
 * (Ilse Torn)".
 */
function withoutBrackets({ first, end }: TokenRange, people: readonly TokenRange[], words: Words): TokenRange {
  let open = first + 1;
  while (open < end && !/^[([]$/.test(words.text(open))) open++;
  const inside = people.find((name) => name.first > open);
  return inside !== undefined && !people.some((name) => name.end <= open) ? inside : { first, end: open };
}
