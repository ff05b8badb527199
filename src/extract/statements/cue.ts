import { tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import type { SpeechAct } from "../../record/statement.js";
import type { Words } from "../grammar/words.js";
import { holdsWord } from "./cue-and-content.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** The words that tell of the saying, without auxiliaries, negation and channel. */
export interface ReadCue {
  readonly range: TokenRange;
  /** The verb, noun or preposition that governs the cue. */
  readonly head: number;
  readonly lemma: string;
  readonly negated: boolean;
}

const negation = /^(?:not|n['’]t|never|neither|nor|hardly|barely)$/i;
const refusal = /^(?:decline|refuse|fail)$/;

/**
 * The core of an attribution's cue, `null` where it holds no word (the colon of `NAME: “…”`). "did not say in a statement": the cue is
 * "say", negated; "appeared to confirm": "confirm".
 */
export function readCue(
  cue: TokenRange,
  words: Words,
  lexicon: StatementLexicon,
  content: readonly TokenRange[] = [],
): ReadCue | null {
  if (!holdsWord(cue, words)) return null;
  const range = coreOf(withoutHedge(cue, words, lexicon), words, lexicon);
  const head = words.top(range);
  // "“Never,” he answered": what is said negates nothing.
  const isSaid = (token: number) => content.some(({ first, end }) => token >= first && token < end);
  const negated =
    words.children(head).some((child) => negation.test(words.text(child)) && child < head && !isSaid(child)) ||
    tokensOf(cue).some((token) => negation.test(words.text(token)) && token < head) ||
    refusal.test(words.lemma(head));
  return { range, head, lemma: lemmaOf(range, head, words), negated };
}

function withoutHedge(cue: TokenRange, words: Words, lexicon: StatementLexicon): TokenRange {
  for (let end = cue.end - 1; end > cue.first; end--) {
    if (lexicon.hedges.has(words.slice({ first: cue.first, end }).toLowerCase())) return { first: end, end: cue.end };
  }
  return cue;
}

function coreOf(cue: TokenRange, words: Words, lexicon: StatementLexicon): TokenRange {
  let { first, end } = cue;
  const skippable = (i: number) =>
    /^(?:AUX|ADV|PART|PUNCT|CCONJ|PRON)$/.test(words.upos(i)) && words.lower(i) !== "according";
  while (first < end - 1 && skippable(first)) first++;
  const channelAt = (i: number) =>
    words.upos(i) === "ADP" && i > first && lexicon.channels.has(words.lemma(words.head(i)));
  for (let i = first + 1; i < end; i++) if (channelAt(i) && words.head(i) < end) end = i;
  const ends = (i: number) => /^(?:PUNCT|ADV|CCONJ|DET)$/.test(words.upos(i)) || channelAt(i);
  while (end > first + 1 && ends(end - 1)) end--;
  return { first, end };
}

function lemmaOf(range: TokenRange, head: number, words: Words): string {
  if (/^according$/i.test(words.text(range.first))) return "according to";
  const particle = words.children(head).find((child) => words.deprel(child) === "compound:prt" && child < head + 3);
  return particle === undefined ? words.lemma(head) : `${words.lemma(head)} ${words.lower(particle)}`;
}

/**
 * The speech act that the lexicon gives the longest form of the cue it knows: with the infinitive of the content ("tell to"),
 * its particle or preposition ("call for"), its complement ("be clear"), or its verb alone. Without any: `say` for quoted words,
 * otherwise `other`.
 */
export function actOf(
  cue: ReadCue | null,
  content: readonly TokenRange[],
  quoted: boolean,
  words: Words,
  lexicon: StatementLexicon,
): SpeechAct {
  const known = cue && knownAct(cue, content, words, lexicon);
  return known?.act ?? (cue === null || quoted ? "say" : "other");
}

/** The longest form of the cue that the lexicon knows, with its act; `null` where it knows none. */
export function knownAct(
  cue: ReadCue,
  content: readonly TokenRange[],
  words: Words,
  lexicon: StatementLexicon,
): { readonly form: string; readonly act: SpeechAct } | null {
  const { head, range, lemma } = cue;
  const verb = words.lemma(head);
  const next = words.lower(head + 1);
  const lemmas = tokensOf(range).map(words.lemma);
  // "The guide said to wait" orders; "he is said to have left" does not.
  const reported = verb === "say" && words.children(head).some((child) => words.deprel(child) === "aux:pass");
  const infinitive = !reported && content.some(({ first }) => words.lower(first) === "to") ? [`${verb} to`] : [];
  const forms = [
    ...infinitive,
    // "Ruled" of "ruled an alliance out" is not "rule".
    ...[lemmas.join(" "), lemma].sort((a, b) => b.split(" ").length - a.split(" ").length),
    `${verb} ${next}`,
    ...words.children(head).map((child) => `${verb} ${words.lemma(child)}`),
    `be ${verb}`,
    verb,
    words.lower(head),
    ...lemmas,
  ];
  for (const form of forms) {
    const act = lexicon.acts.get(form);
    if (act !== undefined) return { form, act };
  }
  return null;
}
