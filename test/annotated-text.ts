import { findQuotations } from "../src/annotate/quotations/find-quotations.js";
import { splitSentences } from "../src/annotate/sentences/split-sentences.js";
import { tokenize } from "../src/annotate/tokens/tokenize.js";
import { documentOf, type FullyAnnotated } from "../src/doc/document.js";
import type { Name, SentenceLayer, SyntaxLayer, TokenLayer, TokenRange } from "../src/doc/layers.js";
import { emptyEncoding } from "./annotated-document.js";

/** A text whose layers stand in it as marks. */
export interface AnnotatedText {
  readonly document: FullyAnnotated;
  /** One for each letter, in the order of the letters. */
  readonly sayings: readonly { readonly source: TokenRange | null; readonly content: readonly TokenRange[] }[];
}

interface Mark {
  readonly kind: "name" | "source" | "content";
  readonly label: string;
  readonly start: number;
  end: number;
}

/**
 * The document of a marked text, for tests that should not depend on a model. `[PERSON Ana Ruiz]` is a name, `{a: the minister}` the source and
 * `{a> that it was over}` the content of the saying `a`. Marks nest. Tags are guessed from the words (`set_VERB` says otherwise), and a noun before
 * a verb is its subject; there are no other dependencies.
 */
export function annotatedText(marked: string): AnnotatedText {
  const { text, marks, tags } = readMarks(marked);
  const tokens = tokenize(text);
  const sentences = splitSentences(text, tokens);
  const rangeOf = ({ start, end }: Mark): TokenRange => {
    let first = 0;
    while (first < tokens.length && (tokens.end[first] ?? 0) <= start) first++;
    let last = first;
    while (last < tokens.length && (tokens.start[last] ?? 0) < end) last++;
    return { first, end: last };
  };
  const names = marks
    .filter(({ kind }) => kind === "name")
    .map((mark): Name => ({ ...rangeOf(mark), type: mark.label, score: 1 }));
  const labels = [...new Set(marks.filter(({ kind }) => kind !== "name").map(({ label }) => label))].sort();
  const sayings = labels.map((label) => {
    const own = marks.filter((mark) => mark.label === label);
    const source = own.find(({ kind }) => kind === "source");
    return {
      source: source ? rangeOf(source) : null,
      content: own.filter(({ kind }) => kind === "content").map(rangeOf),
    };
  });
  const layers = {
    tokens,
    sentences,
    quotations: findQuotations(text, tokens, sentences),
    encoding: { ...emptyEncoding, ...beliefsIn(names, tokens.length) },
    syntax: guessSyntax(text, tokens, sentences, names, tags),
    names: { names },
    attributions: { attributions: [] },
    claims: { claims: [] },
  };
  return { document: { ...documentOf(text), layers }, sayings };
}

/** What an encoder that is sure of the marked names says of each token. */
function beliefsIn(names: readonly Name[], length: number) {
  const tags = ["O", ...new Set(names.flatMap(({ type }) => [`B-${type}`, `I-${type}`]))];
  const logits = new Float32Array(tags.length * length);
  for (let token = 0; token < length; token++) {
    const name = names.find(({ first, end }) => first <= token && token < end);
    const tag = name ? `${token === name.first ? "B" : "I"}-${name.type}` : "O";
    logits[token * tags.length + tags.indexOf(tag)] = 9;
  }
  return { labels: { ...emptyEncoding.labels, names: tags }, names: logits };
}

function readMarks(marked: string) {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  const tags = new Map<number, string>();
  let text = "";
  const pattern = /\[([A-Z_]+) |\{([a-z])([:>]) |[\]}]|(?<=\p{L})_([A-Z]+)\b|./gsu;
  for (const [found, name, label, side, tag] of marked.matchAll(pattern)) {
    if (name !== undefined) open.push({ kind: "name", label: name, start: text.length, end: 0 });
    else if (label !== undefined) {
      open.push({ kind: side === ":" ? "source" : "content", label, start: text.length, end: 0 });
    } else if (tag !== undefined) tags.set(text.length, tag);
    else if (found === "]" || found === "}") {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`Found a closing "${found}" that nothing opened, after "${text}".`);
      mark.end = text.length;
      marks.push(mark);
    } else text += found;
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start), tags };
}

const closed: readonly (readonly [tag: string, words: string])[] = [
  ["DET", "the a an this that these those some any no every each all both another"],
  [
    "ADP",
    "of in to for with at by from on about after before against between under near inside behind as into over during",
  ],
  [
    "PRON",
    "i me my we us our you your he him his she her it its they them their who whom which whose what himself herself",
  ],
  [
    "AUX",
    "is are was were be been has have had will would can could should may might must do does did 's 're 've 'd 'll",
  ],
  ["CCONJ", "and or but nor"],
  ["SCONJ", "if because while when though although whether"],
  ["PART", "not n't"],
  ["NUM", "one two three four five six seven eight nine ten dozens"],
  ["ADV", "not also later now then here there too once never again yesterday today"],
  ["ADJ", "former senior deputy new foreign national military old chief local several many few other young familiar"],
  [
    "VERB",
    "said says say told tells tell wrote met took went made gave held left put read spoke thinks knows wants hopes fled sent saw ran led heads backs calls adds",
  ],
];
const tagOf = new Map(closed.flatMap(([tag, words]) => words.split(" ").map((word) => [word, tag] as const)));

function guessSyntax(
  text: string,
  tokens: TokenLayer,
  sentences: SentenceLayer,
  names: readonly Name[],
  tags: ReadonlyMap<number, string>,
): SyntaxLayer {
  const word = (token: number): string => text.slice(tokens.start[token], tokens.end[token]);
  const upos = Array.from({ length: tokens.length }, (_, i) => {
    const name = names.find(({ first, end }) => first <= i && i < end);
    const first = sentences.sentences[sentences.sentenceOf[i] ?? 0]?.first === i;
    return tags.get(tokens.end[i] ?? 0) ?? guessTag(word(i), name?.type ?? null, first, i > 0 ? word(i - 1) : "");
  });
  const plural = (token: number): boolean =>
    upos[token] === "NOUN" && /(?:[^su]s|people|men|women|children|police)$/i.test(word(token));
  const head = Uint32Array.from({ length: tokens.length }, (_, i) => i);
  const deprel = upos.map((tag, i) => {
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tag)) return "dep";
    let verb = i + 1;
    while (upos[verb] === "ADV") verb++;
    if (upos[verb] !== "VERB" && upos[verb] !== "AUX") return "dep";
    head[i] = verb;
    return "nsubj";
  });
  const feats = upos.map((tag, i) =>
    plural(i) ? "Number=Plur" : tag === "VERB" || tag === "AUX" ? "VerbForm=Fin" : "_",
  );
  return { upos, feats, lemma: upos.map((_, i) => word(i).toLowerCase()), head, deprel };
}

function guessTag(word: string, name: string | null, first: boolean, before: string): string {
  if (/^[^\p{L}\p{N}]+$/u.test(word)) return /^['’]$/.test(word) ? "PART" : "PUNCT";
  if (/^['’]s$/.test(word)) return /^(?:it|he|she|that)$/i.test(before) ? "AUX" : "PART";
  if (name !== null) return name === "NORP" && !word.endsWith("s") ? "ADJ" : "PROPN";
  if (/^\d/.test(word)) return "NUM";
  const known = tagOf.get(word.toLowerCase());
  if (known) return known;
  if (/^\p{Lu}/u.test(word) && !first) return "PROPN";
  if (/ly$/.test(word)) return "ADV";
  return /ed$/.test(word) ? "VERB" : "NOUN";
}
