import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { wordsOf } from "../grammar/words.js";
import type { EntityLexicons } from "./entity-lexicons.js";
import { plain } from "./plain.js";

/** What every step of resolving entities reads: the document's words and layers, and what is written down about who there is. */
export interface EntityContext {
  readonly document: FullyAnnotated;
  readonly words: Words;
  readonly lexicons: EntityLexicons;
  /** The words of a range as {@link plain} gives them. */
  plain(range: TokenRange): string;
  /** The same of one token. */
  plainAt(token: number): string;
  /** How many tokens a title can have that starts with the token: its words and the hyphens between them; 0 where none starts so. */
  titleReach(token: number): number;
  /** Whether the token stands in quote marks. */
  quoted(token: number): boolean;
  sentence(token: number): number;
  paragraph(token: number): number;
  /** How many sentences lie between two tokens; those that are all quotation do not count where neither token is quoted. */
  distance(before: number, after: number): number;
  /** A Universal Dependencies feature of the token, as `Number=Plur`. */
  hasFeature(token: number, feature: string): boolean;
  /** The relation of a noun or a name to what governs it, `flat` names by their first word. */
  relation(token: number): string;
  /** What governs a noun or a name. */
  governor(token: number): number;
  /** Whether the noun or name stands as a subject. */
  subject(token: number): boolean;
  /** How many units of white space stand before the token. */
  gap(token: number): number;
  /** The country of the town whose name holds the token; `null` where none does, or the map does not tell. */
  townAt(token: number): string | null;
  /** The same of a town or a region. */
  groundAt(token: number): string | null;
}

/** What the map tells of the words; nothing where there is none. */
export interface Ground {
  readonly townAt?: EntityContext["townAt"];
  readonly groundAt?: EntityContext["groundAt"];
}

export function entityContext(
  document: FullyAnnotated,
  lexicons: EntityLexicons,
  { townAt = () => null, groundAt = () => null }: Ground = {},
): EntityContext {
  const words = wordsOf(document);
  const { tokens, quotations, sentences, syntax } = document.layers;
  const sentence = (token: number): number => sentences.sentenceOf[token] ?? 0;
  const anchor = (token: number): number => {
    let at = token;
    while (words.deprel(at).startsWith("flat") && words.head(at) < at) at = words.head(at);
    return at;
  };
  const plainWord = new Map<string, string>();
  const plainTokens = Array.from({ length: words.length }, (_, token) => {
    const word = words.text(token);
    const known = plainWord.get(word) ?? plain(word);
    plainWord.set(word, known);
    return known;
  });
  const titleReach = plainTokens.map((word) => 2 * (lexicons.titleStarts.get(word.split(" ")[0] ?? "") ?? 0));
  const told = toldSentences(document);
  const quoted = (token: number): boolean => quotations.state[token] === 1;
  return {
    document,
    words,
    lexicons,
    plain: ({ first, end }) =>
      plainTokens
        .slice(Math.max(0, first), Math.max(0, end))
        .filter((word) => word !== "")
        .join(" "),
    plainAt: (token) => plainTokens[token] ?? "",
    titleReach: (token) => titleReach[token] ?? 0,
    quoted,
    sentence,
    paragraph: (token) => sentences.sentences[sentence(token)]?.paragraph ?? 0,
    distance: (before, after) =>
      quoted(after) ? sentence(after) - sentence(before) : (told[sentence(after)] ?? 0) - (told[sentence(before)] ?? 0),
    hasFeature: (token, feature) => (syntax.feats[token] ?? "").split("|").includes(feature),
    relation: (token) => words.deprel(anchor(token)),
    governor: (token) => words.head(anchor(token)),
    subject: (token) => words.deprel(anchor(token)).startsWith("nsubj"),
    townAt,
    groundAt,
    gap: (token) => (tokens.start[token] ?? 0) - (tokens.end[token - 1] ?? 0),
  };
}

/** For each sentence, how many up to it hold words outside quote marks. */
function toldSentences({ layers }: FullyAnnotated): readonly number[] {
  let count = 0;
  return layers.sentences.sentences.map(({ first, end }) => {
    const inside = layers.quotations.state.subarray(first, end).filter((state) => state === 0).length;
    if (inside > 1) count++;
    return count;
  });
}
