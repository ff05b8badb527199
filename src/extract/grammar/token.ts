import type { TokenRange } from "../../doc/layers.js";
import { nounPhrase } from "./noun-phrase.js";
import type { Words } from "./words.js";

/** A word with its syntax, in the manner of spaCy's `Token`: what it is, what it hangs on and what hangs on it. A view: it holds nothing but where it stands. */
export class Token {
  readonly index: number;
  private readonly words: Words;

  constructor(index: number, words: Words) {
    this.index = index;
    this.words = words;
  }

  get text(): string {
    return this.words.text(this.index);
  }

  get lower(): string {
    return this.words.lower(this.index);
  }

  get lemma(): string {
    return this.words.lemma(this.index);
  }

  get upos(): string {
    return this.words.upos(this.index);
  }

  get deprel(): string {
    return this.words.deprel(this.index);
  }

  /** What it hangs on; itself for a root. */
  get head(): Token {
    return this.at(this.words.head(this.index));
  }

  get next(): Token {
    return this.at(this.index + 1);
  }

  get previous(): Token {
    return this.at(this.index - 1);
  }

  hangsOn(other: Token): boolean {
    return this.words.head(this.index) === other.index;
  }

  /** In text order. */
  get children(): readonly Token[] {
    return this.words.children(this.index).map((child) => this.at(child));
  }

  /** The first dependent with one of the relations. */
  child(...relations: readonly string[]): Token | null {
    const found = this.words.children(this.index).find((child) => relations.includes(this.words.deprel(child)));
    return found === undefined ? null : this.at(found);
  }

  get subject(): Token | null {
    return this.child("nsubj");
  }

  /** Who does what a passive tells: "by the army". */
  get agent(): Token | null {
    return this.child("obl:agent");
  }

  get isPassive(): boolean {
    return this.child("aux:pass") !== null;
  }

  /** Whether its form ends in "-ing". */
  get isGerund(): boolean {
    return this.lower.endsWith("ing");
  }

  get isVerb(): boolean {
    return this.upos === "VERB";
  }

  /** The noun with what belongs to it, as {@link nounPhrase} gives it. */
  get phrase(): TokenRange {
    return nounPhrase(this.index, this.words);
  }

  private at(index: number): Token {
    return new Token(index, this.words);
  }
}

/** The token that governs the words of a range. */
export function topOf(range: TokenRange, words: Words): Token {
  return new Token(words.top(range), words);
}
